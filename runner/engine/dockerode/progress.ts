import { EngineError } from '../engine.ts';
import { engineError } from './failure.ts';

interface Said {
  readonly stream?: string;
  readonly status?: string;
  readonly id?: string;
  readonly progress?: string;
  readonly error?: string;
}

/**
 * What a line of a build's or a pull's progress says. The engine answers one that fails with status 200 and a line
 * `{"error": …}`: for that line it throws an EngineError that names `what`, and for one that is no JSON (a proxy's words, or
 * half a line).
 */
export function progressOf(line: string, what: string): string {
  const said = parsed(line, what);
  if (said.error !== undefined) throw new EngineError('refused', `${what}: ${said.error}`);
  return said.stream ?? [said.id, said.status, said.progress].filter(Boolean).join(' ');
}

function parsed(line: string, what: string): Said {
  try {
    return JSON.parse(line) as Said;
  } catch (error) {
    throw engineError(what, error);
  }
}
