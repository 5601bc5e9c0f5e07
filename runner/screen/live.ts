import { inLanguage } from '../language/tell.ts';
import type { LiveEvent } from '../live/live-event.ts';
import type { Report } from '../verdict/report.ts';
import { type Next, quiet } from './effects/next.ts';
import type { Attempt, LogEntry, State } from './state.ts';
import { enriched } from './widgets/commands/enrich.ts';
import { foldEvent } from './widgets/commands/fold.ts';

const logLength = 200;
/** Of so many containers names are kept: what is told of one that is gone comes soon. */
const namesKept = 500;

/** What the watch of the open challenge tells, taken into the state. */
export function reduceLive(state: State, attempt: Attempt, event: LiveEvent, at: number): Next {
  return quiet(afterLiveEvent(state, attempt, event, at));
}

function afterLiveEvent(state: State, attempt: Attempt, event: LiveEvent, at: number): State {
  const next = (change: Partial<Attempt>): State => ({ ...state, attempt: { ...attempt, ...change } });
  switch (event.kind) {
    case 'checking':
      return next({
        ...{ checking: true, waitsForOthers: false },
        checkingSince: attempt.checking ? attempt.checkingSince : at,
      });
    case 'waiting':
      return next({ waitsForOthers: true });
    case 'report': {
      const turned = transitions(attempt.report, event.report, event.pending, at);
      const chosenIsMet = turned.some(entry => entry.kind === 'met' && entry.objective === attempt.chosen);
      const withReport = next({
        report: event.report,
        pending: event.complete ? [] : event.pending,
        checking: !event.complete,
        waitsForOthers: !event.complete && attempt.waitsForOthers === true,
        checkedAt: at,
        trouble: undefined,
        disruption: event.complete ? withoutRunning(attempt) : attempt.disruption,
        chosen: chosenIsMet ? undefined : attempt.chosen,
        log: logged(attempt, ...turned),
      });
      return {
        ...withReport,
        now: Math.max(state.now, at),
        scroll: turned.length > 0 && state.reading === undefined ? 0 : state.scroll,
        reports: { ...state.reports, [attempt.challenge.id]: event.report },
      };
    }
    case 'facts':
      return next({
        facts: event.facts,
        aheadMs: event.aheadMs ?? 0,
        log: enriched(attempt.log, event.facts, attempt.facts),
      });
    case 'change': {
      const { id, type, attributes } = event.event;
      const { name } = attributes;
      const names = type === 'container' && name !== undefined ? named(attempt.names, id, name) : attempt.names;
      const log = foldEvent(attempt.log, event.event, { at, facts: attempt.facts, names: attempt.names });
      return log === attempt.log ? state : next({ names, log: log.slice(-logLength) });
    }
    case 'engine-lost': {
      const trouble = { kind: 'engine', message: inLanguage(event.message, state.language) } as const;
      if (attempt.trouble?.kind === 'engine') return next({ trouble });
      return next({
        ...{ trouble, checking: false, waitsForOthers: false, pending: [], disruption: undefined },
        log: logged(attempt, { at, kind: 'engine-lost' }),
      });
    }
    case 'look-failed':
      return next({
        trouble: { kind: 'look', message: inLanguage(event.message, state.language) },
        checking: false,
        pending: [],
        disruption: undefined,
      });
    case 'engine-back':
      return next({
        trouble: undefined,
        checking: true,
        checkingSince: 0,
        log: logged(attempt, { at, kind: 'engine-back' }),
      });
  }
}

/** The names with one more, the latest last. */
function named(names: Attempt['names'], id: string, name: string): Attempt['names'] {
  if (names[id] === name) return names;
  const others = Object.entries(names).filter(([other]) => other !== id);
  return Object.fromEntries([...others.slice(1 - namesKept), [id, name]]);
}

/** Once it was asked for, the next complete verdicts are those of the checks that disturb. */
function withoutRunning({ disruption }: Attempt): Attempt['disruption'] {
  return disruption === 'running' ? undefined : disruption;
}

/** The objectives that have become met, or are no longer. An objective that is still pending has not turned. */
function transitions(
  before: Report | undefined,
  after: Report,
  pending: readonly string[],
  at: number,
): (LogEntry & { readonly kind: 'met' | 'lost' })[] {
  if (before === undefined) return [];
  return after.objectives.flatMap((objective): (LogEntry & { readonly kind: 'met' | 'lost' })[] => {
    const was = before.objectives.find(other => other.id === objective.id)?.verdict;
    if (was === undefined || pending.includes(objective.id)) return [];
    if (was !== 'pass' && objective.verdict === 'pass') return [{ at, kind: 'met', objective: objective.id }];
    const lost = was === 'pass' && objective.verdict !== 'unknown' && objective.verdict !== 'pass';
    return lost ? [{ at, kind: 'lost', objective: objective.id }] : [];
  });
}

function logged(attempt: Attempt, ...entries: LogEntry[]): readonly LogEntry[] {
  return entries.length === 0 ? attempt.log : [...attempt.log, ...entries].slice(-logLength);
}
