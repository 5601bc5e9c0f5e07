import { expect, test } from 'vitest';
import { labImages } from '../../../lab-images/images.ts';
import type { LabImage } from '../../../lab-images/lab-image.ts';
import type { LabImageStatus } from '../../setup/images/status.ts';
import { asJson, asText } from './images.ts';

const image = (name: string): LabImage => {
  const found = labImages.find(known => known.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const digest = `sha256:${'ab'.repeat(32)}`;
const current: LabImageStatus[] = [
  {
    reference: 'lab/node:26',
    state: 'current',
    size: 158_295_857,
    source: { kind: 'registry', reference: `cgr.dev/chainguard/node@${digest}` },
    image: image('node:26'),
  },
  {
    reference: 'lab/probe:latest',
    state: 'current',
    size: 158_314_211,
    source: { kind: 'image', id: digest },
    image: image('probe:latest'),
  },
];

test('the table says state, size, source and purpose, and nothing is to do where all is current', () => {
  const [head, , node, probe, ...rest] = asText(current, 'en').split('\n');
  expect(head).toMatch(/^IMAGE +STATE +SIZE +FROM +WHAT FOR$/);
  expect(node).toMatch(/^lab\/node:26 +ready +158 MB +cgr\.dev\/chainguard\/node@sha256:abababababab +Node 26 and /);
  expect(probe).toMatch(/^lab\/probe:latest +ready +158 MB +lab\/node:26 +what the lab/);
  expect(rest).toEqual(['']);
});

test('where one is missing, the table says how to build it, in Portuguese too', () => {
  const [first] = current;
  const text = asText(
    [{ reference: 'lab/node:26', state: 'missing', image: image('node:26') }, ...(first ? [first] : [])],
    'pt-BR',
  );
  expect(text).toMatch(/lab\/node:26 +ausente +– +– +Node 26 e nada mais/);
  expect(text).toContain('lab images build');
});

test('the document has whole digests, and null for what is not known', () => {
  const missing: LabImageStatus = { reference: 'lab/node:26', state: 'missing', image: image('node:26') };
  expect(asJson([missing, ...current])).toMatchObject({
    schema: 'lab.images/1',
    images: [
      { state: 'missing', size: null, source: null },
      { source: `cgr.dev/chainguard/node@${digest}` },
      { source: digest },
    ],
  });
});
