import type { Engine, Journal } from '../engine/engine.ts';
import type { ContainerFacts } from '../engine/facts.ts';

/**
 * Disruptive: stops a container, does `work` while it is gone, and starts it again whatever happens: in the `finally`,
 * or, where this process is killed, at the start of the next `lab` (see Journal). The name stays taken and the container
 * stays attached to its networks, so that it comes back as it was.
 */
export async function duringOutage<Result>(
  engine: Engine,
  journal: Journal,
  container: ContainerFacts,
  work: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  const strikeOut = await journal.note(engine, container.id);
  try {
    await engine.stop(container.id, { graceSeconds: 2, signal });
    return await work();
  } finally {
    // Not with the run's signal: after Ctrl-C, this is what is still to be done.
    await engine.start(container.id);
    await strikeOut();
  }
}
