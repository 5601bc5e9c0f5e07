import { expect, test } from 'vitest';
import type { CallEvidence } from '../../probes/calls.ts';
import { untilSlowTurn } from './watch-pairs.ts';

const since = 5_000_000;
const to = { address: '10.9.0.3', port: 5000 };

/** Calls so many seconds after the watching began, which has lasted for twelve. */
const calledAt = (...seconds: number[]): CallEvidence => ({
  calls: seconds.map((second, port) => ({ at: since + second * 1_000, sign: 'closed', port, route: 'direct', to })),
  ...{ refused: [], elsewhere: [], questions: [], hosts: [], connectionsOpened: seconds.length, datagramsSent: 1 },
  ...{ open: 0, watchedMs: 12_000, since, captured: true },
});

test('one that has called is watched until a pause of a minute is over', () => {
  expect(untilSlowTurn(calledAt(-6))).toBe(47_000);
  expect(untilSlowTurn(calledAt(2))).toBe(55_000);
  expect(untilSlowTurn(calledAt(-50, -5))).toBe(48_000);
});

test('one that has been silent for longer than that, has never called or is seen to go on is not watched for longer', () => {
  expect(untilSlowTurn(calledAt(-58))).toBe(0);
  expect(untilSlowTurn(calledAt())).toBe(0);
  expect(untilSlowTurn(calledAt(1, 6, 11))).toBe(0);
});
