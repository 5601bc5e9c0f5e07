import type { Message } from '../../base/message.ts';
import { say, sayPaths } from '../../language/say.ts';
import type { VisitsEvidence } from '../../probes/evidence/store-evidence.ts';
import type { Case, Player } from '../case.ts';
import { logsCommand } from '../docker-command.ts';
import type { Finding } from '../finding.ts';
import { counterAdvance, rowsAdded, tablesRewritten } from './store-counts.ts';

/**
 * The finding where nothing that an API was asked for moved anything in its stores, so that the path which counts may be another;
 * `undefined` if one was given, a store moved, an answer failed, or all paths that its author names were asked for.
 */
export function pathNotFound(
  visits: VisitsEvidence,
  { role, container }: Player,
  expected: Message,
  at: Case,
): Finding | undefined {
  const { tried, given, knowsPaths = false } = visits;
  if (container === undefined || given !== undefined || hasMoved(visits)) return undefined;
  const hasNone = tried.every(({ status }) => status === 404);
  const hasFailed = tried.some(({ status }) => status === undefined || status >= 500);
  if (!hasNone && (hasFailed || knowsPaths)) return undefined;
  const paths = sayPaths([...new Set(tried.map(({ path }) => path))]);
  const named = { api: container.name, paths, entry: at.pathEntry(role.id) };
  const observed = hasNone ? say('visits.no-path', named) : say('visits.path-not-found', named);
  return { verdict: 'unknown', observed, expected, next: logsCommand(container.name) };
}

/** Whether a request did anything to any of the stores: then the path is the one, whatever else is missing. */
function hasMoved({ rows, counter }: VisitsEvidence): boolean {
  const inRows = rows && (rowsAdded(rows.before, rows.after) > 0 || tablesRewritten(rows.after).length > 0);
  return inRows === true || (counter !== undefined && counterAdvance(counter.before, counter.after) > 0);
}
