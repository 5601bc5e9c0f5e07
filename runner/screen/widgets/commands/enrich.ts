import type { Facts } from '../../../engine/facts.ts';
import type { LogEntry } from '../../state.ts';
import type { CommandEntry } from './entry.ts';
import { runOptions } from './run-options.ts';

/** The volumes that `docker run` makes in passing come this shortly before their container. In milliseconds. */
const inPassing = 12;

/** The log with what a look at the engine adds: how containers were made, and which images have lost their names. */
export function enriched(log: readonly LogEntry[], facts: Facts, before: Facts | undefined): readonly LogEntry[] {
  const wanting = log.filter(isWanting);
  if (wanting.length === 0) return log;
  const inRun = new Set(wanting.flatMap(entry => volumesOf(entry, log, facts)));
  const lost = (before?.imageTags ?? []).filter(tag => !facts.imageTags.includes(tag));
  return log.flatMap((entry): LogEntry[] => {
    if (entry.kind !== 'command' || !isWanting(entry)) return inRun.has(entry) ? [] : [entry];
    if (entry.deed === 'image-remove') return [lost.length === 0 ? entry : { ...entry, name: lost.join(' ') }];
    const container = facts.containers.find(({ id }) => id === entry.id);
    return [container === undefined ? entry : { ...entry, options: runOptions(container, facts) }];
  });
}

function isWanting(entry: LogEntry): entry is CommandEntry {
  if (entry.kind !== 'command') return false;
  if (entry.deed === 'image-remove') return entry.name === '';
  return (entry.deed === 'run' || entry.deed === 'create') && entry.options === undefined;
}

/** The entries of the volumes that a container's own command has made. */
function volumesOf(entry: CommandEntry, log: readonly LogEntry[], facts: Facts): LogEntry[] {
  const mounts = facts.containers.find(({ id }) => id === entry.id)?.mounts ?? [];
  return log.filter(
    other =>
      other.kind === 'command' &&
      other.deed === 'volume-create' &&
      entry.began - other.began >= 0 &&
      entry.began - other.began < inPassing &&
      mounts.some(({ source }) => source === other.name),
  );
}
