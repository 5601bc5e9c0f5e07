import { type Engine, EngineError, type Journal } from '../engine/engine.ts';
import type { ContainerFacts } from '../engine/facts.ts';

/**
 * Does `work` that may end a container, and sees to it that the container runs afterwards whatever happens: in the
 * `finally`, or, where this process is killed, at the start of the next `lab` (see Journal).
 */
export async function keepingAlive<Result>(
  engine: Engine,
  journal: Journal,
  container: ContainerFacts,
  work: () => Promise<Result>,
): Promise<Result> {
  const strikeOut = await journal.note(engine, container.id);
  try {
    return await work();
  } finally {
    // Not with the run's signal: after Ctrl-C, this is what is still to be done.
    await startAgain(engine, container);
    await strikeOut();
  }
}

/** One that was run with `--rm` is gone when it ends; one that somebody removed meanwhile is, too. */
async function startAgain(engine: Engine, { id }: ContainerFacts): Promise<void> {
  try {
    await engine.start(id);
  } catch (error) {
    if (!(error instanceof EngineError) || error.kind !== 'not-found') throw error;
  }
}

/**
 * Disruptive: stops a container, does `work` while it is gone, and starts it again. The name stays taken and the
 * container stays attached to its networks, so that it comes back as it was.
 */
export function duringOutage<Result>(
  engine: Engine,
  journal: Journal,
  container: ContainerFacts,
  work: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  return keepingAlive(engine, journal, container, async () => {
    await engine.stop(container.id, { graceSeconds: 2, signal });
    return await work();
  });
}
