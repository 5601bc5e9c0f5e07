import { shellQuote } from '../../base/shell-quote.ts';
import { roleTitle, say } from '../../language/say.ts';
import { watchPairs } from '../calls/watch-pairs.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { logsCommand } from '../docker-command.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { byNameCommand } from './by-name-command.ts';
import { sayWay, wayOf } from './way-of.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'reached-by-name': { readonly from: string; readonly to: string };
  }
}

export const reachedByName = defineCheck({
  kind: 'reached-by-name',
  about: '`from` reaches `to` directly, by a name that Docker’s DNS resolves.',
  example: { from: 'client', to: 'server' },
  observes: watchPairs,
  judge,
});

function judge({ from, to }: CheckOf<'reached-by-name'>, at: Case): Finding {
  const [caller, callee] = [at.player(from), at.player(to)];
  const expected = say('by-name.expected', {
    role: roleTitle(from),
    to: callee.container?.name ?? callee.role.suggested,
  });
  for (const player of [callee, caller]) if (player.container === undefined) return at.withoutPlayer(player, expected);
  if (caller.container === undefined || callee.container === undefined) throw new TypeError('unreachable');
  const stopped = at.notRunning(caller, expected) ?? at.notRunning(callee, expected);
  if (stopped !== undefined) return { ...stopped, verdict: 'blocked' };
  const evidence = at.evidence.calls[between(from, to)];
  if (evidence === undefined) return at.notTold(between(from, to), expected);
  const way = wayOf(evidence, caller.container, callee.container);
  const next = way.by === 'name' ? '' : byNameCommand(caller.container, callee.container, evidence, at);
  const names = { from: caller.container.name, to: callee.container.name };
  switch (way.by) {
    case 'name':
      return { verdict: 'pass', observed: sayWay('by-name', names, way), expected, next };
    case 'published':
    case 'address':
      return { verdict: 'fail', observed: sayWay('by-name', names, way), expected, next };
    case 'unclear':
      return { verdict: 'unknown', observed: say('by-name.unclear', names), expected, next };
    case 'none':
      // One that connects more seldom than we watch may do it rightly; where it begins anew, it can be seen.
      return evidence.connectionsOpened === 0
        ? { verdict: 'blocked', observed: say('by-name.no-call', names), expected, next: logsCommand(names.from) }
        : {
            verdict: 'unknown',
            observed: say('by-name.seldom', names),
            expected,
            next: `docker restart ${shellQuote(names.from)}`,
          };
  }
}
