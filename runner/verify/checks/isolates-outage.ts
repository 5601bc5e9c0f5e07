import type { Check } from '../../challenge/definition.ts';
import { between } from '../../experiments/evidence.ts';
import type { GatewayOutage } from '../../experiments/gateway-evidence.ts';
import { isOutage } from '../../experiments/gateway-outage.ts';
import { gatewayMessages } from '../../language/checks-gateway.ts';
import type { Case } from '../case.ts';
import { shellQuote } from '../docker-command.ts';
import type { Finding } from '../finding.ts';

/** While one service is stopped, the gateway says so soon, serves the other as ever, and finds the first one again. */
export function isolatesOutage({ from, to, beside }: Extract<Check, { kind: 'isolates-outage' }>, at: Case): Finding {
  const t = gatewayMessages[at.language].outage;
  const [broken, other] = [at.player(to), at.player(beside)];
  const name = broken.container?.name ?? broken.role.suggested;
  const expected = t.expected(name, other.container?.name ?? other.role.suggested);
  const missing = [at.player(from), broken, other].find(({ container }) => container === undefined);
  if (missing !== undefined) return at.waitingFor(missing, expected);
  const key = between(from, to);
  const outage = at.evidence.gatewayOutages?.[key];
  if (outage !== undefined) {
    const trouble = whatWentWrong(outage, name, at);
    if (trouble !== undefined)
      return { verdict: 'fail', observed: trouble + at.lastWords(from), expected, next: logsOf(from, at) };
    const status = outage.outcome.ok ? outage.outcome.status : 0;
    return { verdict: 'pass', observed: t.pass(name, outage.path, status, outage.besidePath), expected, next: '' };
  }
  if (at.evidence.faults[key] !== undefined) return at.notTold(key, expected);
  if (broken.container?.autoRemove)
    return { verdict: 'unknown', observed: t.autoRemove(name), expected, next: at.recreate(broken.container, {}) };
  // Whoever was found by structure alone might be somebody else: stopping it takes a word from the learner.
  const bind = broken.binding?.how === 'structure' ? ` --bind ${shellQuote(`${to}=${name}`)}` : '';
  const next = `lab verify ${at.challenge.number} --disrupt${bind}`;
  return { verdict: 'unknown', observed: t.notTried(name), expected, next };
}

function whatWentWrong(outage: GatewayOutage, name: string, { language }: Case): string | undefined {
  const t = gatewayMessages[language].outage;
  const { path, outcome, outcomeMs, besidePath, beside, besideBefore, afterwards, waitedMs } = outage;
  if (!outcome.ok)
    return outcome.reason === 'timeout' ? t.tooLate(name, path, outcomeMs) : t.noAnswer(name, path, outcome.detail);
  if (!isOutage(outcome)) return t.status(name, path, outcome.status);
  if (!beside.ok) return t.besideSilent(name, besidePath);
  if (beside.status !== besideBefore) return t.beside(name, besidePath, beside.status);
  return afterwards === undefined ? undefined : t.notBack(name, path, waitedMs);
}

function logsOf(role: string, at: Case): string {
  return `docker logs --tail 20 ${shellQuote(at.player(role).container?.name ?? '')}`;
}
