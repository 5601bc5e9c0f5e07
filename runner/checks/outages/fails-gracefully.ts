import { shellQuote } from '../../base/shell-quote.ts';
import { say } from '../../language/say.ts';
import type { OutageEvidence } from '../../probes/evidence/request-evidence.ts';
import { isHealthCheck } from '../../probes/paths/health-check.ts';
import type { Case, Player } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { stopCallees } from './stop-callees.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** While `to` is stopped, `from` answers 5xx soon; afterwards it answers as before. */
    'fails-gracefully': { readonly from: string; readonly to: string };
  }
}

const usualWithinMs = 8_000;

export const failsGracefully = defineCheck({
  kind: 'fails-gracefully',
  about: 'While `to` is stopped, `from` answers 5xx soon and goes on running; afterwards it answers as before.',
  example: { from: 'consumer', to: 'provider' },
  observes: stopCallees,
  disrupts: 'stop',
  judge,
});

function judge({ from, to }: CheckOf<'fails-gracefully'>, at: Case): Finding {
  const [caller, callee] = [at.player(from), at.player(to)];
  const nameOf = (player: Player) => player.container?.name ?? player.role.suggested;
  const names = { from: nameOf(caller), to: nameOf(callee) };
  const outage = at.evidence.outages?.[between(from, to)];
  const expected = say('callee-outage.expected', { ...names, ms: outage?.withinMs ?? usualWithinMs });
  for (const player of [callee, caller]) if (player.container === undefined) return at.waitingFor(player, expected);
  if (outage !== undefined) {
    const { path, given } = at.evidence.requests?.[between(from, to)] ?? {};
    const isHealth = path !== undefined && given === undefined && isHealthCheck(path);
    const { verdict, observed } =
      (isHealth ? onlyHealth(outage, names, path, at.pathEntry(from)) : undefined) ?? judgeOutage(outage, names);
    const next = verdict === 'pass' ? '' : `docker logs --tail 20 ${shellQuote(names.from)}`;
    return { verdict, observed, expected, next };
  }
  if (at.evidence.faults[between(from, to)] !== undefined) return at.notTold(between(from, to), expected);
  if (callee.container?.autoRemove) {
    return {
      verdict: 'unknown',
      observed: say('callee-outage.gone-with-stop', { to: names.to }),
      expected,
      next: at.recreate(callee.container, {}),
    };
  }
  // What was recognised by its structure alone is stopped only when it is named.
  const isNamed = callee.binding?.how === 'bind' || callee.binding?.how === 'name';
  const bind = isNamed ? '' : ` --bind ${callee.role.id}=${shellQuote(names.to)}`;
  const next = `lab verify ${at.challenge.number} --disrupt${bind}`;
  return { verdict: 'unknown', observed: say('callee-outage.not-tried', { to: names.to }), expected, next };
}

/** A page that only tells whether the one that was asked lives may answer well without the other: it shows nothing of an outage. */
function onlyHealth(
  { crashed, status }: OutageEvidence,
  names: { readonly from: string; readonly to: string },
  path: string,
  entry: string,
): Pick<Finding, 'verdict' | 'observed'> | undefined {
  if (crashed || status === undefined || status >= 500) return undefined;
  return { verdict: 'unknown', observed: say('callee-outage.only-health', { ...names, path, entry }) };
}

function judgeOutage(
  { crashed, status, withinMs, ms, back }: OutageEvidence,
  names: { readonly from: string; readonly to: string },
): Pick<Finding, 'verdict' | 'observed'> {
  if (crashed) return { verdict: 'fail', observed: say('callee-outage.crashed', names) };
  if (status === undefined)
    return { verdict: 'fail', observed: say('callee-outage.hangs', { ...names, ms: withinMs }) };
  if (status < 500) return { verdict: 'fail', observed: say('callee-outage.pretends', { ...names, status }) };
  if (!back.well) return { verdict: 'fail', observed: say('callee-outage.not-back', names) };
  return { verdict: 'pass', observed: say('callee-outage.pass', { ...names, status, ms }) };
}
