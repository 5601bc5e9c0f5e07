import type { EngineEvent, Facts } from '../../../engine/facts.ts';
import type { LogEntry } from '../../state.ts';
import type { CommandEntry, Deed } from './entry.ts';

/** The command log, newest last. */
export type Log = readonly LogEntry[];

/** What the log needs to know beside the events. */
export interface Surroundings {
  /** When the event was seen, in milliseconds since 1970. */
  readonly at: number;
  readonly facts: Facts | undefined;
  /** Names of containers by id, as far as events told them. */
  readonly names: Readonly<Record<string, string>>;
}

/** Events of one command follow each other within this, but for a container's end. In milliseconds. */
export const together = 3_000;
/** A container may take its time to end. In milliseconds. */
export const endWithin = 60_000;
/** How far back a thing's last entry is looked for. */
const reach = 60;

/** A new entry for what an event is about. */
export function entryOf(
  event: EngineEvent,
  deed: Deed,
  { at }: Surroundings,
  more: Partial<CommandEntry> = {},
): CommandEntry {
  const moment = momentOf(event);
  const name = event.attributes.name ?? shortId(event.id);
  return { kind: 'command', at, deed, id: event.id, name, began: moment, ended: moment, ...more };
}

/** The log with an entry changed. */
export function changed(log: Log, entry: CommandEntry, change: Partial<CommandEntry>): Log {
  return log.map(one => (one === entry ? { ...entry, ...change } : one));
}

/** The last entry about a container, a network, a volume or an image. */
export function latest(log: Log, id: string): CommandEntry | undefined {
  for (let index = log.length - 1; index >= Math.max(0, log.length - reach); index -= 1) {
    const entry = log[index];
    if (entry?.kind === 'command' && entry.id === id) return entry;
  }
  return undefined;
}

/** The log without the latest entries of a container that turn out to be a part of something greater. */
export function without(log: Log, id: string, now: number, deeds: readonly Deed[], within: number): Log {
  let rest = log;
  for (;;) {
    const last = latest(rest, id);
    if (last === undefined || !deeds.includes(last.deed) || now - last.ended > within) return rest;
    rest = rest.filter(entry => entry !== last);
  }
}

/** The engine's time of an event, in milliseconds since 1970. */
export function momentOf(event: EngineEvent): number {
  return Date.parse(event.at);
}

/** A container as it was last looked at. */
export function containerOf(facts: Facts | undefined, id: string) {
  return facts?.containers.find(container => container.id === id);
}

/** True if the container ran when it was last looked at; one that is paused counts. */
export function isRunning(facts: Facts | undefined, id: string): boolean {
  const state = containerOf(facts, id)?.state;
  return state === 'running' || state === 'paused';
}

/** A container's name, as far as anything tells it. */
export function nameOf(id: string, { names, facts }: Surroundings): string {
  return (Object.hasOwn(names, id) ? names[id] : undefined) ?? containerOf(facts, id)?.name ?? shortId(id);
}

function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}
