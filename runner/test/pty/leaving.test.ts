import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundleLab, childOf, labCommand, openLab, openLabInShell } from './lab.ts';
import { openTerminal, type TestTerminal } from './terminal.ts';
import { docker } from './workbench.ts';

/** However the screen ends, the terminal is as it was, and nothing is left on the engine. */
let state: string;
beforeAll(bundleLab);
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'estaleiro-leaving-'));
});
afterEach(() => rmSync(state, { recursive: true, force: true }));

const helpers = () => docker('ps', '--all', '--quiet', '--filter', 'label=estaleiro.session');
const childLab = (terminal: TestTerminal) => childOf(terminal.pid);
const send = (signal: NodeJS.Signals) => (terminal: TestTerminal) => void process.kill(childLab(terminal), signal);

/** The environment of a `lab` in which SIGUSR2 does what the test wants: the program itself knows nothing of it. */
function sabotaged(does: string): Record<string, string> {
  const code = encodeURIComponent(`process.on('SIGUSR2',()=>{${does}})`);
  return { LAB_STATE_DIR: state, NODE_OPTIONS: `--import=data:text/javascript,${code}` };
}

function expectOrdinaryTerminal(terminal: TestTerminal): void {
  expect(terminal.isFullScreen()).toBe(false);
  expect(terminal.cursorIsShown()).toBe(true);
  expect(terminal.bracketsPastes()).toBe(false);
  expect(terminal.rows().join('\n')).toMatch(/^icanon\n(.*\n)*^echo\n(.*\n)*done/m);
}

describe('gives the terminal back', () => {
  it.each([
    { how: 'q', end: (terminal: TestTerminal) => terminal.type('q'), code: 0 },
    { how: 'Ctrl-C', end: (terminal: TestTerminal) => terminal.type('\u0003'), code: 0 },
    { how: 'SIGINT from outside', end: send('SIGINT'), code: 130 },
    { how: 'SIGTERM', end: send('SIGTERM'), code: 143 },
    { how: 'SIGHUP', end: send('SIGHUP'), code: 129 },
    { how: 'SIGQUIT, which leaves no time to clean up', end: send('SIGQUIT'), code: 131 },
  ])('after $how, in the middle of a check', async ({ end, code }) => {
    await using terminal = openLabInShell({ env: { LAB_STATE_DIR: state } });
    await terminal.sees('q quit');
    terminal.type('1');
    await terminal.sees('── ▶ Objectives');
    end(terminal);
    await terminal.sees(new RegExp(`exit=${code}\\n`));
    await terminal.sees('done');
    expectOrdinaryTerminal(terminal);
    // Where there was no time, they end by themselves.
    await vi.waitFor(async () => expect(await helpers()).toBe(''), { timeout: 20_000 });
  });

  it.each([
    { what: 'something is thrown that nobody catches', does: `throw new Error('made by the test')` },
    { what: 'a promise is rejected', does: `Promise.reject(new Error('made by the test'))` },
    // It is found out when it is to be drawn again: each second, where nothing else happens.
    {
      what: 'the screen cannot be drawn',
      does: `Array.prototype.flatMap=()=>{throw new Error('made by the test')};process.kill(process.pid,'SIGWINCH')`,
    },
  ])('after a crash ($what), and says what happened where it can be read', async ({ does }) => {
    await using terminal = openLabInShell({ columns: 100, env: sabotaged(does) });
    await terminal.sees('q quit');
    terminal.type('1');
    await terminal.sees('── ▶ Objectives');
    process.kill(childLab(terminal), 'SIGUSR2');
    await terminal.sees(/exit=3\n/);
    await terminal.sees('done');
    expectOrdinaryTerminal(terminal);
    const shown = terminal.rows().join('\n');
    expect(shown).toContain('The screen broke down and was closed: made by the test.');
    expect(shown.replaceAll('\n', '')).toContain(join(state, 'crashes'));
    const [file = ''] = readdirSync(join(state, 'crashes'));
    expect(readFileSync(join(state, 'crashes', file), 'utf8')).toMatch(/Error: made by the test\n +at /);
    expect(await helpers()).toBe('');
  });
});

it.each([
  { how: 'and is told', wrapper: [] },
  // In a session of its own, it gets no signal: only reading and writing fail.
  { how: 'without a signal', wrapper: ['setsid', '--wait'] },
] as { how: string; wrapper: string[] }[])('ends where the terminal goes away $how', async ({ wrapper }) => {
  const [program, ...args] = [...wrapper, ...labCommand];
  const env = { LANG: 'en_US.UTF-8', LC_ALL: undefined, LC_MESSAGES: undefined, LAB_STATE_DIR: state };
  await using terminal = openTerminal([program ?? '', ...args], { env });
  await terminal.sees('q quit');
  terminal.type('1');
  await terminal.sees('── ▶ Objectives');
  const lab = wrapper.length === 0 ? terminal.pid : childLab(terminal);
  terminal.hangUp();
  await vi.waitFor(() => expect(() => process.kill(lab, 0)).toThrow('ESRCH'), { timeout: 20_000, interval: 50 });
  expect(await helpers()).toBe('');
  expect(readdirSync(state)).not.toContain('crashes');
});

it('lends the terminal to the shell while it is stopped, and takes it again', async () => {
  await using terminal = openTerminal(['sh', '-i'], { env: { PS1: '> ', ENV: undefined, LAB_STATE_DIR: state } });
  await terminal.sees('> ');
  terminal.type(`${labCommand.map(word => `'${word}'`).join(' ')}\r`);
  await terminal.sees(/q (quit|sair)/);
  process.kill(childLab(terminal), 'SIGTSTP');
  await terminal.sees(/(Stopped|Suspended)(.*\n)+> *$/m);
  expect(terminal.isFullScreen()).toBe(false);
  terminal.type('stty -a | grep -o " icanon"\r');
  await terminal.sees(/^ icanon\n> *$/m);
  terminal.type('fg\r');
  await terminal.sees(/q (quit|sair)/);
  expect(terminal.isFullScreen()).toBe(true);
  terminal.type('?');
  await terminal.sees(/── (Keys|Teclas)/);
  terminal.type('q');
  // What is typed before the shell has the terminal again is the lab's.
  await terminal.sees(/^> fg\n(.*\n)*> *$/m);
  terminal.type('exit\r');
  await terminal.ends();
});

it('lets nobody else write on the screen, and keeps what they wrote', async () => {
  const does = `console.error('a stray line');process.stdout.write('another');process.emitWarning('beware')`;
  await using terminal = openLab({ env: sabotaged(does) });
  await terminal.sees('q quit');
  // A page on which nothing moves.
  terminal.type('?');
  await terminal.sees('── Keys');
  const before = terminal.rows();
  process.kill(terminal.pid, 'SIGUSR2');
  const log = join(state, 'screen.log');
  await vi.waitFor(() => expect(readFileSync(log, 'utf8')).toMatch(/a stray line\nanother(.|\n)*beware/), {
    timeout: 20_000,
  });
  expect(terminal.rows()).toEqual(before);
  terminal.type('q');
  expect(await terminal.ends()).toBe(0);
  expect(terminal.rows().join('\n')).not.toContain('stray');
});
