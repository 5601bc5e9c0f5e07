import { type Message, withMore } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { say, sayPaths } from '../../language/say.ts';
import type { CallEvidence } from '../../probes/calls.ts';
import type { RequestEvidence } from '../../probes/evidence/request-evidence.ts';
import { isToldOf } from '../../roles/clues.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { askCallers } from './ask-callers.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** Each request to the one makes it call the other, and nothing else does. */
    'calls-on-request': { readonly from: string; readonly to: string };
  }
}

/** How many of the paths that were tried are named. */
const named = 3;

export const callsOnRequest = defineCheck({
  kind: 'calls-on-request',
  about: 'Each request to `from` makes it call `to`, and nothing else does.',
  example: { from: 'consumer', to: 'provider' },
  observes: askCallers,
  judge,
});

function judge({ from, to }: CheckOf<'calls-on-request'>, at: Case): Finding {
  const [caller, callee] = [at.player(from), at.player(to)];
  const nameOf = (player: typeof caller) => player.container?.name ?? player.role.suggested;
  const expected = say('request.expected', { from: nameOf(caller), to: nameOf(callee) });
  for (const player of [callee, caller]) if (player.container === undefined) return at.waitingFor(player, expected);
  const stopped = at.notRunning(caller, expected) ?? at.notRunning(callee, expected);
  if (stopped !== undefined) return { ...stopped, verdict: 'blocked' };
  if (caller.container === undefined || callee.container === undefined) throw new TypeError('unreachable');
  const evidence = at.evidence.requests?.[between(from, to)];
  if (evidence === undefined) return at.notTold(between(from, to), expected);
  const { verdict, observed } = judgeCalls(evidence, caller.container, callee.container, from, at);
  const next = verdict === 'pass' ? '' : `docker logs --tail 20 ${shellQuote(caller.container.name)}`;
  return { verdict, observed, expected, next };
}

function judgeCalls(
  evidence: RequestEvidence,
  caller: ContainerFacts,
  callee: ContainerFacts,
  from: string,
  at: Case,
): Pick<Finding, 'verdict' | 'observed'> {
  const names = { from: caller.name, to: callee.name };
  const { path, tries, rounds, calls } = evidence;
  if (!calls.captured)
    return { verdict: 'unknown', observed: say('lab.could-not-tell', { reason: say('request.blind') }) };
  if (path === undefined) {
    const sentence = openOrCopied(evidence, caller, callee, from, at);
    if (sentence !== undefined) return sentence;
    const answered = tries.filter(({ status }) => status !== 404).map(tried => tried.path);
    const [first = '/'] = answered;
    const observed = hasCalledBefore(calls)
      ? say('request.remembers', { ...names, path: first })
      : say('request.never', {
          ...names,
          paths: answered.slice(0, named),
          more: tries.length - Math.min(named, answered.length),
        });
    return { verdict: 'fail', observed: withMore(observed, whatItDid(calls, caller, callee)) };
  }
  const called = rounds.filter(round => round.calls > 0).length;
  const caused = causedBy(evidence);
  if (called === rounds.length && caused === 'requests') {
    const code = evidence.quiet.calls === 0 ? 'request.pass' : 'request.pass-among-others';
    return { verdict: 'pass', observed: say(code, { ...names, path, times: rounds.length }) };
  }
  if (caused === 'unclear' && called === rounds.length)
    return { verdict: 'unknown', observed: say('request.unclear', names) };
  if (evidence.quiet.calls > 0) return { verdict: 'fail', observed: say('request.unasked', names) };
  const observed =
    called === 0
      ? say('request.remembers', { ...names, path })
      : say('request.sometimes', { ...names, path, called, times: rounds.length });
  return { verdict: 'fail', observed };
}

/**
 * The finding where no path made it call, and nothing says that there is none: it does not know some of what it was asked for,
 * and was not seen trying to call in vain. Not where a person has said which path it is. A copy of what the other says is told
 * as such. `undefined` if more is known.
 */
function openOrCopied(
  { tries, calls, given, copied }: RequestEvidence,
  caller: ContainerFacts,
  callee: ContainerFacts,
  from: string,
  at: Case,
): Pick<Finding, 'verdict' | 'observed'> | undefined {
  if (copied !== undefined)
    return {
      verdict: 'fail',
      observed: say('request.copied', { from: caller.name, to: callee.name, path: copied.path, shown: copied.shown }),
    };
  const knowsNone = tries.every(({ status }) => status === 404);
  const knowsAll = tries.every(({ status }) => status !== 404);
  const hasTried =
    calls.refused.length > 0 || calls.elsewhere.length > 0 || calls.questions.some(({ found }) => !found);
  const isGiven = tries.some(({ path, status }) => path === given && status !== 404);
  if (!knowsNone && (knowsAll || hasTried || isGiven || hasCalledBefore(calls))) return undefined;
  const paths = sayPaths(tries.map(({ path }) => path));
  return {
    verdict: 'unknown',
    observed: say('request.no-path', { from: caller.name, to: callee.name, paths, entry: at.pathEntry(from) }),
  };
}

/**
 * Whether requests cause the calls that came with them, or they would have come anyway at the rate of those that come
 * while nobody asks.
 */
function causedBy({ rounds, quiet }: RequestEvidence): 'requests' | 'itself' | 'unclear' {
  const seen = rounds.reduce((total, { calls }) => total + calls, 0);
  const ms = rounds.reduce((total, round) => total + round.ms, 0);
  const unasked = quiet.ms === 0 ? 0 : (quiet.calls / quiet.ms) * ms;
  const perRound = (seen - unasked) / Math.max(1, rounds.length);
  if (perRound > 0.6) return 'requests';
  return perRound < 0.3 ? 'itself' : 'unclear';
}

/** Its front page was asked for before the paths were tried, and it may have called for that. */
const hasCalledBefore = ({ open, requests = [] }: CallEvidence) => open > 0 || requests.length > 0;

function whatItDid(
  { questions, refused, elsewhere }: CallEvidence,
  caller: ContainerFacts,
  callee: ContainerFacts,
): Message | undefined {
  const unknown = questions.findLast(question => !question.found);
  const [no] = refused;
  const [other] = elsewhere;
  if (no !== undefined) return say('request.refused', { endpoint: `${no.address}:${no.port}` });
  if (unknown !== undefined) return say('request.unknown-name', { name: unknown.name });
  if (other !== undefined) return say('request.elsewhere', { endpoint: `${other.address}:${other.port}` });
  return isToldOf(caller, callee) ? undefined : say('request.untold', { from: caller.name, to: callee.name });
}
