import type { Check } from '../../challenge/definition.ts';
import type { Case } from '../case.ts';
import { noComposeKept, projectOf } from '../compose-labels.ts';
import type { Finding } from '../finding.ts';

/** None of the roles' containers was started by Compose. */
export function noCompose({ roles }: Extract<Check, { kind: 'no-compose' }>, at: Case): Finding {
  const { t } = at;
  const expected = t.compose.expected;
  const players = roles.map(role => at.player(role));
  const containers = players.flatMap(player => player.container ?? []);
  const composed = containers.find(container => projectOf(container) !== undefined);
  if (composed !== undefined) {
    const observed = t.compose.fail(composed.name, projectOf(composed) ?? '');
    return { verdict: 'fail', observed, expected, next: at.recreate(composed, {}) };
  }
  const kept = noComposeKept(players, at);
  if (kept !== undefined) return kept;
  const [missing] = players.filter(player => player.container === undefined);
  if (missing !== undefined) return at.waitingFor(missing, expected);
  return { verdict: 'pass', observed: t.compose.pass(containers.map(({ name }) => name)), expected, next: '' };
}
