import { expect, test } from 'vitest';
import { readableSize } from '../base/readable-size.ts';
import { isAtLeast } from './doctor/check-engine.ts';
import { imagesFinding } from './doctor/check-images.ts';
import { checkNode, diskFinding } from './doctor/check-machine.ts';
import { setupMessages } from './texts/setup.ts';

const t = setupMessages.en;

test('versions are compared by their numbers', () => {
  expect(isAtLeast('1.41', '1.41')).toBe(true);
  expect(isAtLeast('1.100', '1.41')).toBe(true);
  expect(isAtLeast('1.9', '1.41')).toBe(false);
});

test('sizes are read as Docker writes them, in the words of the language', () => {
  expect(readableSize(0, 'en')).toBe('0 B');
  expect(readableSize(185_400_000, 'en')).toBe('185 MB');
  expect(readableSize(1_240_000_000, 'en')).toBe('1.2 GB');
  expect(readableSize(1_240_000_000, 'pt-BR')).toBe('1,2 GB');
});

test('a disk is fine, worth knowing, or too full', () => {
  expect(diskFinding(80e9, '/d', 'en').ok).toBe(true);
  expect(diskFinding(2e9, '/d', 'en')).toMatchObject({ ok: 'warning', what: 'Only 2 GB free at /d' });
  expect(diskFinding(5e8, '/d', 'en').ok).toBe(false);
});

test('an old Node is to be fixed', () => {
  expect(checkNode('26.10.0', '/n', t).ok).toBe(true);
  expect(checkNode('v20.1.0', '/n', t)).toMatchObject({ ok: false, fix: expect.stringContaining('npm ci') });
});

test('images that are missing or old are named', () => {
  expect(imagesFinding([{ reference: 'lab/node:26', state: 'current' }], t).ok).toBe(true);
  const finding = imagesFinding(
    [
      { reference: 'lab/node:26', state: 'missing' },
      { reference: 'lab/probe', state: 'outdated' },
    ],
    t,
  );
  expect(finding).toMatchObject({ ok: 'warning', fix: 'lab images build' });
  expect(finding.what).toMatch(/lab\/node:26.*lab\/probe/);
});
