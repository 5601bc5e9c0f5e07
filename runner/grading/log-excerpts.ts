import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/engine.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import type { LogExcerpt } from '../gradebook/result.ts';
import type { BindingReport } from '../roles/binding-report.ts';
import { printableLine } from './printable-line.ts';

const maxContainers = 6;
const maxLines = 20;
const maxColumns = 400;

/**
 * The ends of the containers' logs, those that play a role or may do so first, then those that have failed: for whoever has to find out why something is not met.
 * A log that cannot be read is left out.
 */
export async function logExcerpts(
  engine: Engine,
  bindings: readonly BindingReport[],
  signal: AbortSignal,
): Promise<LogExcerpt[]> {
  const { containers } = await engine.facts({ signal });
  const players = new Set(bindings.flatMap(({ name, candidates }) => [name, ...candidates]));
  const rank = ({ name, state, exitCode }: ContainerFacts) =>
    2 * Number(players.has(name)) + Number(state !== 'running' && exitCode !== 0);
  const chosen = [...containers]
    .filter(({ labels }) => !Object.keys(labels).some(label => label.startsWith('estaleiro.')))
    .sort((one, other) => rank(other) - rank(one))
    .slice(0, maxContainers);
  const excerpts = await Promise.all(
    chosen.map(async ({ id, name }) => {
      const lines = await engine.logs(id, { tail: maxLines, signal }).catch((error: unknown) => {
        if (error instanceof EngineError && !signal.aborted) return [];
        throw error;
      });
      return { container: name, lines: lines.map(({ text }) => printableLine(text, maxColumns)) };
    }),
  );
  return excerpts.filter(({ lines }) => lines.length > 0);
}
