import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngineProxy } from './engine-proxy.ts';
import { bundleLab, openLab } from './lab.ts';
import { clear, docker, remove, server } from './workbench.ts';

beforeAll(async () => {
  bundleLab();
  await clear();
});
afterAll(clear);

const engine = process.env.DOCKER_HOST ?? '';

/** Writes some lines, one of them to standard error, and then `beat` and a number, again and again. */
const run = (word: string) => {
  const program = `
    for (let line = 1; line <= 40; line += 1) console.log('${word} ' + line);
    console.error('\\u001b[31mOops, that went wrong\\u001b[0m');
    let beats = 0;
    setInterval(() => console.log('beat ' + ++beats), 100);`;
  return docker('run', '--detach', '--name', server, 'lab/node:26', '-e', program);
};

it('follows a log, searches it, and goes on with whatever becomes of the container', async () => {
  await run('line');
  await using proxy = engine.startsWith('unix://') ? await openEngineProxy(engine) : undefined;
  await using terminal = openLab(proxy === undefined ? {} : { env: { DOCKER_HOST: proxy.address } });
  await terminal.sees('q quit');
  terminal.type('1');
  await terminal.sees('Objectives');
  await terminal.sees('checked just now');
  terminal.type('o');
  await terminal.sees(/pty-servidor .*● running/);
  await terminal.sees('following: new lines appear below');
  await terminal.sees(/^ +beat \d+$/m);
  const first = Number(/beat (\d+)/.exec(terminal.rows().join('\n'))?.[1]);
  await terminal.sees(`beat ${first + 15}`);

  terminal.type('/');
  await terminal.sees('/ █');
  terminal.type('oops');
  await terminal.sees('/ oops█  1 of 1');
  await terminal.sees(/❯! Oops, that went wrong$/m);
  await terminal.sees('not following');
  terminal.type('\u001b');
  await terminal.sees('following: new lines');
  terminal.type('g');
  await terminal.sees(/^ +line 1$/m);
  terminal.type('G');
  await terminal.sees('following: new lines');

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
  await terminal.sees(/^ +beat 1$/m);

  await proxy?.shut();
  if (proxy !== undefined) await terminal.sees('the engine does not answer; the lab keeps trying');
  await proxy?.open();
  if (proxy !== undefined) await terminal.sees('the engine is back: the log goes on');
  await terminal.sees(/on ──\n+(.*\n)*? +beat \d+$/m);

  terminal.type('q');
  expect(await terminal.ends()).toBe(0);
});
