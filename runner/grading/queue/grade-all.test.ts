import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PartResult } from '../../gradebook/result.ts';
import { say } from '../../language/say.ts';
import { challengeNumber, fakeResult, fakeSubmission, fakeTask, memoryStore } from '../../test/fakes/class.ts';
import { inEnglish } from '../../test/fakes/in-english.ts';
import { type GradeAllOptions, type GradeOne, gradeAll } from './grade-all.ts';
import type { QueueEvent } from './progress-state.ts';
import { type Task, tasksOf } from './task.ts';

const two = [challengeNumber(1), challengeNumber(2)];

/** Works that are judged when the test says so. */
function slowGrading() {
  const running: {
    task: Task;
    how: GradeOne;
    end: (change?: Partial<PartResult>) => void;
    fail: (error: Error) => void;
  }[] = [];
  const begun: string[] = [];
  let most = 0;
  const grade = (task: Task, how: GradeOne) => {
    const { promise, resolve, reject } = Promise.withResolvers<PartResult>();
    const leave = () => running.splice(running.indexOf(entry), 1);
    const entry = {
      task,
      how,
      end: (change: Partial<PartResult> = {}) => {
        leave();
        resolve({ ...fakeResult(task), ...change });
      },
      fail: (error: Error) => {
        leave();
        reject(error);
      },
    };
    running.push(entry);
    begun.push(`${task.submission.id}/${task.challenge.number}`);
    most = Math.max(most, running.length);
    return promise;
  };
  return { running, begun, grade, most: () => most };
}

function optionsWith(change: Partial<GradeAllOptions>): GradeAllOptions & { readonly events: QueueEvent[] } {
  const events: QueueEvent[] = [];
  return {
    ...{ jobs: 2, store: memoryStore(), kept: [], partsEach: 1, scriptMs: 1000 },
    ...{ submissionMs: 60_000, timeoutMs: 1000, signal: new AbortController().signal },
    onEvent: event => void events.push(event),
    grade: async task => fakeResult(task),
    ...change,
    events,
  };
}

const settled = () => new Promise(resolve => setImmediate(resolve));
const tasks = (count: number) => Array.from({ length: count }, (_, index) => fakeTask(`s${index + 1}`));

test.each([1, 2, 4])('never more than %i at once, in order, and each exactly once', async jobs => {
  const slow = slowGrading();
  const run = gradeAll(tasks(7), optionsWith({ jobs, grade: slow.grade }));
  for (let ended = 0; ended < 7; ended += 1) {
    await settled();
    expect(slow.running.length).toBe(Math.min(jobs, 7 - ended));
    // The one that began last: others must not be kept waiting by the first.
    slow.running.at(-1)?.end();
  }
  expect((await run).map(({ task }) => task.submission.id).sort()).toEqual(tasks(7).map(it => it.submission.id));
  expect(slow.most()).toBe(jobs);
  expect(slow.begun).toEqual(tasks(7).map(({ submission }) => `${submission.id}/1`));
});

test('a result is kept at once, and a submission when its last one is there', async () => {
  const slow = slowGrading();
  const store = memoryStore();
  const all = tasksOf([fakeSubmission('ana', two)], two, () => 'd');
  const run = gradeAll(all, optionsWith({ grade: slow.grade, store, partsEach: 2 }));
  await settled();
  slow.running[1]?.end();
  await settled();
  expect([...store.works.keys()]).toEqual([`ana/${two[1]?.id}`]);
  expect(store.submissions.size).toBe(0);
  slow.running[0]?.end();
  await run;
  expect(store.submissions.get('ana')?.works.map(({ challenge }) => challenge)).toEqual(two.map(({ id }) => id));
});

test('a submission that was whole when the process was killed is told at the next start', async () => {
  const store = memoryStore();
  const task = fakeTask('ana');
  await gradeAll([], optionsWith({ store, kept: [{ task, result: fakeResult(task) }] }));
  expect(store.submissions.get('ana')?.works).toHaveLength(1);
});

test('what goes wrong with one ends none of the others, and is never a zero', async () => {
  const store = memoryStore();
  const thrown = () => {
    throw new Error('out of luck');
  };
  const told = await gradeAll(
    tasks(4),
    optionsWith({
      store,
      grade: (task, { signal }) => {
        if (task.submission.id === 's2') return thrown();
        if (task.submission.id === 's3') return Promise.reject(new TypeError('undefined is not a function'));
        expect(signal.aborted).toBe(false);
        return Promise.resolve(fakeResult(task));
      },
    }),
  );
  const byId = new Map(told.map(({ task, result }) => [task.submission.id, result]));
  expect([...byId.values()].map(({ outcome }) => outcome).sort()).toEqual(['graded', 'graded', 'unknown', 'unknown']);
  expect(inEnglish(byId.get('s2')?.reason)).toContain('out of luck');
  expect(byId.get('s3')?.objectives.every(({ verdict }) => verdict === 'unknown')).toBe(true);
  expect(store.works.size).toBe(4);
});

describe('when it is stopped', () => {
  const stop = () => {
    const controller = new AbortController();
    return { controller, reason: new Error('Ctrl-C') };
  };

  test('nothing new begins, what runs is told and waited for, and what is done stays', async () => {
    const { controller, reason } = stop();
    const slow = slowGrading();
    const store = memoryStore();
    const run = gradeAll(tasks(5), optionsWith({ grade: slow.grade, store, signal: controller.signal }));
    let over = false;
    const ended = run.catch((error: unknown) => {
      over = true;
      return error;
    });
    await settled();
    slow.running[0]?.end();
    await settled();
    controller.abort(reason);
    await settled();
    expect(slow.running.every(({ how }) => how.signal.aborted)).toBe(true);
    expect(over).toBe(false);
    slow.running[1]?.fail(new Error('aborted'));
    await settled();
    expect(over).toBe(false);
    slow.running[0]?.fail(new Error('aborted'));
    expect(await ended).toBe(reason);
    expect(slow.begun).toEqual(['s1/1', 's2/1', 's3/1']);
    expect([...store.works.keys()]).toEqual([`s1/${two[0]?.id}`]);
  });

  test('one that ends all the same counts; one that takes it for a fault does not', async () => {
    const { controller, reason } = stop();
    const slow = slowGrading();
    const store = memoryStore();
    const run = gradeAll(tasks(2), optionsWith({ grade: slow.grade, store, signal: controller.signal }));
    await settled();
    controller.abort(reason);
    slow.running[0]?.end();
    slow.running[0]?.end({ outcome: 'unknown' });
    await expect(run).rejects.toBe(reason);
    expect([...store.works.keys()]).toEqual([`s1/${two[0]?.id}`]);
  });
});

test('where a result cannot be kept, the run stops, and says why', async () => {
  const full = new Error('ENOSPC');
  const slow = slowGrading();
  const store = { ...memoryStore(), keep: () => Promise.reject(full) };
  const run = gradeAll(tasks(3), optionsWith({ grade: slow.grade, store }));
  await settled();
  slow.running[0]?.end();
  await settled();
  expect(slow.running[0]?.how.signal.aborted).toBe(true);
  slow.running[0]?.fail(new Error('aborted'));
  await expect(run).rejects.toBe(full);
  expect(slow.begun).toHaveLength(2);
});

describe('the time of a submission', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
  afterEach(() => void vi.useRealTimers());

  const ana = fakeSubmission('ana', two);
  const parts = tasksOf([ana], two, () => 'd');
  /** Ends when it is told to, as a part does. */
  const obedient = (task: Task, { signal }: GradeOne) =>
    new Promise<PartResult>((resolve, reject) => {
      const timer = setTimeout(() => resolve(fakeResult(task)), 600);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    });

  test.each([1, 2])('is that of all its works together, with %i at once', async jobs => {
    const run = gradeAll(parts, optionsWith({ jobs, partsEach: 2, submissionMs: 1000, grade: obedient }));
    await vi.advanceTimersByTimeAsync(1000);
    const told = await run;
    const outcomes = told.map(({ result }) => result.outcome).sort();
    expect(outcomes).toEqual(jobs === 1 ? ['graded', 'unknown'] : ['unknown', 'unknown']);
    expect(inEnglish(told.at(-1)?.result.reason)).toContain('The time for the whole submission');
  });

  test('leaves others alone', async () => {
    const bia = tasksOf([fakeSubmission('bia', two.slice(0, 1))], two.slice(0, 1), () => 'd');
    const run = gradeAll([...parts, ...bia], optionsWith({ jobs: 1, submissionMs: 700, grade: obedient }));
    await vi.advanceTimersByTimeAsync(3000);
    expect((await run).map(({ result }) => result.outcome)).toEqual(['graded', 'unknown', 'graded']);
  });

  test('is enforced on what does not listen, too', async () => {
    const deaf = (task: Task) =>
      task.submission.id === 'ana' ? new Promise<PartResult>(() => {}) : Promise.resolve(fakeResult(task));
    const all = [...parts.slice(0, 1), ...tasks(1)];
    const run = gradeAll(all, optionsWith({ jobs: 1, submissionMs: 1000, timeoutMs: 500, grade: deaf }));
    await vi.advanceTimersByTimeAsync(1500);
    expect((await run).map(({ result }) => result.outcome)).toEqual(['unknown', 'graded']);
  });
});

test('events tell a run from its beginning to its end', async () => {
  const options = optionsWith({
    grade: async (task, { onPhase }) => {
      onPhase('checking');
      return fakeResult(task);
    },
  });
  await gradeAll(tasks(1), options);
  expect(options.events.map(({ kind }) => kind)).toEqual(['started', 'phase', 'finished']);
});

describe('a machine that fails again and again', () => {
  const unknown = (task: Task, code = 'fault.unreachable') => ({
    ...fakeResult(task, { outcome: 'unknown', verdict: 'unknown' }),
    reason: say(code as 'fault.unreachable'),
  });

  test('stops the run after three in a row, with the reason, and what was judged is kept', async () => {
    const judged: string[] = [];
    const grade = async (task: Task) => {
      judged.push(task.submission.id);
      return judged.length > 1 ? unknown(task) : fakeResult(task);
    };
    const store = memoryStore();
    const running = gradeAll(tasks(9), optionsWith({ jobs: 1, grade, store }));
    await expect(running).rejects.toMatchObject({ name: 'MachineFails', reason: { code: 'fault.unreachable' } });
    expect(judged).toEqual(['s1', 's2', 's3', 's4']);
  });

  test.each([
    ['one that goes well comes between', (index: number) => index % 3 !== 2],
    ['they are the last', (index: number) => index > 4],
  ])('does not where %s', async (_, fails) => {
    let index = 0;
    const grade = async (task: Task) => (fails(index++) ? unknown(task, 'fault.hung') : fakeResult(task));
    expect(await gradeAll(tasks(8), optionsWith({ jobs: 1, grade }))).toHaveLength(8);
  });
});
