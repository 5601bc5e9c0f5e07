import type { Check } from '../../challenge/definition.ts';
import { between } from '../../experiments/evidence.ts';
import type { RecreatedRun, RecreationEvidence } from '../../experiments/volume-evidence.ts';
import { storageMessages } from '../../language/checks-storage.ts';
import type { Case } from '../case.ts';
import { shellQuote } from '../docker-command.ts';
import type { Finding } from '../finding.ts';
import { type Kept, keptOf, mainDatabase, suggestedTarget, wayToNewImage, wayToStart, withoutFound } from '../kept.ts';

/** Run again in new containers, on a copy of the volume, the program leaves the earlier rows alone and works on. */
export function survivesRecreation(check: Extract<Check, { kind: 'survives-recreation' }>, at: Case): Finding {
  const t = storageMessages[at.language];
  const { expected } = t.recreation;
  const kept = keptOf(check, at);
  if (mainDatabase(kept) === undefined) return withoutFound(kept, at, expected);
  const recreation = at.evidence.recreations?.[between(check.by, check.volume)];
  if (recreation === undefined) return notTried(check, kept, at);
  const { image, runs } = recreation;
  const fail = (observed: string): Finding => ({ verdict: 'fail', observed, expected, next: wayToNewImage(kept, at) });
  for (const run of runs) {
    const said = lastWords(run, at);
    for (const { path, tables, error } of run.databases) {
      if (error !== undefined) return fail(t.recreation.broken(image, path, error) + said);
      const robbed = tables.find(({ lost }) => lost > 0);
      if (robbed !== undefined)
        return fail(t.recreation.lost(image, robbed.lost, robbed.before, robbed.name, path) + said);
    }
    const crash = crashOf(run, recreation, kept, at);
    if (crash !== undefined) return crash;
  }
  if (!recreation.commandKnown && runs.every(({ wrote }) => !wrote)) return onlyTheImage(kept, at);
  const { before, after } = totals(runs);
  const more = after > before ? t.recreation.more(after - before) : '';
  return { verdict: 'pass', observed: t.recreation.pass(image, before) + more, expected, next: '' };
}

/** Ending with an error is the learner's only where nothing of ours may have caused it. */
function crashOf(run: RecreatedRun, recreation: RecreationEvidence, kept: Kept, at: Case): Finding | undefined {
  const { exitCode } = run;
  if (exitCode === undefined || exitCode === 0) return undefined;
  const t = storageMessages[at.language];
  const { expected } = t.recreation;
  const said = lastWords(run, at);
  const { container } = kept.keeper;
  if (!recreation.commandKnown) return onlyTheImage(kept, at);
  if (container !== undefined && container.state !== 'running' && container.exitCode === exitCode) return undefined;
  if (run.said.some(isAboutTheNetwork)) {
    const next = `docker logs --tail 20 ${shellQuote(container?.name ?? '')}`;
    return { verdict: 'unknown', observed: at.t.couldNotTell(t.recreation.needsNetwork) + said, expected, next };
  }
  const observed = t.recreation.crashed(recreation.image, exitCode) + said;
  return { verdict: 'fail', observed, expected, next: wayToNewImage(kept, at) };
}

const networkErrors =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|name resolution|Name or service not known|Connection refused|Network is unreachable|no such host|bad address/i;
const isAboutTheNetwork = (line: string) => networkErrors.test(line);

/** A container that stays there can be asked how it was started. */
function onlyTheImage(kept: Kept, at: Case): Finding {
  const t = storageMessages[at.language];
  const { keeper, volume, past } = kept;
  const target = past?.mounts.find(mount => mount.volume === volume?.name)?.target ?? suggestedTarget(keeper);
  const words = ['--name', keeper.role.suggested, '--volume', `${volume?.name}:${target}`, keeper.binding?.image ?? ''];
  return {
    verdict: 'unknown',
    observed: at.t.couldNotTell(t.recreation.otherwiseStarted),
    expected: t.recreation.expected,
    next: `docker run ${words.map(shellQuote).join(' ')}`,
  };
}

function notTried({ by, volume }: { by: string; volume: string }, kept: Kept, at: Case): Finding {
  const t = storageMessages[at.language];
  const { expected } = t.recreation;
  const { keeper } = kept;
  const fault = at.evidence.faults[between(by, volume)];
  if (fault !== undefined) return at.notTold(between(by, volume), expected);
  if (keeper.binding?.how === 'ambiguous') return at.withoutPlayer(keeper, expected);
  if (keeper.container !== undefined) {
    const observed = t.recreation.notMounted(keeper.container.name, kept.volume?.name ?? '');
    const hasRows = kept.found?.databases.some(({ tables }) => tables.some(({ rows }) => rows > 0));
    return hasRows
      ? { verdict: 'fail', observed, expected, next: wayToStart(kept, at) }
      : at.notTold(between(by, volume), expected);
  }
  const image = likelyImage(at);
  const next =
    image === undefined ? wayToStart(kept, at) : `lab verify ${at.challenge.number} --bind ${by}=${shellQuote(image)}`;
  return { verdict: 'unknown', observed: at.t.couldNotTell(t.recreation.noImage), expected, next };
}

/** The engine lists its images the latest first. */
function likelyImage(at: Case): string | undefined {
  return at.evidence.facts.imageTags.find(tag => !tag.startsWith('lab/') && !tag.includes('<none>'));
}

function totals(runs: readonly RecreatedRun[]): { before: number; after: number } {
  const tables = runs.at(-1)?.databases.flatMap(database => database.tables) ?? [];
  const sum = (of: (table: (typeof tables)[number]) => number) => tables.reduce((total, table) => total + of(table), 0);
  return { before: sum(({ before }) => before), after: sum(({ after }) => after) };
}

function lastWords({ said }: RecreatedRun, at: Case): string {
  const lines = said.map(line => line.trim()).filter(line => line !== '');
  const telling = lines.findLast(line => /^(\w*(error|exception)\b|panic:|fatal)/i.test(line)) ?? lines.at(-1);
  return telling === undefined ? '' : storageMessages[at.language].recreation.said(telling.slice(0, 160));
}
