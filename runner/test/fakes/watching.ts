import { vi } from 'vitest';
import { networkedContainers as challenge } from '../../../challenges/01-networked-containers/challenge.ts';
import { watchChallenge } from '../../live/live.ts';
import type { LiveEvent } from '../../live/live-event.ts';
import { fakeContainer } from './facts.ts';
import { noJournal } from './journal.ts';
import { FakeLiveEngine } from './live-engine.ts';
import { recordedEvidence } from './recorded-evidence.ts';

/** What an engine says with challenge 1's solution on it. */
export const { facts: solution } = recordedEvidence('solution');

/** Its client. */
export const client = solution.containers.find(({ name }) => name === 'client') ?? fakeContainer('client');

/** A watch of challenge 1, and all that it has told. Time passes by `pass` alone: the test has fake timers. */
export function watching(fake = new FakeLiveEngine(solution)) {
  const stop = new AbortController();
  const recheck = new EventTarget();
  const told: LiveEvent[] = [];
  const connected = { engine: fake.engine, source: 'test', journal: noJournal };
  const options = { language: 'en', binds: {}, signal: stop.signal, recheck } as const;
  const ended = (async () => {
    for await (const event of watchChallenge(challenge, connected, options)) told.push(event);
  })();
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return {
    fake,
    told,
    stop,
    recheck,
    pass,
    kinds: () => told.map(event => (event.kind === 'report' && !event.complete ? 'quick report' : event.kind)),
    /** Forgets what was told. */
    forget: () => told.splice(0),
    verdict: (id: string) => {
      const event = told.findLast(({ kind }) => kind === 'report');
      if (event?.kind !== 'report') return undefined;
      return event.pending.includes(id) ? 'pending' : event.report.objectives.find(it => it.id === id)?.verdict;
    },
    async end() {
      stop.abort();
      await pass(0);
      await ended;
    },
  };
}

/** The same with the client on no network. */
export const clientAlone = () => ({
  ...solution,
  containers: solution.containers.map(container =>
    container.name === 'client' ? { ...client, networks: [] } : container,
  ),
});
