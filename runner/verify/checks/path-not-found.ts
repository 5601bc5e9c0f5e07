import type { VisitsEvidence } from '../../experiments/store-evidence.ts';
import { storeMessages } from '../../language/checks-stores.ts';
import { triedPaths } from '../../language/tried-paths.ts';
import type { Case, Player } from '../case.ts';
import { logsCommand } from '../docker-command.ts';
import type { Finding } from '../finding.ts';

/** The finding where an API has none of the paths that it was asked for; undefined where it has one, or one was given. */
export function pathNotFound(
  { tried, given }: VisitsEvidence,
  { role, container }: Player,
  expected: string,
  at: Case,
): Finding | undefined {
  if (container === undefined || given !== undefined || !tried.every(({ status }) => status === 404)) return undefined;
  const paths = triedPaths([...new Set(tried.map(({ path }) => path))], at.language);
  const observed = storeMessages[at.language].noPath(container.name, paths, at.pathEntry(role.id));
  return { verdict: 'unknown', observed, expected, next: logsCommand(container.name) };
}
