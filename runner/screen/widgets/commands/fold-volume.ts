import type { EngineEvent } from '../../../engine/facts.ts';
import { entryOf, type Log, type Surroundings } from './log.ts';

const anonymous = /^[0-9a-f]{64}$/;

/** The log with an event of a volume in it. */
export function foldVolume(log: Log, event: EngineEvent, around: Surroundings): Log {
  // What the engine named itself comes and goes with a container.
  if (anonymous.test(event.id)) return log;
  const named = { ...event, attributes: { name: event.id } };
  if (event.action === 'create') return [...log, entryOf(named, 'volume-create', around)];
  return event.action === 'destroy' ? [...log, entryOf(named, 'volume-remove', around)] : log;
}
