import type { ContainerFacts, Facts } from '../engine/facts.ts';

/** The container of this name, or whose id begins like this. */
export function findContainer(facts: Facts, nameOrId: string): ContainerFacts | undefined {
  const wanted = nameOrId.replace(/^\//, '');
  return (
    facts.containers.find(container => container.name === wanted) ??
    facts.containers.find(container => wanted.length >= 4 && container.id.startsWith(wanted))
  );
}
