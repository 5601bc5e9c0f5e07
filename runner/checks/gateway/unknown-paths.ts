import { say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';
import { askGateways } from './ask-gateways.ts';
import { lookAt, unanswered } from './gateway-answers.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'unknown-paths': { readonly role: string };
  }
}

export const unknownPaths = defineCheck({
  kind: 'unknown-paths',
  about: '`role` answers 404 for paths that nobody serves.',
  example: { role: 'gateway' },
  observes: askGateways,
  judge,
});

function judge({ role }: CheckOf<'unknown-paths'>, at: Case): Finding {
  const expected = say('unknown-path.expected');
  const player = at.player(role);
  if (player.container === undefined) return at.withoutPlayer(player, expected);
  const stopped = at.notRunning(player, expected) ?? unanswered(role, expected, at);
  if (stopped !== undefined) return stopped;
  const { name } = player.container;
  const asked = at.evidence.gateways?.[role]?.unknown ?? [];
  const wrong = asked.find(({ outcome }) => !outcome.ok || outcome.status !== 404);
  if (wrong !== undefined) {
    const { path, outcome } = wrong;
    const observed = outcome.ok
      ? say('unknown-path.fail', { gateway: name, path, status: outcome.status })
      : say('unknown-path.silent', { gateway: name, path });
    return { verdict: 'fail', observed, expected, next: lookAt(role, path, at) };
  }
  const [first] = asked;
  if (first === undefined) return at.notTold(role, expected);
  return {
    verdict: 'pass',
    observed: say('unknown-path.pass', { gateway: name, path: first.path }),
    expected,
    next: '',
  };
}
