import { say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';
import { noComposeKept, projectOf } from './compose-labels.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'no-compose': { readonly roles: readonly string[] };
  }
}

export const noCompose = defineCheck({
  kind: 'no-compose',
  about: 'None of the containers was started by Compose.',
  example: { roles: ['server', 'client'] },
  observes: 'facts',
  judge,
});

function judge({ roles }: CheckOf<'no-compose'>, at: Case): Finding {
  const expected = say('compose.expected');
  const players = roles.map(role => at.player(role));
  const containers = players.flatMap(player => player.container ?? []);
  const composed = containers.find(container => projectOf(container) !== undefined);
  if (composed !== undefined) {
    const observed = say('compose.fail', { name: composed.name, project: projectOf(composed) ?? '' });
    return { verdict: 'fail', observed, expected, next: at.recreate(composed, {}) };
  }
  const kept = noComposeKept(players, at);
  if (kept !== undefined) return kept;
  const [missing] = players.filter(player => player.container === undefined);
  if (missing !== undefined) return at.waitingFor(missing, expected);
  return {
    verdict: 'pass',
    observed: say('compose.pass', { names: containers.map(({ name }) => name) }),
    expected,
    next: '',
  };
}
