import { expect, test } from 'vitest';
import { versionIn } from './version-in.ts';

test.each([
  [{ schema: 'lab.work/2' }, 2],
  [{ schema: 'lab.work/999999' }, 999_999],
  [{ schema: 'lab.work/0' }, undefined],
  [{ schema: 'lab.work/02' }, undefined],
  [{ schema: 'lab.work/1000000' }, undefined],
  [{ schema: 'lab.workshop/2' }, undefined],
  [{ schema: { toString: null } }, undefined],
  [['lab.work/2'], undefined],
  [null, undefined],
])('%j says %s', (value, version) => {
  expect(versionIn(value, 'lab.work')).toBe(version);
});
