import type { EngineEvent } from '../engine/facts.ts';
import type { WalkthroughMessages } from '../language/walkthrough.ts';

type Words = (t: WalkthroughMessages['event'], of: { name: string; member: string; event: EngineEvent }) => string;

/** What a learner does, by the engine's `type action`. Anything else is what the engine does on the way. */
const told: Readonly<Record<string, Words>> = {
  'container create': (t, { name, event }) => t.containerCreated(name, event.attributes.image ?? ''),
  'container start': (t, { name }) => t.containerStarted(name),
  'container die': (t, { name, event }) => t.containerStopped(name, event.attributes.exitCode ?? '?'),
  'container destroy': (t, { name }) => t.containerRemoved(name),
  'container restart': (t, { name }) => t.containerRestarted(name),
  'container pause': (t, { name }) => t.containerPaused(name),
  'container unpause': (t, { name }) => t.containerUnpaused(name),
  'container rename': (t, { name }) => t.containerRenamed(name),
  'container oom': (t, { name }) => t.containerOutOfMemory(name),
  'network create': (t, { name }) => t.networkCreated(name),
  'network destroy': (t, { name }) => t.networkRemoved(name),
  'network connect': (t, { name, member }) => t.networkJoined(name, member),
  'network disconnect': (t, { name, member }) => t.networkLeft(name, member),
  'volume create': (t, { event }) => t.volumeCreated(event.id),
  'volume destroy': (t, { event }) => t.volumeRemoved(event.id),
  'image tag': (t, { name }) => t.imageTagged(name),
  'image untag': (t, { name }) => t.imageRemoved(name),
};

/** Networks that every container may be on without anybody's doing. */
const predefined = ['none', 'host', 'bridge'];

/** True for changes that mean something to a learner; what a build does on its way means nothing. */
export function isTold(event: EngineEvent, names: Readonly<Record<string, string>>): boolean {
  if (!(`${event.type} ${event.action}` in told)) return false;
  const { name = '', image = '', container = '' } = event.attributes;
  if (event.type === 'container') return !image.startsWith('sha256:');
  if (event.type === 'image') return !name.startsWith('sha256:');
  return event.type !== 'network' || !predefined.includes(name) || container in names;
}

/** One sentence for a change. `names` are the names of containers by id: events about networks tell only the id. */
export function changeWords(
  t: WalkthroughMessages['event'],
  event: EngineEvent,
  names: Readonly<Record<string, string>>,
): string | undefined {
  const short = (id: string) => id.replace(/^sha256:/, '').slice(0, 12);
  const container = event.attributes.container ?? '';
  const name = event.attributes.name ?? short(event.id);
  return told[`${event.type} ${event.action}`]?.(t, { name, member: names[container] ?? short(container), event });
}
