import type { EngineEvent } from '../facts.ts';

/** What an event is about, and Podman's word for it (some are of some versions only), to Docker's word. */
const dockersWords: ReadonlyMap<string, string> = new Map([
  ['container died', 'die'],
  ['container remove', 'destroy'],
  ['container exec_died', 'exec_die'],
  ['network remove', 'destroy'],
  ['volume remove', 'destroy'],
  ['image remove', 'delete'],
]);

/** From a line of `GET /events`. One that cannot be read is an event of which nothing is known. Pure, but for the time. */
export function readEvent(line: string): EngineEvent {
  try {
    return engineEvent(JSON.parse(line));
  } catch {
    return engineEvent(undefined);
  }
}

/**
 * From an event's JSON. Whatever is not there, or is of another kind than it should be, is empty; a moment that is not told
 * is now. What is pruned is told of without an id. Pure, but for the time.
 */
export function engineEvent(json: unknown): EngineEvent {
  const { Type, Action, time, timeNano, Actor } = recordOf(json);
  const { ID, Attributes } = recordOf(Actor);
  const type = textOf(Type);
  const attributes = Object.fromEntries(
    Object.entries(recordOf(Attributes)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
  const said = textOf(Action);
  const action = dockersWords.get(`${type} ${said}`) ?? said;
  const event = { at: momentOf(time, timeNano), type, action, id: textOf(ID), attributes };
  return type === 'network' || type === 'volume' ? withPodmansPlaces(event) : event;
}

/** Podman gives a volume's name, and the container that joins a network or leaves it, in other places. */
function withPodmansPlaces(event: EngineEvent): EngineEvent {
  const { type, action, id, attributes } = event;
  if (type === 'volume') return id === '' && action !== 'prune' ? { ...event, id: attributes.name ?? '' } : event;
  const joins = action === 'connect' || action === 'disconnect';
  if (!joins || 'container' in attributes || id === '') return event;
  return { ...event, attributes: { ...attributes, container: id } };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function momentOf(seconds: unknown, nanoseconds: unknown): string {
  const ms =
    typeof nanoseconds === 'number' ? nanoseconds / 1e6 : typeof seconds === 'number' ? seconds * 1_000 : Number.NaN;
  const moment = new Date(ms);
  return (Number.isNaN(moment.getTime()) ? new Date() : moment).toISOString();
}
