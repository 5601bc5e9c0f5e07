import { type Message, withMore } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import { say } from '../../language/say.ts';
import type { RecreatedRun, RecreationEvidence } from '../../probes/evidence/volume-evidence.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { type Kept, keptOf, mainDatabase, suggestedTarget, wayToNewImage, wayToStart, withoutFound } from './kept.ts';
import { experimentVolumes } from './volume-experiments.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** The rows outlive the container of `by`: shown on a copy of the volume. */
    'survives-recreation': { readonly volume: string; readonly by: string };
  }
}

export const survivesRecreation = defineCheck({
  kind: 'survives-recreation',
  about:
    'Run again in new containers, on a copy of the volume, the program leaves the earlier rows alone and works on.',
  example: { volume: 'data', by: 'writer' },
  observes: experimentVolumes,
  judge,
});

function judge(check: CheckOf<'survives-recreation'>, at: Case): Finding {
  const expected = say('recreation.expected');
  const kept = keptOf(check, at);
  if (mainDatabase(kept) === undefined) return withoutFound(kept, at, expected);
  const recreation = at.evidence.recreations?.[between(check.by, check.volume)];
  if (recreation === undefined) return notTried(check, kept, at);
  const { image, runs } = recreation;
  const fail = (observed: Message): Finding => ({ verdict: 'fail', observed, expected, next: wayToNewImage(kept, at) });
  for (const run of runs) {
    const said = lastWords(run);
    for (const { path, tables, error } of run.databases) {
      if (error !== undefined) return fail(withMore(say('recreation.broken', { image, path, said: error }), said));
      const robbed = tables.find(({ lost }) => lost > 0);
      if (robbed !== undefined)
        return fail(
          withMore(
            say('recreation.lost', { image, lost: robbed.lost, before: robbed.before, table: robbed.name, path }),
            said,
          ),
        );
    }
    const crash = crashOf(run, recreation, kept, at);
    if (crash !== undefined) return crash;
  }
  if (!recreation.commandKnown && runs.every(({ wrote }) => !wrote)) return onlyTheImage(kept);
  const { before, after } = totals(runs);
  const more = after > before ? say('recreation.more', { rows: after - before }) : undefined;
  return {
    verdict: 'pass',
    observed: withMore(say('recreation.pass', { image, rows: before }), more),
    expected,
    next: '',
  };
}

/** Ending with an error is the learner's only where nothing of ours may have caused it. */
function crashOf(run: RecreatedRun, recreation: RecreationEvidence, kept: Kept, at: Case): Finding | undefined {
  const { exitCode } = run;
  if (exitCode === undefined || exitCode === 0) return undefined;
  const expected = say('recreation.expected');
  const said = lastWords(run);
  const { container } = kept.keeper;
  if (!recreation.commandKnown) return onlyTheImage(kept);
  if (container !== undefined && container.state !== 'running' && container.exitCode === exitCode) return undefined;
  if (run.said.some(isAboutTheNetwork)) {
    const next = `docker logs --tail 20 ${shellQuote(container?.name ?? '')}`;
    return {
      verdict: 'unknown',
      observed: withMore(say('lab.could-not-tell', { reason: say('recreation.needs-network') }), said),
      expected,
      next,
    };
  }
  const observed = withMore(say('recreation.crashed', { image: recreation.image, exitCode }), said);
  return { verdict: 'fail', observed, expected, next: wayToNewImage(kept, at) };
}

const networkErrors =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|name resolution|Name or service not known|Connection refused|Network is unreachable|no such host|bad address/i;
const isAboutTheNetwork = (line: string) => networkErrors.test(line);

/** A container that stays there can be asked how it was started. */
function onlyTheImage(kept: Kept): Finding {
  const { keeper, volume, past } = kept;
  const target = past?.mounts.find(mount => mount.volume === volume?.name)?.target ?? suggestedTarget(keeper);
  const words = ['--name', keeper.role.suggested, '--volume', `${volume?.name}:${target}`, keeper.binding?.image ?? ''];
  return {
    verdict: 'unknown',
    observed: say('lab.could-not-tell', { reason: say('recreation.otherwise-started') }),
    expected: say('recreation.expected'),
    next: `docker run ${words.map(shellQuote).join(' ')}`,
  };
}

function notTried({ by, volume }: { by: string; volume: string }, kept: Kept, at: Case): Finding {
  const expected = say('recreation.expected');
  const { keeper } = kept;
  const fault = at.evidence.faults[between(by, volume)];
  if (fault !== undefined) return at.notTold(between(by, volume), expected);
  if (keeper.binding?.how === 'ambiguous') return at.withoutPlayer(keeper, expected);
  if (keeper.container !== undefined) {
    const observed = say('recreation.not-mounted', { by: keeper.container.name, volume: kept.volume?.name ?? '' });
    const hasRows = kept.found?.databases.some(({ tables }) => tables.some(({ rows }) => rows > 0));
    return hasRows
      ? { verdict: 'fail', observed, expected, next: wayToStart(kept, at) }
      : at.notTold(between(by, volume), expected);
  }
  const image = likelyImage(at);
  const next =
    image === undefined ? wayToStart(kept, at) : `lab verify ${at.challenge.number} --bind ${by}=${shellQuote(image)}`;
  return {
    verdict: 'unknown',
    observed: say('lab.could-not-tell', { reason: say('recreation.no-image') }),
    expected,
    next,
  };
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

function lastWords({ said }: RecreatedRun): Message | undefined {
  const lines = said.map(line => line.trim()).filter(line => line !== '');
  const telling = lines.findLast(line => /^(\w*(error|exception)\b|panic:|fatal)/i.test(line)) ?? lines.at(-1);
  return telling === undefined ? undefined : say('recreation.said', { text: telling.slice(0, 160) });
}
