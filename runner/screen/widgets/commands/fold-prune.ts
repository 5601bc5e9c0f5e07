import type { EngineEvent } from '../../../engine/facts.ts';
import type { Deed } from './entry.ts';
import { endWithin, entryOf, type Log, momentOf, type Surroundings } from './log.ts';

const prunable: Readonly<Record<string, Deed>> = {
  container: 'remove',
  network: 'network-remove',
  volume: 'volume-remove',
  image: 'image-remove',
};

/** The log after a `prune`: the removals just before it were its doing. Where there are none, nothing has changed. */
export function pruned(log: Log, event: EngineEvent, around: Surroundings): Log {
  const deed = prunable[event.type];
  const now = momentOf(event);
  let from = log.length;
  while (from > 0) {
    const entry = log[from - 1];
    if (entry?.kind !== 'command' || entry.deed !== deed || now - entry.ended > endWithin) break;
    from -= 1;
  }
  const count = log.length - from;
  if (count === 0) return log;
  const named = { ...event, attributes: { name: '' } };
  return [...log.slice(0, from), entryOf(named, 'prune', around, { other: event.type, count })];
}
