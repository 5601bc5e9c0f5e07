import type { EngineEvent, Facts } from '../../engine/facts.ts';
import type { LogEntry } from '../state.ts';
import type { CommandEntry, Deed } from './entry.ts';

/** What the log needs to know beside the events. */
export interface Surroundings {
  /** When the event was seen, in milliseconds since 1970. */
  readonly at: number;
  readonly facts: Facts | undefined;
  /** Names of containers by id, as far as events told them. */
  readonly names: Readonly<Record<string, string>>;
}

type Log = readonly LogEntry[];

/** Events of one command follow each other within this, but for a container's end. In milliseconds. */
const together = 3_000;
/** Between `docker create` and the start that makes it a `docker run`: an image may have to be looked at first. */
const runWithin = 10_000;
/** A container may take its time to end. */
const endWithin = 60_000;
/** The engine starts a container again sooner than a person would; later, what its restart policy says decides. */
const soonMs = 1_000;
/** How far back a container's last entry is looked for. */
const reach = 60;

/** Networks that every container may be on without anybody's doing. */
const predefined = ['none', 'host', 'bridge'];
const anonymous = /^[0-9a-f]{64}$/;

/** The log with an event of the engine in it: as an entry of its own, or as a part of the command that it belongs to. */
export function foldEvent(log: Log, event: EngineEvent, around: Surroundings): Log {
  switch (event.type) {
    case 'container':
      return event.action === 'prune' ? pruned(log, event, around) : foldContainer(log, event, around);
    case 'network':
      return foldNetwork(log, event, around);
    case 'volume':
      return foldVolume(log, event, around);
    case 'image':
      return foldImage(log, event, around);
    default:
      return log;
  }
}

function foldContainer(log: Log, event: EngineEvent, around: Surroundings): Log {
  const { id, attributes } = event;
  const { image = '', exitCode = '', signal = '' } = attributes;
  const now = momentOf(event);
  // The nameless containers in which the classic builder does its steps.
  if (image.startsWith('sha256:')) return log;
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

function foldNetwork(log: Log, event: EngineEvent, around: Surroundings): Log {
  const { name = '', container = '' } = event.attributes;
  if (event.action === 'prune') return pruned(log, event, around);
  if (event.action === 'create' || event.action === 'destroy') {
    return [...log, entryOf(event, event.action === 'create' ? 'network-create' : 'network-remove', around)];
  }
  const joins = event.action === 'connect';
  if (!joins && event.action !== 'disconnect') return log;
  const known = container in around.names || containerOf(around.facts, container) !== undefined;
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

function foldVolume(log: Log, event: EngineEvent, around: Surroundings): Log {
  if (event.action === 'prune') return pruned(log, event, around);
  // What the engine named itself comes and goes with a container.
  if (anonymous.test(event.id)) return log;
  const named = { ...event, attributes: { name: event.id } };
  if (event.action === 'create') return [...log, entryOf(named, 'volume-create', around)];
  return event.action === 'destroy' ? [...log, entryOf(named, 'volume-remove', around)] : log;
}

/** An event about the loss of a name does not tell the name: what is on the engine afterwards does. */
function foldImage(log: Log, event: EngineEvent, around: Surroundings): Log {
  const { name = '' } = event.attributes;
  if (event.action === 'prune') return pruned(log, event, around);
  const now = momentOf(event);
  const last = latest(log, event.id);
  if (event.action === 'tag') {
    if (name.startsWith('sha256:')) return log;
    const again = last?.deed === 'image-tag' && last.name === name && now - last.ended < together;
    return again ? log : [...log, entryOf(event, 'image-tag', around)];
  }
  if (event.action !== 'untag' && event.action !== 'delete') return log;
  if (last?.deed === 'image-remove' && now - last.ended < together) return changed(log, last, { ended: now });
  // What a build throws away has no name, and nobody misses it.
  if (event.action === 'delete') return log;
  const lost = name.startsWith('sha256:') ? '' : name;
  return [...log, entryOf({ ...event, attributes: { name: lost } }, 'image-remove', around)];
}

const prunable: Readonly<Record<string, Deed>> = {
  container: 'remove',
  network: 'network-remove',
  volume: 'volume-remove',
  image: 'image-remove',
};

/** The removals just before it were its doing. Where there are none, nothing has changed. */
function pruned(log: Log, event: EngineEvent, around: Surroundings): Log {
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

function entryOf(event: EngineEvent, deed: Deed, { at }: Surroundings, more: Partial<CommandEntry> = {}): CommandEntry {
  const moment = momentOf(event);
  const name = event.attributes.name ?? shortId(event.id);
  return { kind: 'command', at, deed, id: event.id, name, began: moment, ended: moment, ...more };
}

function changed(log: Log, entry: CommandEntry, change: Partial<CommandEntry>): Log {
  return log.map(one => (one === entry ? { ...entry, ...change } : one));
}

/** The last entry about a container, a network, a volume or an image. */
function latest(log: Log, id: string): CommandEntry | undefined {
  for (let index = log.length - 1; index >= Math.max(0, log.length - reach); index -= 1) {
    const entry = log[index];
    if (entry?.kind === 'command' && entry.id === id) return entry;
  }
  return undefined;
}

/** The log without the latest entries of a container that turn out to be a part of something greater. */
function without(log: Log, id: string, now: number, deeds: readonly Deed[], within: number): Log {
  let rest = log;
  for (;;) {
    const last = latest(rest, id);
    if (last === undefined || !deeds.includes(last.deed) || now - last.ended > within) return rest;
    rest = rest.filter(entry => entry !== last);
  }
}

function momentOf(event: EngineEvent): number {
  return Date.parse(event.at);
}

function containerOf(facts: Facts | undefined, id: string) {
  return facts?.containers.find(container => container.id === id);
}

function isRunning(facts: Facts | undefined, id: string): boolean {
  const state = containerOf(facts, id)?.state;
  return state === 'running' || state === 'paused';
}

function nameOf(id: string, { names, facts }: Surroundings): string {
  return names[id] ?? containerOf(facts, id)?.name ?? shortId(id);
}

function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}
