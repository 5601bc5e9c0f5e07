import type { EngineEvent } from '../../../engine/facts.ts';
import { isBuildStep } from '../../build-step.ts';
import type { CommandEntry, Deed } from './entry.ts';
import {
  changed,
  containerOf,
  endWithin,
  entryOf,
  type Log,
  latest,
  momentOf,
  type Surroundings,
  together,
  without,
} from './log.ts';

/** Between `docker create` and the start that makes it a `docker run`: an image may have to be looked at first. */
const runWithin = 10_000;
/** The engine starts a container again sooner than a person would; later, what its restart policy says decides. */
const soonMs = 1_000;

/** The log with an event of a container in it. */
export function foldContainer(log: Log, event: EngineEvent, around: Surroundings): Log {
  const { id, attributes } = event;
  const { image = '', exitCode = '', signal = '' } = attributes;
  const now = momentOf(event);
  // The nameless containers in which the classic builder does its steps.
  if (isBuildStep(image)) return log;
  const add = (deed: Deed, more: Partial<CommandEntry> = {}): Log => [...log, entryOf(event, deed, around, more)];
  switch (event.action) {
    case 'create':
      return add('create', { image });
    case 'start':
      return started(log, event, around);
    case 'kill':
      return latest(log, id)?.deed === 'signal' ? log : add('signal', { signal });
    case 'die': {
      const quiet = without(log, id, now, ['disconnect'], together);
      const last = latest(quiet, id);
      if (last?.deed === 'signal' && now - last.ended < endWithin) {
        const deed = last.signal === '9' || last.signal === 'KILL' ? 'kill' : 'stop';
        return changed(quiet, last, { deed, exitCode, ended: now });
      }
      if (last?.deed === 'again') return changed(quiet, last, { exitCode, ended: now });
      return [...quiet, entryOf(event, 'end', around, { exitCode })];
    }
    case 'restart': {
      const rest = without(log, id, now, ['start', 'stop', 'kill', 'end', 'again'], endWithin);
      return [...rest, entryOf(event, 'restart', around)];
    }
    case 'destroy':
      return destroyed(log, event, around);
    case 'rename':
      return add('rename', { other: (attributes.oldName ?? '').replace(/^\//, '') });
    case 'pause':
      return add('pause');
    case 'unpause':
      return add('unpause');
    case 'oom':
      return add('out-of-memory');
    default:
      return log;
  }
}

function started(log: Log, event: EngineEvent, around: Surroundings): Log {
  const { id } = event;
  const now = momentOf(event);
  const rest = without(log, id, now, ['connect'], together);
  const last = latest(rest, id);
  if (last?.deed === 'create' && now - last.began < runWithin) return changed(rest, last, { deed: 'run', ended: now });
  if (last?.deed === 'end' || last?.deed === 'again') {
    const policy = containerOf(around.facts, id)?.restartPolicy;
    if (policy === undefined ? now - last.ended < soonMs : policy !== 'no') {
      return changed(rest, last, { deed: 'again', count: (last.count ?? 0) + 1, ended: now });
    }
  }
  return [...rest, entryOf(event, 'start', around)];
}

function destroyed(log: Log, event: EngineEvent, around: Surroundings): Log {
  const { id } = event;
  const now = momentOf(event);
  const rest = without(log, id, now, ['disconnect'], together);
  const last = latest(rest, id);
  const soon = last !== undefined && now - last.ended < together;
  if (soon && last.deed === 'kill') return changed(rest, last, { deed: 'remove-force', ended: now });
  const removesItself = containerOf(around.facts, id)?.autoRemove;
  if (soon && (last.deed === 'end' || last.deed === 'stop') && (removesItself ?? now - last.ended < soonMs / 2)) {
    return withRemoval(changed(rest, last, { gone: true, ended: now }), id);
  }
  return [...rest, entryOf(event, 'remove', around)];
}

/** What removes itself was run so, even where nobody had a look at it while it was there. */
function withRemoval(log: Log, id: string): Log {
  return log.map(entry => {
    const isRun = entry.kind === 'command' && entry.id === id && entry.deed === 'run' && entry.options === undefined;
    return isRun ? { ...entry, options: ['--rm', '--name', entry.name, entry.image ?? ''] } : entry;
  });
}
