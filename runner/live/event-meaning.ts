import type { StaleFacts } from '../engine/engine.ts';
import type { EngineEvent } from '../engine/facts.ts';
import { label, scratchPrefix } from '../engine/labels.ts';

/** Actions that change what a verdict may be about. What `docker exec` or a health check does is none of it. */
const tellingActions =
  /^(create|start|die|stop|kill|restart|pause|unpause|destroy|rename|connect|disconnect|oom|remove|tag|untag|delete|prune)$/;

/** What leaves a container as it was. */
const idleActions = /^(exec_|attach|detach|top|resize|copy|archive-path|extract-to-dir|export|commit)/;

/** What a prune may take away of what is looked at: neither caches of builds nor plugins. */
const prunable: ReadonlySet<string> = new Set(['container', 'network', 'volume', 'image']);

/** True for what the lab's helpers do, and the nameless containers in which the classic builder does its steps. */
function isLabs({ type, id, attributes }: EngineEvent): boolean {
  if (label.session in attributes) return true;
  // Nor is what helpers do to volumes and to no network, of which the events carry no labels.
  if (type === 'volume' && id.startsWith(scratchPrefix)) return true;
  if (type === 'network' && attributes.name === 'none') return true;
  return type === 'container' && attributes.image?.startsWith('sha256:') === true;
}

/** True for events that a learner made, or may have made, and that may change a verdict. */
export function isTelling(event: EngineEvent): boolean {
  return !isLabs(event) && tellingActions.test(event.action);
}

/** Whoever mounts a volume that is there already makes the engine say that it was created. Keeps `known` up to date. */
export function isNoNewVolume({ type, action, id }: EngineEvent, known: Set<string>): boolean {
  if (type !== 'volume' || id === '') return false;
  if (action === 'destroy') known.delete(id);
  if (action !== 'create') return false;
  const isKnown = known.has(id);
  known.add(id);
  return isKnown;
}

/** The container that an event is about, if it is about one. */
export function containerOf({ type, action, id, attributes }: EngineEvent): string | undefined {
  const isJoining = type === 'network' && /^(dis)?connect$/.test(action);
  const container = type === 'container' ? id : isJoining ? attributes.container : undefined;
  return container === '' ? undefined : container;
}

/** A command was run in this container by hand, or by a health check. */
export function execEndedIn(event: EngineEvent): string | undefined {
  return event.type === 'container' && event.action === 'exec_die' ? containerOf(event) : undefined;
}

/** A prune names nothing, and what could not be read may have been about anything. */
function isAboutAnything(event: EngineEvent): boolean {
  const { type, action } = event;
  if (type === '' || action === '') return true;
  return action === 'prune' ? prunable.has(type) : type === 'container' && containerOf(event) === undefined;
}

/** What has to be looked at again after an event; `undefined` if nothing has. */
export function staleAfter(event: EngineEvent): StaleFacts | 'everything' | undefined {
  if (isLabs(event)) return undefined;
  if (isAboutAnything(event)) return 'everything';
  const { type, action } = event;
  const container = containerOf(event);
  const stale = { containers: [], networks: false, volumes: false, images: false };
  if (container !== undefined) {
    if (action === 'commit') return { ...stale, images: true };
    return idleActions.test(action) ? undefined : { ...stale, containers: [container] };
  }
  if (type === 'network') return { ...stale, networks: true };
  if (type === 'volume') return /^(un)?mount$/.test(action) ? undefined : { ...stale, volumes: true };
  if (type === 'image') return /^(save|push)$/.test(action) ? undefined : { ...stale, images: true };
  return undefined;
}
