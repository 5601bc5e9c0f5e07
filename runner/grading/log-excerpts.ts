import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/engine.ts';
import type { LogExcerpt } from '../gradebook/result.ts';
import type { BindingReport } from '../roles/binding-report.ts';
import { printableLine } from './printable-line.ts';

const maxContainers = 6;
const maxLines = 20;
const maxColumns = 400;

/**
 * The ends of the containers' logs, those that play a role first: for whoever has to find out why something is not met.
 * A log that cannot be read is left out.
 */
export async function logExcerpts(
  engine: Engine,
  bindings: readonly BindingReport[],
  signal: AbortSignal,
): Promise<LogExcerpt[]> {
  const { containers } = await engine.facts({ signal });
  const players = new Set(bindings.map(({ name }) => name));
  const chosen = [...containers]
    .filter(({ labels }) => !Object.keys(labels).some(label => label.startsWith('estaleiro.')))
    .sort((one, other) => Number(players.has(other.name)) - Number(players.has(one.name)))
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
