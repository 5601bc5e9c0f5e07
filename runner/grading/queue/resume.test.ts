import { expect, test } from 'vitest';
import { challengeNumber, fakeResult, fakeSubmission, type MemoryStore, memoryStore } from '../../test/fakes/class.ts';
import { digestOf } from './digest-of.ts';
import { type GradeAllOptions, gradeAll } from './grade-all.ts';
import { planRun } from './plan-run.ts';
import { submissionResult } from './submission-result.ts';
import { type Task, type Told, tasksOf } from './task.ts';

const challenges = [1, 2, 3].map(challengeNumber);
const classOf = (content: (id: string) => string) =>
  ['ana', 'bia', 'caio', 'davi', 'eva'].map(id => fakeSubmission(id, challenges, content(id)));
const wishes = { only: undefined, rerun: false, rerunUnknown: false, scriptMs: 1000 };

/** Numbers from 0 to 1 that are the same for the same seed (the generator mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A store of a process that dies at its nth write: that one never comes to an end, written or not, and nothing after it. */
function mortal(
  store: MemoryStore,
  writes: number,
  isWritten: boolean,
): MemoryStore & { readonly died: Promise<void> } {
  let count = 0;
  const { promise: died, resolve } = Promise.withResolvers<void>();
  const unlessDead = async (write: () => Promise<void>) => {
    count += 1;
    if (count < writes) return write();
    if (count === writes && isWritten) await write();
    resolve();
    await new Promise(() => {});
  };
  return {
    ...store,
    died,
    keep: (name, stored) => unlessDead(() => store.keep(name, stored)),
    keepSubmission: result => unlessDead(() => store.keepSubmission(result)),
  };
}

/** One process: it knows only what is in the store. Resolves to undefined where it died. */
async function oneProcess(
  store: MemoryStore,
  tasks: readonly Task[],
  random: () => number,
  judged: Task[],
  dies: boolean,
): Promise<readonly Told[] | undefined> {
  const found = await Promise.all(
    tasks.map(async task => ({
      task,
      stored: await store.read({ submission: task.submission.id, challenge: task.challenge.id }),
    })),
  );
  const { toRun, kept } = planRun(found, wishes);
  const here = dies ? mortal(store, 1 + Math.floor(random() * (toRun.length + 2)), random() < 0.5) : undefined;
  const options: GradeAllOptions = {
    ...{ jobs: 1 + Math.floor(random() * 4), kept, partsEach: challenges.length, scriptMs: 1000 },
    ...{ submissionMs: 60_000, timeoutMs: 60_000, signal: new AbortController().signal },
    store: here ?? store,
    onEvent: () => {},
    grade: async task => {
      // In any order.
      for (let turns = Math.floor(random() * 12); turns > 0; turns -= 1) await Promise.resolve();
      judged.push(task);
      return fakeResult(task, { verdict: task.submission.id < 'c' ? 'pass' : 'fail' });
    },
  };
  const run = gradeAll(toRun, options);
  return here === undefined ? run : Promise.race([run, here.died.then(() => undefined)]);
}

const grades = (told: readonly Told[], tasks: readonly Task[]) =>
  [...new Set(tasks.map(({ submission }) => submission))].map(submission =>
    submissionResult(
      submission,
      told.filter(({ task }) => task.submission === submission),
    ),
  );

test.each(Array.from({ length: 150 }, (_, seed) => seed))(
  'killed at random moments, the grades are the same: %i',
  async seed => {
    const random = randomFrom(seed);
    const tasks = tasksOf(
      classOf(id => id),
      challenges,
      (part, challenge) => digestOf(part, challenge, '1'),
    );
    const undisturbed = await oneProcess(memoryStore(), tasks, () => 0.5, [], false);
    const store = memoryStore();
    const judged: Task[] = [];
    for (let kills = Math.floor(random() * 6); kills > 0; kills -= 1) {
      const before = new Set(store.works.keys());
      const begun: Task[] = [];
      await oneProcess(store, tasks, random, begun, true);
      // Nothing is done twice unless it was not kept.
      for (const { submission, challenge } of begun) expect(before).not.toContain(`${submission.id}/${challenge.id}`);
      judged.push(...begun);
    }
    const missing = tasks.filter(({ submission, challenge }) => !store.works.has(`${submission.id}/${challenge.id}`));
    const last: Task[] = [];
    const told = await oneProcess(store, tasks, random, last, false);
    expect(new Set(last)).toEqual(new Set(missing));
    expect(grades(told ?? [], tasks)).toEqual(grades(undisturbed ?? [], tasks));
    expect([...store.submissions.values()].sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
      grades(undisturbed ?? [], tasks),
    );
  },
);

test('a run that changes nothing judges nothing; one with another content, challenge or grader does', async () => {
  const store = memoryStore();
  const make = (content: (id: string) => string, grader = '1') =>
    tasksOf(classOf(content), challenges, (part, challenge) => digestOf(part, challenge, grader));
  const judgedOf = async (tasks: readonly Task[]) => {
    const judged: Task[] = [];
    await oneProcess(store, tasks, () => 0.5, judged, false);
    return judged.length;
  };
  const random = (id: string) => id;
  expect(await judgedOf(make(random))).toBe(15);
  expect(await judgedOf(make(random))).toBe(0);
  expect(await judgedOf(make(id => (id === 'eva' ? 'new' : id)))).toBe(3);
  expect(await judgedOf(make(random))).toBe(3);
  expect(await judgedOf(make(random, '2'))).toBe(15);
});
