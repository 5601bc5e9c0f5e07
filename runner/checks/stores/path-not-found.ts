import type { Message } from '../../base/message.ts';
import { say, sayPaths } from '../../language/say.ts';
import type { VisitsEvidence } from '../../probes/evidence/store-evidence.ts';
import type { Case, Player } from '../case.ts';
import { logsCommand } from '../docker-command.ts';
import type { Finding } from '../finding.ts';

/** The finding where an API has none of the paths that it was asked for; `undefined` if it has one, or one was given. */
export function pathNotFound(
  { tried, given }: VisitsEvidence,
  { role, container }: Player,
  expected: Message,
  at: Case,
): Finding | undefined {
  if (container === undefined || given !== undefined || !tried.every(({ status }) => status === 404)) return undefined;
  const paths = sayPaths([...new Set(tried.map(({ path }) => path))]);
  const observed = say('visits.no-path', { api: container.name, paths, entry: at.pathEntry(role.id) });
  return { verdict: 'unknown', observed, expected, next: logsCommand(container.name) };
}
