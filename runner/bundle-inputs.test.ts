import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleInputs, digestOfFiles } from './bundle-inputs.ts';

const checkout = join(import.meta.dirname, '..');
let root = '';
const digest = () => digestOfFiles(root, bundleInputs(root));

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lab-bundle-inputs-'));
  for (const place of ['runner', 'challenges', 'lab-images', 'package.json', 'package-lock.json'])
    cpSync(join(checkout, place), join(root, place), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([
  'runner/verdict/judge.ts',
  'runner/checks/images/own-image.ts',
  'runner/grading/policy/rules/decide.ts',
  'runner/roles/bind.ts',
  'challenges/01-networked-containers/objectives.ts',
  'lab-images/probe/capture.ts',
])('the program is another one when %s changes, and the same again when it is as it was', file => {
  const before = digest();
  cpSync(join(root, file), join(root, 'kept'));
  writeFileSync(join(root, file), '// other\n');
  expect(digest()).not.toBe(before);
  renameSync(join(root, 'kept'), join(root, file));
  expect(digest()).toBe(before);
});

test('it is another one when a folder has another name, and the same one when a test or a solution changes', () => {
  const before = digest();
  renameSync(join(root, 'runner/verdict'), join(root, 'runner/judging'));
  expect(digest()).not.toBe(before);
  renameSync(join(root, 'runner/judging'), join(root, 'runner/verdict'));
  writeFileSync(join(root, 'runner/verdict/judge.test.ts'), '');
  writeFileSync(join(root, 'challenges/01-networked-containers/solution/new.ts'), '');
  expect(digest()).toBe(before);
});

test('what is missing is told, and not passed over', () => {
  renameSync(join(root, 'lab-images'), join(root, 'aside'));
  expect(() => bundleInputs(root)).toThrow(/lab-images/);
  renameSync(join(root, 'aside'), join(root, 'lab-images'));
  expect(() => digestOfFiles(root, ['runner/nowhere.ts'])).toThrow(/nowhere/);
});
