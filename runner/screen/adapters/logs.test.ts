import { expect, it, vi } from 'vitest';
import { AsyncQueue } from '../../base/async-queue.ts';
import { type Engine, EngineError, type FollowOptions } from '../../engine/engine.ts';
import type { ContainerFacts, EngineEvent, LogLine } from '../../engine/facts.ts';
import { fakeContainer } from '../../test/fakes/facts.ts';
import type { LogNews } from '../widgets/logs/state.ts';
import { screenLogs } from './logs.ts';

/** An engine of one name, whose containers, logs and absences the test tells. */
function scripted() {
  const engine = {
    container: fakeContainer('server') as ContainerFacts | undefined,
    down: false,
    asked: [] as { id: string; since: string | undefined }[],
    events: new AsyncQueue<EngineEvent>(),
    log: new AsyncQueue<LogLine>(),
    failure: undefined as EngineError | undefined,
  };
  const gone = () => new EngineError('unreachable', 'gone');
  const news: LogNews[] = [];
  const stop = new AbortController();
  const readable = {
    facts: async () => {
      if (engine.down) throw gone();
      const containers = engine.container === undefined ? [] : [engine.container];
      return { containers, networks: [], volumes: [], images: [], imageTags: [] };
    },
    events: async function* (signal: AbortSignal) {
      if (engine.down) throw gone();
      const box = engine.events;
      signal.addEventListener('abort', () => box.close());
      yield* box;
    },
    followLogs: async function* (id: string, { signal, since }: FollowOptions) {
      engine.asked.push({ id, since });
      if (engine.failure !== undefined) throw engine.failure;
      const box = engine.log;
      signal.addEventListener('abort', () => box.close());
      yield* box;
    },
  } satisfies Pick<Engine, 'facts' | 'events' | 'followLogs'>;
  const port = screenLogs(async () => ({ engine: readable }));
  const following = port.follow({ id: 'server', name: 'server' }, stop.signal, one => news.push(one));
  const become = (change: Partial<ContainerFacts> | undefined, action: string) => {
    engine.container = change === undefined ? undefined : { ...fakeContainer('server'), ...change };
    engine.log.close();
    engine.log = new AsyncQueue();
    const id = engine.container?.id ?? 'server';
    engine.events.put({ at: '', type: 'container', action, id, attributes: { name: 'server' } });
  };
  const hears = (expected: readonly unknown[]) =>
    vi.waitFor(() => expect(news.slice(-expected.length)).toMatchObject(expected), { timeout: 20_000 });
  return {
    engine,
    news,
    become,
    hears,
    write: (second: number, text: string) =>
      engine.log.put({ at: `2026-11-21T00:00:0${second}Z`, stream: 'stdout', text }),
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await following;
    },
  };
}

it('tells the lines in batches, and follows a container that is started again from where it was', async () => {
  await using script = scripted();
  await script.hears([{ kind: 'running', how: 'first' }]);
  script.write(1, 'one');
  script.write(2, 'two');
  await script.hears([{ kind: 'lines', lines: [{ text: 'one' }, { text: 'two' }] }]);
  script.become({ state: 'exited', exitCode: 3 }, 'die');
  await script.hears([{ kind: 'ended', exitCode: 3 }]);
  script.become({ startedAt: '2026-11-21T00:01:00Z' }, 'start');
  await script.hears([{ kind: 'ended' }, { kind: 'running', how: 'restarted' }]);
  expect(script.engine.asked.at(-1)?.since).toBe('2026-11-21T00:00:02Z');
});

it('follows a new container of the same name from its beginning', async () => {
  await using script = scripted();
  await script.hears([{ kind: 'running' }]);
  script.write(1, 'old');
  script.become(undefined, 'destroy');
  await script.hears([{ kind: 'lines' }, { kind: 'removed' }]);
  script.become({ id: 'f00d' }, 'start');
  await script.hears([{ kind: 'removed' }, { kind: 'running', how: 'recreated' }]);
  expect(script.engine.asked.at(-1)).toEqual({ id: 'f00d', since: undefined });
  script.write(3, 'new');
  await script.hears([{ kind: 'lines', lines: [{ text: 'new' }] }]);
});

it('says that the engine is gone, once, and goes on when it is back', async () => {
  await using script = scripted();
  await script.hears([{ kind: 'running' }]);
  script.write(1, 'before');
  await script.hears([{ kind: 'lines' }]);
  script.engine.down = true;
  script.engine.log.fail(new EngineError('unreachable', 'gone'));
  await script.hears([{ kind: 'engine-lost' }]);
  script.engine.log = new AsyncQueue();
  script.engine.events = new AsyncQueue();
  script.engine.down = false;
  await script.hears([{ kind: 'lines' }, { kind: 'engine-lost' }, { kind: 'engine-back' }]);
  script.write(2, 'after');
  await script.hears([{ kind: 'lines', lines: [{ text: 'after' }] }]);
});

it('says that a log cannot be read', async () => {
  await using script = scripted();
  await script.hears([{ kind: 'running' }]);
  script.engine.failure = new EngineError('other', 'no', { statusCode: 501 });
  script.become({ startedAt: '2026-11-21T00:01:00Z' }, 'start');
  await script.hears([{ kind: 'unreadable' }]);
});

it('leaves out what nobody could read, and counts it', async () => {
  await using script = scripted();
  await script.hears([{ kind: 'running' }]);
  for (let index = 0; index < 20_000; index += 1) script.write(1, `${index}`);
  await vi.waitFor(() => expect(script.news.at(-1)).toMatchObject({ lines: { length: 5_000 }, leftOut: 15_000 }), {
    timeout: 20_000,
  });
});
