import { type Message, withMore } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import { routeTo } from '../../engine/addresses.ts';
import { roleTitle, say } from '../../language/say.ts';
import { type CallEvidence, watchedUntil } from '../../probes/calls.ts';
import type { Case, Player } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { turnsInLog } from './log-rhythm.ts';
import { isSlow, rhythmOf } from './rhythm.ts';
import { watchPairs } from './watch-pairs.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'periodic-requests': { readonly from: string; readonly to: string };
  }
}

const minuteMs = 60_000;

export const periodicRequests = defineCheck({
  kind: 'periodic-requests',
  about: '`from` calls `to` again and again, of its own accord.',
  example: { from: 'client', to: 'server' },
  observes: watchPairs,
  judge,
});

function judge({ from, to }: CheckOf<'periodic-requests'>, at: Case): Finding {
  const [caller, callee] = [at.player(from), at.player(to)];
  const expected = say('periodic.expected', { from: roleTitle(from), to: roleTitle(to) });
  for (const player of [callee, caller]) if (player.container === undefined) return at.withoutPlayer(player, expected);
  const stopped = at.notRunning(caller, expected) ?? at.notRunning(callee, expected);
  if (stopped !== undefined) return stopped;
  const evidence = at.evidence.calls[between(from, to)];
  if (evidence === undefined) return at.notTold(between(from, to), expected);
  return { expected, ...judgePair(evidence, caller, callee, at) };
}

function judgePair(evidence: CallEvidence, caller: Player, callee: Player, at: Case): Omit<Finding, 'expected'> {
  const [from, to] = [caller.container?.name ?? '', callee.container?.name ?? ''];
  const rhythm = rhythmOf(evidence);
  const now = watchedUntil(evidence);
  if (rhythm.periodic) {
    const observed =
      rhythm.bursts.length > 1
        ? say('periodic.pass', { from, to, times: rhythm.bursts.length })
        : say('periodic.pass-often', { from, to });
    return { verdict: 'pass', observed, next: '' };
  }
  const turns = turnsInLog(at.evidence.logs[caller.role.id] ?? []);
  const others = callsOfOthers(caller, callee, at);
  const longAgo = evidence.connectionsOpened - new Set([...evidence.calls, ...others].map(call => call.port)).size;
  const mayBeOld = longAgo > 0 && (evidence.connectionsOpened > 1 || evidence.open > 0);
  // What it has done to others of the challenge may be all that its log and its connections tell of.
  const isOnlyOurs = others.length === 0;
  if (isOnlyOurs && mayBeOld && turns.length > 1 && isGoingOn(turns, at.evidence.logsReadAt ?? now)) {
    const observed = say('periodic.pass-log', {
      from,
      to,
      connections: evidence.connectionsOpened,
      every: everyOf(turns),
    });
    return { verdict: 'pass', observed, next: '' };
  }
  const next = `docker logs --tail 20 --timestamps ${shellQuote(from)}`;
  const last = rhythm.bursts.at(-1);
  const isOld = minuteMs < now - Date.parse(caller.container?.startedAt ?? '');
  const elsewhere = evidence.elsewhere.filter(endpoint => !isAnothers(endpoint, caller, callee, at));
  if (
    last === undefined &&
    evidence.connectionsOpened > 1 &&
    longAgo > 0 &&
    isOld &&
    evidence.refused.length === 0 &&
    elsewhere.length === 0 &&
    evidence.questions.every(question => question.found)
  ) {
    const { connectionsOpened: connections } = evidence;
    const observed = isOnlyOurs
      ? say('periodic.quiet', { from, connections, to })
      : say('periodic.quiet-here', { from, connections, to });
    return { verdict: 'unknown', observed, next };
  }
  if (last === undefined) {
    const observed = withMore(
      say('periodic.never', { from, to, ms: evidence.watchedMs }),
      whatItTried({ ...evidence, elsewhere }, callee),
      at.lastWords(caller.role.id),
    );
    return { verdict: 'fail', observed, next };
  }
  // It has called before, longer ago than the kernel remembers, or it has not yet missed its turn: it may only be slow.
  const mayBeSlow = isOld && longAgo > 0 && isOnlyOurs;
  if (mayBeSlow || isSlow(rhythm, now))
    return { verdict: 'unknown', observed: say('periodic.slow', { from, to, ago: now - last }), next };
  const observed =
    rhythm.bursts.length === 1 && numberOfCalls(evidence) === 1
      ? say('periodic.once', { from, to, ms: evidence.watchedMs })
      : say('periodic.stopped', { from, to, ago: now - last });
  return { verdict: 'fail', observed, next };
}

/** A call may show as its connection, as its request, or as both. */
function numberOfCalls({ calls }: CallEvidence): number {
  const many = (sign: CallEvidence['calls'][number]['sign']) => calls.filter(call => call.sign === sign).length;
  return many('closed') + Math.max(many('connection'), many('request'));
}

/** The other roles that the caller should call, too. */
const othersCalled = (caller: Player, callee: Player) => caller.role.calls.filter(id => id !== callee.role.id);

/** Its calls to those: they are among the connections that it has opened. */
const callsOfOthers = (caller: Player, callee: Player, { evidence }: Case) =>
  othersCalled(caller, callee).flatMap(id => evidence.calls[between(caller.role.id, id)]?.calls ?? []);

function isAnothers(endpoint: CallEvidence['elsewhere'][number], caller: Player, callee: Player, at: Case): boolean {
  const containers = othersCalled(caller, callee).flatMap(id => at.player(id).container ?? []);
  return containers.some(container => routeTo(container, endpoint, at.evidence.facts) !== undefined);
}

function whatItTried({ questions, refused, elsewhere }: CallEvidence, callee: Player): Message | undefined {
  const unknown = questions.findLast(question => !question.found);
  const [no] = refused;
  const [other] = elsewhere;
  if (no !== undefined) return say('periodic.refused', { endpoint: `${no.address}:${no.port}` });
  if (unknown !== undefined) return say('periodic.unknown-name', { name: unknown.name });
  if (other === undefined) return undefined;
  return say('periodic.elsewhere', { endpoint: `${other.address}:${other.port}`, to: roleTitle(callee.role.id) });
}

/** A loop that has missed its turn by as much as its longest pause has stopped. */
function isGoingOn(turns: readonly number[], now: number): boolean {
  return now - (turns.at(-1) ?? 0) <= 2 * Math.max(...gaps(turns)) + 1_000;
}

const gaps = (turns: readonly number[]) => turns.slice(1).map((at, index) => at - (turns[index] ?? at));

function everyOf(turns: readonly number[]): string {
  const sorted = gaps(turns).sort((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return median < 2 * minuteMs ? `${Math.round(median / 1_000)} s` : `${Math.round(median / minuteMs)} min`;
}
