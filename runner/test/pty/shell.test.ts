import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bundleLab, openLab } from './lab.ts';

let home = '';
const ctrlC = '\u0003';
const ctrlT = '\u0014';
/** Nobody else's sleep takes so long. */
const endless = `${100_000 + process.pid}`;

beforeAll(async () => {
  bundleLab();
  home = await mkdtemp(join(tmpdir(), 'estaleiro-shell-'));
  await writeFile(join(home, '.bashrc'), `PS1='inner> '\nfull() { '${process.execPath}' ~/full-screen.mjs; }\n`);
  await writeFile(join(home, 'full-screen.mjs'), fullScreen);
});
afterAll(() => rm(home, { recursive: true }));

/** Takes the whole screen, says its size and the keys that it gets, and ends with q. */
const fullScreen = String.raw`
const draw = text => process.stdout.write('\x1b[H\x1b[2J\x1b[35m' + text + '\x1b[0m');
const size = () => 'it has ' + process.stdout.columns + ' by ' + process.stdout.rows;
process.stdout.write('\x1b[?1049h\x1b[?1h');
process.stdin.setRawMode(true);
process.stdout.on('resize', () => draw(size()));
process.stdin.on('data', data => {
  draw(JSON.stringify(String(data)));
  if (String(data) === 'q') process.stdout.write('\x1b[?1l\x1b[?1049l', () => process.exit());
});
draw(size());
`;

it('holds a real shell: what is typed, pasted, drawn and ended there is as in any terminal', async () => {
  await using terminal = openLab({ cwd: home, env: { HOME: home, SHELL: '/bin/bash', BASH_ENV: undefined } });
  await terminal.sees('q quit');
  terminal.type('1');
  await terminal.sees('▶ Objectives');
  terminal.type(`${ctrlT}echo olá $((40 + 2)); which lab\r`);
  await terminal.sees(/^ olá 42\n .*\/runner\/lab\n inner>/m);
  await terminal.sees('keys go here');
  expect(existsSync(join(home, '01-networked-containers/README.md'))).toBe(true);

  // A program of the whole screen, in colour, while the window changes its size.
  terminal.type('full\r');
  await terminal.sees('it has 78 by');
  expect(terminal.colours()).toContain(5);
  terminal.resize(100, 30);
  await terminal.sees('it has 98 by');
  terminal.type('\u001b[A');
  await terminal.sees(String.raw`"\u001bOA"`);
  terminal.resize(80, 24);
  await terminal.sees('it has 78 by');
  terminal.type('q');
  await terminal.sees(/^ olá 42\n.*\n inner> full\n inner>/m);

  // What is pasted waits for Enter, and nothing in it is a key of the lab's.
  terminal.type(`\u001b[200~echo pasted-$((1 + 1))\r${ctrlT}echo more\u001b[201~`);
  await terminal.sees('echo more');
  terminal.type(ctrlC);
  await terminal.sees(/echo more.*\^C\n inner>/);
  terminal.type('echo after-$((1 + 1))\r');
  await terminal.sees('after-2');
  expect(terminal.rows().join('\n')).not.toContain('pasted-2');

  terminal.type(`sleep ${endless}\r`);
  await vi.waitFor(() => expect(running()).toHaveLength(1), { timeout: 20_000 });
  terminal.type(ctrlC);
  await terminal.sees(new RegExp(`sleep ${endless}\\n \\^C\\n inner>`));
  // Keys that follow Ctrl-T in one go are the lab's already, and then the shell's again.
  terminal.type(`${ctrlT}b`);
  await terminal.sees('Brief 1');
  terminal.type(`b${ctrlT}exit 7\r`);
  await terminal.sees('exit code 7');
  terminal.type('\r');
  await terminal.loses('exit code 7');
  await terminal.sees('inner>');

  terminal.type(`sleep ${endless}\r`);
  await terminal.sees(`sleep ${endless}`);
  await vi.waitFor(() => expect(running()).toHaveLength(1), { timeout: 20_000 });
  await terminal.sees('keys go here');
  terminal.type(`${ctrlT}`);
  await terminal.sees('keys go to the lab');
  terminal.type('q');
  await terminal.sees('A program runs in the shell');
  terminal.type('q');
  expect(await terminal.ends()).toBe(0);
  expect(running()).toEqual([]);
});

/** Our endless programs that have not ended. */
function running(): string[] {
  const all = execFileSync('ps', ['-A', '-o', 'stat=,args='], { encoding: 'utf8' }).split('\n');
  return all.filter(line => line.endsWith(`sleep ${endless}`) && !line.startsWith('Z'));
}
