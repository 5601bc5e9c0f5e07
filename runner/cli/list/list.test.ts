import { expect, test } from 'vitest';
import { fakeLab } from '../../test/fakes/lab.ts';
import { list } from './list.ts';

test('the table has a line per challenge, with its points', async () => {
  const lab = fakeLab({ language: 'pt-BR' });
  expect(await list(lab, {})).toBe(0);
  expect(lab.out.text).toMatch(/^1 {2}Contêineres em rede {2,}20 \(\+2\) +não iniciado$/m);
  expect(lab.out.text).toContain('lab start 1');
});

test('as JSON it is one document and nothing else', async () => {
  const lab = fakeLab();
  expect(await list(lab, { json: true })).toBe(0);
  expect(JSON.parse(lab.out.text)).toMatchObject({
    schema: 'lab.list/1',
    challenges: expect.arrayContaining([
      expect.objectContaining({ number: 1, id: '01-networked-containers', points: 20, bonus: 2 }),
    ]),
  });
});
