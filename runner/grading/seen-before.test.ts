import { expect, test } from 'vitest';
import { fakeContainer, fakeFacts } from '../test/fakes/facts.ts';
import type { Report } from '../verdict/report.ts';
import type { Removal } from './sandbox/script-follower.ts';
import { LooksBeforeRemoval } from './seen-before.ts';

const reportOf = (earned: number, ...names: string[]) =>
  ({
    score: { earned, possible: 20, bonus: 0 },
    bindings: names.map(name => ({ role: name, name })),
  }) as unknown as Report;
const running = (...names: string[]) =>
  fakeFacts({ containers: names.map(name => fakeContainer(name, { state: 'running' })) });
const removal = (name: string, more: Partial<Removal> = {}): Removal => ({
  ...{ of: 'container', name, command: `docker rm ${name}`, isNew: true, ...more },
});

/** Each look finds these containers running, and this report. */
function looksAt(...scenes: { report: Report; facts: ReturnType<typeof running> }[]) {
  let now = 0;
  return new LooksBeforeRemoval({
    ...{ maxLooks: 2, maxMs: 60_000, signal: new AbortController().signal },
    facts: async () => scenes[now]?.facts ?? running(),
    verify: async () => {
      const scene = scenes[now++];
      if (scene === undefined) throw new Error('one look too many');
      return scene.report;
    },
  });
}
const both = { report: reportOf(20, 'servidor', 'cliente'), facts: running('servidor', 'cliente') };
const one = { report: reportOf(8, 'servidor'), facts: running('servidor') };

test('what was met before the script cleaned up is told with the command that it was seen before', async () => {
  const looks = looksAt(both);
  await looks.onRemoval(removal('cliente'));
  await looks.onRemoval(removal('servidor', { isNew: false, command: 'docker stop servidor' }));
  expect(looks.best(running())).toEqual(expect.objectContaining({ report: both.report, command: 'docker rm cliente' }));
});

test('the look that earned most counts, and there are only so many', async () => {
  const looks = looksAt(one, both);
  for (const name of ['servidor', 'cliente', 'servidor']) await looks.onRemoval(removal(name));
  expect(looks.best(running())?.report).toBe(both.report);
});

test('what is built after it takes the place of what was seen', async () => {
  const looks = looksAt(both, one);
  await looks.onRemoval(removal('cliente'));
  looks.onRebuild();
  expect(looks.best(running())).toBeUndefined();
  await looks.onRemoval(removal('servidor'));
  expect(looks.best(running())?.report).toBe(one.report);
});

test('what broke by itself afterwards does not count as met', async () => {
  const looks = looksAt(both);
  await looks.onRemoval(removal('cliente'));
  expect(looks.best(running())).toBeUndefined();
  expect(looks.best(running('servidor'))?.report).toBe(both.report);
});

test('where nothing that plays a role was taken away, the end alone tells', async () => {
  const looks = looksAt(both);
  await looks.onRemoval(removal('migrate'));
  expect(looks.best(running('servidor', 'cliente'))).toBeUndefined();
  await looks.onRemoval(removal('rede', { of: 'network', isNew: false }));
  expect(looks.best(running('servidor', 'cliente'))?.report).toBe(both.report);
});

test('a look that fails is none', async () => {
  const looks = looksAt();
  await looks.onRemoval(removal('servidor'));
  expect(looks.hasSeen).toBe(false);
});

test('what is made during a look takes its place, too', async () => {
  const looking = Promise.withResolvers<Report>();
  const looks = new LooksBeforeRemoval({
    ...{ maxLooks: 2, maxMs: 60_000, signal: new AbortController().signal },
    facts: async () => both.facts,
    verify: () => looking.promise,
  });
  const told = looks.onRemoval(removal('servidor'));
  looks.onRebuild();
  looking.resolve(both.report);
  await told;
  expect(looks.hasSeen).toBe(false);
});

test('a volume that goes, or all that nobody uses, is nobody who played a role', async () => {
  const looks = looksAt(both);
  await looks.onRemoval(removal('dados', { of: 'volume', command: 'docker volume rm dados' }));
  await looks.onRemoval(removal('', { of: 'network', isNew: false, command: 'docker network prune' }));
  expect(looks.best(running('servidor', 'cliente'))).toBeUndefined();
});
