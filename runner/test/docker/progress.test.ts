import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Progress as people have it: from one `lab` to the next, by the real command line. */
const root = join(import.meta.dirname, '../../..');
let folder: string;

function lab(words: readonly string[], input = '') {
  const env = { ...process.env, LANG: 'C', LC_ALL: 'C', LAB_STATE_DIR: join(folder, 'state') };
  const { status, stdout, stderr } = spawnSync(join(root, 'runner/lab'), words, {
    cwd: folder,
    env,
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'runner/bundle.ts')], { stdio: 'inherit' });
  folder = mkdtempSync(join(tmpdir(), 'lab progress '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what one lab learns, the next one knows, and another machine after an import', () => {
  expect(lab(['verify', '1']).out).toContain('points');
  lab(['hint', '1', '--level', '2']);
  expect(statSync(join(folder, 'state/progress.json')).mode & 0o777).toBe(0o600);
  expect(lab(['list']).out).toMatch(/^1 .*(begun|done)/m);
  const exported = lab(['progress', 'export']).out;
  expect(JSON.parse(exported).challenges['01-networked-containers'].lastReport.possible).toBe(20);

  const reset = lab(['progress', 'reset', '1']);
  expect({ code: reset.code, err: reset.err }).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
  expect(lab(['progress', 'reset', '1', '--yes']).code).toBe(0);
  expect(lab(['list']).out).toMatch(/^1 .* not begun/m);
  expect(lab(['progress', 'import', '-'], exported)).toMatchObject({
    code: 0,
    out: expect.stringContaining('What is new'),
  });
  expect(JSON.parse(lab(['progress', 'export']).out)).toEqual(JSON.parse(exported));
});

test('a damaged file is set aside, told once, and stops nothing', () => {
  writeFileSync(join(folder, 'state/progress.json'), '{"schema": "lab.pro');
  const first = lab(['list']);
  expect(first.code).toBe(0);
  expect(first.err).toMatch(/progress\.json\.damaged-/);
  expect(lab(['list']).err).toBe('');
});
