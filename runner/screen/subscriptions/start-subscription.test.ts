import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import type { LogsPort } from '../ports.ts';
import type { ScreenEvent } from '../state.ts';
import type { LogNews } from '../widgets/logs/state.ts';
import { startSubscription } from './start-subscription.ts';
import type { Subscription } from './subscription.ts';

const log: Subscription = { to: 'logs', key: 'log 3', session: 3, target: { id: 'f00d', name: 'server' } };
afterEach(() => {
  vi.useRealTimers();
});

function stage(subscription: Subscription, follow: LogsPort['follow'] = async () => {}) {
  const told: ScreenEvent[] = [];
  const ending = new AbortController();
  const ports = { watches: { follow: () => {} }, logs: { follow } };
  startSubscription(ports, event => told.push(event), subscription, ending.signal);
  return { told, end: () => ending.abort() };
}

it('passes on what a log says, as long as it is listened to', () => {
  const tells: ((news: LogNews) => void)[] = [];
  const { told, end } = stage(log, (target, _signal, tell) => {
    expect(target.name).toBe('server');
    tells.push(tell);
    return new Promise(() => {});
  });
  tells[0]?.({ kind: 'removed' });
  end();
  tells[0]?.({ kind: 'engine-back' });
  expect(told).toEqual([{ kind: 'logs', event: { session: 3, news: { kind: 'removed' } } }]);
});

it('tells that a log can no longer be followed', async () => {
  const { told } = stage(log, () => Promise.reject(new Error('a bug')));
  await nextTurn();
  expect(told).toEqual([{ kind: 'logs', event: { session: 3, news: { kind: 'engine-lost' } } }]);
});

it('ticks, and stops', () => {
  vi.useFakeTimers({ now: 1_000 });
  const { told, end } = stage({ to: 'ticks', key: 'ticks', everyMs: 100 });
  vi.advanceTimersByTime(250);
  end();
  vi.advanceTimersByTime(250);
  expect(told).toEqual([
    { kind: 'tick', now: 1_100 },
    { kind: 'tick', now: 1_200 },
  ]);
});
