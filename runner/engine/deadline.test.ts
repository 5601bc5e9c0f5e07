import { expect, test } from 'vitest';
import { withDeadline } from './deadline.ts';

const never = () => new Promise<never>(() => {});

test('what is done in time is what comes back', async () => {
  expect(await withDeadline('facts', 5_000, undefined, async () => 42)).toBe(42);
});

test('what is not is an error that names it, even where the work does not heed its signal', async () => {
  await expect(withDeadline('logs of server', 10, undefined, never)).rejects.toMatchObject({
    name: 'EngineError',
    kind: 'deadline',
    message: 'logs of server: no answer within 0.01 s',
  });
});

test('at the deadline the work is told to stop', async () => {
  const told = Promise.withResolvers<unknown>();
  const work = (signal: AbortSignal) => {
    signal.addEventListener('abort', () => told.resolve(signal.reason));
    return never();
  };
  await expect(withDeadline('x', 10, undefined, work)).rejects.toThrow();
  expect(await told.promise).toMatchObject({ kind: 'deadline' });
});

test('an outer signal ends it with its own reason, before or while it works', async () => {
  const outer = new AbortController();
  const waiting = withDeadline('x', 5_000, outer.signal, never);
  outer.abort(new Error('Ctrl-C'));
  await expect(waiting).rejects.toThrow('Ctrl-C');
  let worked = false;
  const work = async () => {
    worked = true;
  };
  await expect(withDeadline('x', 5_000, outer.signal, work)).rejects.toThrow('Ctrl-C');
  expect(worked).toBe(false);
});

test('what the work throws comes through, also where it throws at once, and no timer is left behind', async () => {
  const timers = () => process.getActiveResourcesInfo().filter(kind => kind === 'Timeout').length;
  const before = timers();
  const fail = async () => {
    throw new Error('no such container');
  };
  const failAtOnce = (): Promise<never> => {
    throw new Error('bad argument');
  };
  await expect(withDeadline('x', 60_000, undefined, fail)).rejects.toThrow('no such container');
  await expect(withDeadline('x', 60_000, undefined, failAtOnce)).rejects.toThrow('bad argument');
  expect(timers()).toBe(before);
});
