import type { Check } from '../../challenge/definition.ts';
import { gatewayMessages } from '../../language/checks-gateway.ts';
import type { Case } from '../case.ts';
import type { Finding } from '../finding.ts';
import { lookAt, unanswered } from './gateway-answers.ts';

/** One role's container answers 404 for paths that nobody serves. */
export function unknownPaths({ role }: Extract<Check, { kind: 'unknown-paths' }>, at: Case): Finding {
  const t = gatewayMessages[at.language].unknown;
  const { expected } = t;
  const player = at.player(role);
  if (player.container === undefined) return at.withoutPlayer(player, expected);
  const stopped = at.notRunning(player, expected) ?? unanswered(role, expected, at);
  if (stopped !== undefined) return stopped;
  const { name } = player.container;
  const asked = at.evidence.gateways?.[role]?.unknown ?? [];
  const wrong = asked.find(({ outcome }) => !outcome.ok || outcome.status !== 404);
  if (wrong !== undefined) {
    const { path, outcome } = wrong;
    const observed = outcome.ok ? t.fail(name, path, outcome.status) : t.silent(name, path);
    return { verdict: 'fail', observed, expected, next: lookAt(role, path, at) };
  }
  const [first] = asked;
  if (first === undefined) return at.notTold(role, expected);
  return { verdict: 'pass', observed: t.pass(name, first.path), expected, next: '' };
}
