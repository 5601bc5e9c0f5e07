import type { EngineEvent } from '../../../engine/facts.ts';
import { isBuildStep } from '../../build-step.ts';
import type { Deed } from './entry.ts';
import {
  containerOf,
  endWithin,
  entryOf,
  isRunning,
  type Log,
  latest,
  momentOf,
  nameOf,
  type Surroundings,
  together,
} from './log.ts';

/** Networks that every container may be on without anybody's doing. */
const predefined = ['none', 'host', 'bridge'];

/** The log with an event of a network in it. */
export function foldNetwork(log: Log, event: EngineEvent, around: Surroundings): Log {
  const { name = '', container = '' } = event.attributes;
  if (event.action === 'create' || event.action === 'destroy') {
    return [...log, entryOf(event, event.action === 'create' ? 'network-create' : 'network-remove', around)];
  }
  const joins = event.action === 'connect';
  if (!joins && event.action !== 'disconnect') return log;
  const seen = containerOf(around.facts, container);
  if (seen !== undefined && isBuildStep(seen.image) && predefined.includes(name)) return log;
  const known = Object.hasOwn(around.names, container) || seen !== undefined;
  if (container === '' || (predefined.includes(name) && !known)) return log;
  const now = momentOf(event);
  const last = latest(log, container);
  if (last !== undefined && withEnds.has(last.deed) && now - last.ended < endWithin) return log;
  // A container that is being started joins its networks first, and one that has ended leaves them.
  if (last === undefined && joins && !isRunning(around.facts, container)) return log;
  const deed = joins ? 'connect' : 'disconnect';
  if (last?.deed === deed && last.other === name && now - last.ended < together) return log;
  const who = { ...event, id: container, attributes: { name: nameOf(container, around) } };
  return [...log, entryOf(who, deed, around, { other: name })];
}

/** After these, a container has not begun or has ended: what it joins or leaves is part of that. */
const withEnds: ReadonlySet<Deed> = new Set([
  'create',
  'signal',
  'stop',
  'kill',
  'end',
  'again',
  'remove',
  'remove-force',
]);
