import { describe, expect, test } from 'vitest';
import type { Call, CallEvidence } from '../../probes/calls.ts';
import { isSlow, rhythmOf } from './rhythm.ts';

const since = 1_000_000;

const call = (at: number, sign: Call['sign'] = 'closed', port = at): Call => ({
  at,
  sign,
  port,
  route: 'direct',
  to: { address: '10.0.0.2', port: 8080 },
});

const seen = (...calls: Call[]): CallEvidence => ({
  calls,
  refused: [],
  elsewhere: [],
  questions: [],
  hosts: [],
  connectionsOpened: calls.length,
  datagramsSent: 1,
  open: 0,
  watchedMs: 5_000,
  since,
  captured: true,
});

/** Calls so many seconds after the watching began. */
const callsAt = (...seconds: number[]) => seen(...seconds.map(second => call(since + second * 1_000)));
/** Watched until so many seconds after that. */
const until = (evidence: CallEvidence, second: number) => ({ ...evidence, watchedMs: second * 1_000 });
const isPeriodic = (evidence: CallEvidence, second: number) => rhythmOf(until(evidence, second)).periodic;

describe('recurs', () => {
  test('with two calls while watched, or one and one before', () => {
    expect(isPeriodic(callsAt(1, 3), 4)).toBe(true);
    expect(isPeriodic(callsAt(-28, 2), 3)).toBe(true);
  });

  test('with three before we watched, if the last is no older than their spacing would have it', () => {
    expect(isPeriodic(callsAt(-25, -15, -5), 0)).toBe(true);
    expect(isPeriodic(callsAt(-25, -15, -5), 16)).toBe(true);
    expect(isPeriodic(callsAt(-45, -43, -41), 0)).toBe(false);
  });

  test('with a request over a connection that was open before', () => {
    expect(isPeriodic(seen(call(since + 1_000, 'request', 1)), 2)).toBe(true);
  });
});

describe('does not recur', () => {
  test('with one call, or none', () => {
    expect(isPeriodic(callsAt(), 1)).toBe(false);
    expect(isPeriodic(callsAt(1), 2)).toBe(false);
  });

  test('with two before we watched: that may have been all', () => {
    expect(isPeriodic(callsAt(-5, -3), 0)).toBe(false);
  });

  test('with a burst, however many calls it has', () => {
    const burst = seen(...[0, 20, 40, 60, 80].map(ms => call(since + 1_000 + ms)));
    expect(rhythmOf(until(burst, 2))).toMatchObject({ bursts: [since + 1_000], periodic: false });
  });

  test('with a request over a connection that was opened for it', () => {
    const once = seen(call(since + 1_000, 'connection', 1), call(since + 1_001, 'request', 1));
    expect(isPeriodic(once, 2)).toBe(false);
  });

  test('with what was under way in the moment the watching began', () => {
    expect(isPeriodic(seen(call(since + 10, 'request', 1)), 1)).toBe(false);
  });
});

test('a rhythm that has missed its turn has stopped', () => {
  expect(isPeriodic(callsAt(1, 2, 3), 6)).toBe(true);
  expect(isPeriodic(callsAt(1, 2, 3), 8)).toBe(false);
});

describe('may only be slow', () => {
  const slow = (evidence: CallEvidence, second: number) =>
    isSlow(rhythmOf(until(evidence, second)), since + second * 1_000);

  test.each([45, 20])('with two calls %i s apart, until it has missed its turn', gap => {
    expect(slow(callsAt(-gap - 5, -5), 12)).toBe(true);
    expect(slow(callsAt(-gap - 5, -5), 3 * gap)).toBe(false);
  });

  test('but not with calls at once, one, none, or where it is seen to recur', () => {
    expect(slow(callsAt(-6, -5), 0)).toBe(false);
    expect(slow(callsAt(-5), 3)).toBe(false);
    expect(slow(callsAt(), 3)).toBe(false);
    expect(slow(callsAt(-45, 1), 3)).toBe(false);
  });
});
