import type { Check } from '../../challenge/definition.ts';
import { between } from '../../experiments/evidence.ts';
import { onRequestMessages } from '../../language/checks-on-request.ts';
import type { Case } from '../case.ts';
import { logsCommand } from '../docker-command.ts';
import type { Finding } from '../finding.ts';
import { byNameCommand, wayOf } from './reached-by-name.ts';

/** The calls that our requests to one role's container caused went straight to the other's, by a name of Docker's DNS. */
export function byInternalName({ from, to }: Extract<Check, { kind: 'by-internal-name' }>, at: Case): Finding {
  const t = onRequestMessages[at.language].byName;
  const [caller, callee] = [at.player(from), at.player(to)];
  const nameOf = (player: typeof caller) => player.container?.name ?? player.role.suggested;
  const names = [nameOf(caller), nameOf(callee)] as const;
  const expected = t.expected(...names);
  for (const player of [callee, caller]) if (player.container === undefined) return at.waitingFor(player, expected);
  const evidence = at.evidence.requests?.[between(from, to)];
  if (evidence === undefined) return at.notTold(between(from, to), expected);
  if (caller.container === undefined || callee.container === undefined) throw new TypeError('unreachable');
  const way = wayOf(evidence.calls, caller.container, callee.container);
  if (way.by === 'name') return { verdict: 'pass', observed: t[way.sign](...names, way.name), expected, next: '' };
  if (way.by === 'unclear' || way.by === 'none') {
    const observed = way.by === 'none' ? t.noCall(...names) : t.unclear(...names);
    return { verdict: 'unknown', observed, expected, next: logsCommand(caller.container.name) };
  }
  const next = byNameCommand(caller.container, callee.container, evidence.calls, at);
  return { verdict: 'fail', observed: t[way.sign](...names, way.target), expected, next };
}
