import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { fakeLab } from '../../test/fakes/lab.ts';
import { createProgram } from '../program.ts';
import { completionScript } from './script.ts';
import { wordsOf } from './words.ts';

const lab = fakeLab();
const words = wordsOf(
  createProgram(lab, async () => {}),
  lab.challenges,
);
const script = (shell: 'bash' | 'zsh' | 'fish') => completionScript(shell, words);
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

/** What bash offers after these words, the last of which is being written. */
function inBash(...line: string[]): string[] {
  const test = `${script('bash')}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); $(complete -p lab | sed 's/.*-F \\([^ ]*\\) .*/\\1/'); printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', test, 'bash', 'lab', ...line], { encoding: 'utf8' })
    .split('\n')
    .filter(word => word !== '');
}

test.each<[string[], string[]]>([
  [['ver'], ['verify']],
  [['verify', ''], ['1']],
  [['verify', '1', '--fo'], ['--format']],
  [
    ['verify', '--format', ''],
    ['text', 'json'],
  ],
  [['verify', '--format', '=', 'j'], ['json']],
  [['verify', '1', '--bind', 'x=y', '--wa'], ['--watch']],
  [['--lang', 'p'], ['pt-BR']],
  [['--lang', 'pt-BR', 'hin'], ['hint']],
  [
    ['engine', 'st'],
    ['start', 'stop', 'status'],
  ],
  [['engine', 'start', ''], []],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [
    ['hint', '1', '--level', ''],
    ['1', '2', '3'],
  ],
  [['verify', '1', '--output', '/etc/passw'], ['/etc/passwd']],
  [['start', '1', '/et'], ['/etc']],
  [
    ['progress', ''],
    ['export', 'import', 'reset'],
  ],
  [['progress', 'import', '/etc/passw'], ['/etc/passwd']],
  [
    ['progress', 'reset', ''],
    ['1', '5'],
  ],
  [['progress', 'reset', '1', '--y'], ['--yes']],
  [['grade', '/et'], ['/etc']],
  [['grade', '/etc', '--rerun-'], ['--rerun-unknown']],
  [
    ['grade', '/etc', '--challenge', ''],
    ['1', '5'],
  ],
  [['grade', '/etc', '--rubric', '/etc/passw'], ['/etc/passwd']],
])('bash completes lab %j', (line, expected) => {
  expect(inBash(...line)).toEqual(expect.arrayContaining(expected));
  if (expected.length === 0) expect(inBash(...line)).toEqual([]);
});

test('bash offers every verb', () => {
  expect(inBash('')).toEqual(expect.arrayContaining(['list', 'start', 'verify', 'up', 'down', 'doctor', 'completion']));
});

test.skipIf(!has('zsh'))('zsh can read its script', () => {
  expect(spawnSync('zsh', ['-n'], { input: script('zsh'), encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

test.skipIf(!has('fish'))('fish can read its script', () => {
  expect(spawnSync('fish', ['-n'], { input: script('fish'), encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
});

test('descriptions with quotes stay one word in every shell', () => {
  const option = { flags: ['--y'], what: '', value: { kind: 'anything' } } as const;
  const odd = [
    { path: [], commands: [{ word: 'x', what: "it's \\ $HOME" }], options: [option], arguments: [] },
    { path: ['x'], commands: [], options: [], arguments: [] },
  ];
  expect(completionScript('fish', odd)).toContain(`-d 'it\\'s \\\\ $HOME'`);
  expect(completionScript('zsh', odd)).toContain(`'x:it'\\''s \\ $HOME'`);
  expect(spawnSync('bash', ['-n'], { input: completionScript('bash', odd) }).status).toBe(0);
});
