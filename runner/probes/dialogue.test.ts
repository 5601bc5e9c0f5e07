import { expect, test } from 'vitest';
import { AsyncQueue } from '../base/async-queue.ts';
import type { EngineError, Helper } from '../engine/engine.ts';
import { Dialogue } from './dialogue.ts';

interface Said {
  readonly id?: number;
  readonly text: string;
}

/** A helper in memory: `hear` gets each question, and `lines` is what it says. */
function helperOf(hear: (question: { id: number; do: string }) => void) {
  const lines = new AsyncQueue<string>();
  const helper: Helper = {
    id: 'x',
    lines,
    ended: Promise.resolve(0),
    send: line => hear(JSON.parse(line)),
    [Symbol.asyncDispose]: async () => lines.close(),
  };
  return { helper, lines };
}

const signal = new AbortController().signal;
const failing = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: EngineError) => error,
  );

test('answers find their questions in whatever order they come, and all else is told', async () => {
  const asked: number[] = [];
  const told: (Said | undefined)[] = [];
  const { helper, lines } = helperOf(({ id }) => {
    asked.push(id);
    if (asked.length < 2) return;
    lines.put('no JSON at all');
    lines.put(JSON.stringify({ text: 'by itself' }));
    for (const one of asked.toReversed()) lines.put(JSON.stringify({ id: one, text: `answer ${one}` }));
  });
  await using dialogue = new Dialogue<Said>(helper, 'helper', one => told.push(one));
  const answers = await Promise.all(['a', 'b'].map(what => dialogue.ask({ do: what }, 5_000, signal)));
  expect(answers.map(({ text }) => text)).toEqual(['answer 1', 'answer 2']);
  expect(told[0]).toEqual({ text: 'by itself' });
});

test('a helper that ends fails what was asked, and what is asked afterwards, at once', async () => {
  const { helper, lines } = helperOf(() => lines.close());
  await using dialogue = new Dialogue<Said>(helper, 'helper');
  expect((await failing(dialogue.ask({ do: 'look' }, 60_000, signal)))?.message).toBe('the helper ended');
  expect((await failing(dialogue.ask({ do: 'look' }, 60_000, signal)))?.message).toBe('the helper ended');
});

test('one that says nothing is late, and only that question is', async () => {
  const { helper, lines } = helperOf(({ id, do: what }) => {
    if (what === 'answer') lines.put(JSON.stringify({ id, text: 'here' }));
  });
  await using dialogue = new Dialogue<Said>(helper, 'helper');
  const late = await failing(dialogue.ask({ do: 'be silent' }, 10, signal));
  expect(late).toMatchObject({ kind: 'deadline', message: 'helper: no answer to be silent within 0.01 s' });
  expect(await dialogue.ask({ do: 'answer' }, 5_000, signal)).toMatchObject({ text: 'here' });
});

test('an abort ends the waiting with its reason, and what comes later is nobody’s', async () => {
  const { helper, lines } = helperOf(() => {});
  await using dialogue = new Dialogue<Said>(helper, 'helper');
  const stop = new AbortController();
  const asked = dialogue.ask({ do: 'wait' }, 60_000, stop.signal);
  const reason = new Error('enough');
  stop.abort(reason);
  await expect(asked).rejects.toBe(reason);
  lines.put(JSON.stringify({ id: 1, text: 'late' }));
  expect(dialogue.failure).toBeUndefined();
});
