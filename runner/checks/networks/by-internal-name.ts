import { say } from '../../language/say.ts';
import { askCallers } from '../calls/ask-callers.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { logsCommand } from '../docker-command.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { byNameCommand } from './by-name-command.ts';
import { sayWay, wayOf } from './way-of.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** The calls that requests cause go by a name on a shared network. */
    'by-internal-name': { readonly from: string; readonly to: string };
  }
}

export const byInternalName = defineCheck({
  kind: 'by-internal-name',
  about: 'The calls that requests to `from` cause go straight to `to`, by a name that Docker’s DNS resolves.',
  example: { from: 'consumer', to: 'provider' },
  observes: askCallers,
  judge,
});

function judge({ from, to }: CheckOf<'by-internal-name'>, at: Case): Finding {
  const [caller, callee] = [at.player(from), at.player(to)];
  const nameOf = (player: typeof caller) => player.container?.name ?? player.role.suggested;
  const names = { from: nameOf(caller), to: nameOf(callee) };
  const expected = say('internal-name.expected', names);
  for (const player of [callee, caller]) if (player.container === undefined) return at.waitingFor(player, expected);
  const evidence = at.evidence.requests?.[between(from, to)];
  if (evidence === undefined) return at.notTold(between(from, to), expected);
  if (caller.container === undefined || callee.container === undefined) throw new TypeError('unreachable');
  const way = wayOf(evidence.calls, caller.container, callee.container);
  if (way.by === 'name') return { verdict: 'pass', observed: sayWay('internal-name', names, way), expected, next: '' };
  if (way.by === 'unclear' || way.by === 'none') {
    const observed = say(way.by === 'none' ? 'internal-name.no-call' : 'internal-name.unclear', names);
    return { verdict: 'unknown', observed, expected, next: logsCommand(caller.container.name) };
  }
  const next = byNameCommand(caller.container, callee.container, evidence.calls, at);
  return { verdict: 'fail', observed: sayWay('internal-name', names, way), expected, next };
}
