import { say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';
import { keptOf, suggestedTarget, wayToVolume, withoutFound } from './kept.ts';
import { experimentVolumes } from './volume-experiments.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'database-integrity': { readonly volume: string; readonly by: string };
  }
}

export const databaseIntegrity = defineCheck({
  kind: 'database-integrity',
  about: 'SQLite’s own check of the databases in the volume finds nothing wrong.',
  example: { volume: 'data', by: 'writer' },
  observes: experimentVolumes,
  judge,
});

function judge(check: CheckOf<'database-integrity'>, at: Case): Finding {
  const expected = say('integrity.expected');
  const kept = keptOf(check, at);
  const databases = kept.found?.databases ?? [];
  if (databases.length === 0) return withoutFound(kept, at, expected);
  const damaged = databases.find(({ problems, error }) => problems.length > 0 || error !== undefined);
  if (damaged === undefined) {
    const observed = say('integrity.pass', { list: databases.map(({ path }) => path) });
    return { verdict: 'pass', observed, expected, next: '' };
  }
  const said = damaged.problems[0] ?? damaged.error ?? '';
  const { container } = kept.keeper;
  const target = container?.mounts.find(({ source }) => source === kept.volume?.name)?.target;
  // What is damaged stays as it is, for whoever wants to rescue the rows: a new volume takes its place.
  const next = wayToVolume(kept, at, target ?? suggestedTarget(kept.keeper), true);
  return {
    verdict: 'fail',
    observed: say('integrity.fail', {
      path: damaged.path,
      said: said.split('\n').find(line => !line.startsWith('***')) ?? said,
    }),
    expected,
    next,
  };
}
