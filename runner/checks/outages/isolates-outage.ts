import { type Message, withMore } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import { say } from '../../language/say.ts';
import type { GatewayOutage } from '../../probes/evidence/gateway-evidence.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { between } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { isOutage } from './gateway-outage.ts';
import { stopServices } from './stop-services.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** While `to` is stopped, `from` says so soon, and `beside` is served as ever. */
    'isolates-outage': { readonly from: string; readonly to: string; readonly beside: string };
  }
}

export const isolatesOutage = defineCheck({
  kind: 'isolates-outage',
  about: 'While `to` is stopped, `from` says so soon and serves `beside` as ever; afterwards it finds `to` again.',
  example: { from: 'gateway', to: 'orders', beside: 'users' },
  observes: stopServices,
  disrupts: 'stop',
  judge,
});

function judge({ from, to, beside }: CheckOf<'isolates-outage'>, at: Case): Finding {
  const [broken, other] = [at.player(to), at.player(beside)];
  const name = broken.container?.name ?? broken.role.suggested;
  const expected = say('service-outage.expected', {
    broken: name,
    beside: other.container?.name ?? other.role.suggested,
  });
  const missing = [at.player(from), broken, other].find(({ container }) => container === undefined);
  if (missing !== undefined) return at.waitingFor(missing, expected);
  const key = between(from, to);
  const outage = at.evidence.gatewayOutages?.[key];
  if (outage !== undefined) {
    const trouble = whatWentWrong(outage, name);
    if (trouble !== undefined)
      return { verdict: 'fail', observed: withMore(trouble, at.lastWords(from)), expected, next: logsOf(from, at) };
    const status = outage.outcome.ok ? outage.outcome.status : 0;
    return {
      verdict: 'pass',
      observed: say('service-outage.pass', { broken: name, path: outage.path, status, besidePath: outage.besidePath }),
      expected,
      next: '',
    };
  }
  if (at.evidence.faults[key] !== undefined) return at.notTold(key, expected);
  if (broken.container?.autoRemove)
    return {
      verdict: 'unknown',
      observed: say('service-outage.auto-remove', { broken: name }),
      expected,
      next: at.recreate(broken.container, {}),
    };
  // Whoever was found by structure alone might be somebody else: stopping it takes a word from the learner.
  const bind = broken.binding?.how === 'structure' ? ` --bind ${shellQuote(`${to}=${name}`)}` : '';
  const next = `lab verify ${at.challenge.number} --disrupt${bind}`;
  return { verdict: 'unknown', observed: say('service-outage.not-tried', { broken: name }), expected, next };
}

function whatWentWrong(outage: GatewayOutage, name: string): Message | undefined {
  const { path, outcome, outcomeMs, besidePath, beside, besideBefore, afterwards, waitedMs } = outage;
  if (!outcome.ok)
    return outcome.reason === 'timeout'
      ? say('service-outage.too-late', { broken: name, path, ms: outcomeMs })
      : say('service-outage.no-answer', { broken: name, path, detail: outcome.detail });
  if (!isOutage(outcome)) return say('service-outage.status', { broken: name, path, status: outcome.status });
  if (!beside.ok) return say('service-outage.beside-silent', { broken: name, path: besidePath });
  if (beside.status !== besideBefore)
    return say('service-outage.beside', { broken: name, path: besidePath, status: beside.status });
  return afterwards === undefined ? undefined : say('service-outage.not-back', { broken: name, path, ms: waitedMs });
}

function logsOf(role: string, at: Case): string {
  return `docker logs --tail 20 ${shellQuote(at.player(role).container?.name ?? '')}`;
}
