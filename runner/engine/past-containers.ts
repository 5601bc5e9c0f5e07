import type { EngineEvent, Facts } from './facts.ts';
import { label } from './labels.ts';

/** A container that is gone, as far as the engine's recent events tell of it. */
export interface PastContainer {
  readonly id: string;
  readonly name: string;
  /** The reference it was created with. */
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  /** `undefined` if the event of its end is forgotten. */
  readonly exitCode?: number;
  /** The volumes that it mounted; what it mounted from the host, events do not tell. */
  readonly mounts: readonly { readonly volume: string; readonly target: string; readonly writable: boolean }[];
}

/** The containers that have mounted a volume and are no more, the latest first. The lab's own are left out. Pure. */
export function pastContainers(events: readonly EngineEvent[], facts: Facts): PastContainer[] {
  const present = new Set(facts.containers.map(({ id }) => id));
  const ofContainers = events.filter(({ type, id }) => type === 'container' && !present.has(id));
  const ids = [...new Set(ofContainers.map(({ id }) => id))].reverse();
  return ids.flatMap(id => {
    const own = ofContainers.filter(event => event.id === id);
    const { name = '', image = '', exitCode: _, ...labels } = own[0]?.attributes ?? {};
    const mounts = mountsOf(id, events);
    if (mounts.length === 0 || label.session in labels) return [];
    const died = own.findLast(({ action }) => action === 'die')?.attributes.exitCode;
    return [{ id, name, image, labels, ...(died === undefined ? {} : { exitCode: Number(died) }), mounts }];
  });
}

function mountsOf(container: string, events: readonly EngineEvent[]): PastContainer['mounts'] {
  const ofVolumes = events.filter(({ type }) => type === 'volume');
  const mounted = ofVolumes.filter(
    ({ action, id, attributes }, index) =>
      action === 'mount' &&
      attributes.container === container &&
      // What has its name now may be another volume.
      !ofVolumes.slice(index).some(later => later.action === 'destroy' && later.id === id),
  );
  const byTarget = new Map(mounted.map(({ id, attributes }) => [attributes.destination ?? '', { id, attributes }]));
  return [...byTarget].map(([target, { id, attributes }]) => ({
    volume: id,
    target,
    writable: attributes['read/write'] !== 'false',
  }));
}
