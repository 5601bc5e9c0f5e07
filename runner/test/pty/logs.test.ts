import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngineProxy } from './engine-proxy.ts';
import { bundleLab, openLab } from './lab.ts';
import { clear, docker, remove, server } from './workbench.ts';

beforeAll(async () => {
  bundleLab();
  await clear();
});
afterAll(clear);

/** Writes a line, one to standard error, and ten more whenever it is told to: no line scrolls another away unasked. */
const run = (word: string) => {
  const program = `
    let beats = 0;
    process.on('SIGUSR2', () => { for (let i = 0; i < 10; i += 1) console.log('beat ' + ++beats); });
    console.log('${word} line');
    console.error('\\u001b[31mOops, that went wrong\\u001b[0m');
    setInterval(() => {}, 1000);`;
  return docker('run', '--detach', '--name', server, 'lab/node:26', '-e', program);
};
const beat = () => docker('kill', '--signal', 'USR2', server);

it('follows a log, searches it, and goes on with whatever becomes of the container', async () => {
  await run('first');
  await using proxy = await openEngineProxy();
  await using terminal = openLab({ env: { DOCKER_HOST: proxy.address } });
  await terminal.sees('q quit');
  terminal.type('1');
  await terminal.sees('Objectives');
  await terminal.sees('checked just now');
  terminal.type('o');
  await terminal.sees(/pty-servidor .*● running/);
  await terminal.sees('following: new lines appear below');
  await terminal.sees(/^ +first line$/m);
  await terminal.sees(/^ +! Oops, that went wrong$/m);
  for (const last of [10, 20, 30]) {
    await beat();
    await terminal.sees(new RegExp(`^ +beat ${last}$`, 'm'));
  }
  await terminal.loses('Oops');

  terminal.type('/');
  await terminal.sees('/ █');
  terminal.type('oops');
  await terminal.sees('/ oops█  1 of 1');
  await terminal.sees(/❯! Oops, that went wrong$/m);
  await terminal.sees('not following');
  terminal.type('\u001b');
  await terminal.sees('following: new lines');
  terminal.type('g');
  await terminal.sees(/^ +first line$/m);
  terminal.type('G');
  await terminal.sees('following: new lines');
  await terminal.sees(/^ +beat 30$/m);

  await docker('kill', server);
  await terminal.sees('the container has ended, exit code 137');
  await terminal.sees('■ has ended');
  await docker('start', server);
  await terminal.sees('the container was started again');
  await terminal.sees('● running');
  await remove(server);
  await terminal.sees('the container was removed');
  await run('successor');
  await terminal.sees('a new container has this name');
  await terminal.sees(/^ +successor line$/m);

  await proxy.shut();
  await terminal.sees('the engine does not answer; the lab keeps trying');
  await proxy.open();
  await terminal.sees('the engine is back: the log goes on');
  await beat();
  await terminal.sees(/on ──\n(.*\n)*? +beat 10$/m);

  terminal.type('q');
  expect(await terminal.ends()).toBe(0);
});
