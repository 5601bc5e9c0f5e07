import { EngineError } from '../engine.ts';

/**
 * What a line of a build's or a pull's progress says. The engine answers one that fails with status 200 and a line
 * `{"error": …}`: for that line it throws an EngineError that names `what`.
 */
export function progressOf(line: string, what: string): string {
  const said = JSON.parse(line) as { stream?: string; status?: string; id?: string; progress?: string; error?: string };
  if (said.error !== undefined) throw new EngineError('refused', `${what}: ${said.error}`);
  return said.stream ?? [said.id, said.status, said.progress].filter(Boolean).join(' ');
}
