import { withMore } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import { roleTitle, say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { restartCallees } from './restart-callees.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'survives-restart': { readonly from: string; readonly to: string };
  }
}

export const survivesRestart = defineCheck({
  kind: 'survives-restart',
  about: 'After `to` has restarted, `from` finds it again. The learner’s own restart counts as well as the lab’s.',
  example: { from: 'client', to: 'server' },
  observes: restartCallees,
  disrupts: 'restart',
  judge,
});

function judge({ from, to }: CheckOf<'survives-restart'>, at: Case): Finding {
  const [caller, callee] = [at.player(from), at.player(to)];
  const expected = say('restart.expected', { from: roleTitle(from), to: roleTitle(to) });
  const stopped = at.notRunning(caller, expected) ?? at.notRunning(callee, expected);
  if (stopped !== undefined) return { ...stopped, verdict: 'blocked' };
  if (caller.container === undefined || callee.container === undefined) {
    return at.waitingFor(callee.container === undefined ? callee : caller, expected);
  }
  const [fromName, toName] = [caller.container.name, callee.container.name];
  const next = `docker restart ${shellQuote(toName)}`;
  const ours = at.evidence.restarts[between(from, to)];
  if (ours?.foundAgain)
    return { verdict: 'pass', observed: say('restart.pass', { from: fromName, to: toName }), expected, next: '' };
  if (ours !== undefined) {
    const observed = withMore(
      say('restart.lost', { from: fromName, to: toName, ms: ours.watchedMs }),
      at.lastWords(caller.role.id),
    );
    return { verdict: 'fail', observed, expected, next: `docker logs --tail 20 ${shellQuote(fromName)}` };
  }
  const restartedAt = Date.parse(callee.container.startedAt ?? '');
  const isRestarted =
    restartedAt > Date.parse(caller.container.startedAt ?? '') && callee.container.finishedAt !== undefined;
  if (!isRestarted) {
    return { verdict: 'unknown', observed: say('restart.not-tried', { to: toName, from: fromName }), expected, next };
  }
  const calls = at.evidence.calls[between(from, to)]?.calls ?? [];
  const reachedSince = calls.some(call => call.at > restartedAt);
  if (reachedSince)
    return { verdict: 'pass', observed: say('restart.pass', { from: fromName, to: toName }), expected, next: '' };
  const watched = at.evidence.calls[between(from, to)]?.watchedMs ?? 0;
  return {
    verdict: 'fail',
    observed: say('restart.lost', { from: fromName, to: toName, ms: watched }),
    expected,
    next: `docker logs --tail 20 ${shellQuote(fromName)}`,
  };
}
