import type { Message } from '../../base/message.ts';
import { say } from '../../language/say.ts';
import type { Relay } from '../../probes/evidence/gateway-evidence.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';
import { askGateways } from './ask-gateways.ts';
import { isBoxed } from './boxed-body.ts';
import { lookAt } from './gateway-answers.ts';
import { sameBody } from './same-body.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** Who asks the role's container gets what the services answer, whatever its status. */
    'relays-answers': { readonly role: string; readonly services: readonly string[] };
  }
}

export const relaysAnswers = defineCheck({
  kind: 'relays-answers',
  about:
    'Who asks `role` for something that a service has gets that service’s answer, with its status; a box around it may say where it is from.',
  example: { role: 'gateway', services: ['users', 'orders'] },
  observes: askGateways,
  judge,
});

function judge({ role, services }: CheckOf<'relays-answers'>, at: Case): Finding {
  const expected = say('relays.expected');
  const missing = [role, ...services].map(id => at.player(id)).find(({ container }) => container === undefined);
  if (missing !== undefined) return at.waitingFor(missing, expected);
  const routes = at.evidence.gateways?.[role]?.routes;
  if (routes === undefined) return at.notTold(role, expected);
  const told: string[] = [];
  for (const service of services) {
    const relays = (routes[service]?.relays ?? []).filter(isTold);
    const changed = relays.find(relay => whatChanged(relay, service, services, at) !== undefined);
    if (changed !== undefined) {
      const observed = whatChanged(changed, service, services, at) ?? expected;
      return { verdict: 'fail', observed, expected, next: lookAt(role, changed.path, at) };
    }
    if (relays.length === 0) {
      const next = `lab verify ${at.challenge.number}`;
      return {
        verdict: 'unknown',
        observed: say('lab.could-not-tell', { reason: say('relays.unclear') }),
        expected,
        next,
      };
    }
    told.push(...relays.map(({ path }) => path));
  }
  return { verdict: 'pass', observed: say('relays.pass', { paths: told }), expected, next: '' };
}

/** Where the service itself gives no answer there is nothing to compare with. */
const isTold = ({ direct }: Relay) => direct.some(({ ok }) => ok);

function whatChanged(
  { path, answer, direct }: Relay,
  service: string,
  services: readonly string[],
  at: Case,
): Message | undefined {
  const name = at.player(service).container?.name ?? service;
  const theirs = direct.filter(outcome => outcome.ok);
  const [first] = theirs;
  if (first === undefined) return undefined;
  if (!answer.ok) return say('relays.silent', { path, service: name });
  if (!theirs.some(({ status }) => status === answer.status))
    return say('relays.status', { path, service: name, theirs: first.status, ours: answer.status });
  const bodies = theirs.map(({ body }) => body);
  const others = services.flatMap(id => (id === service ? [] : [id, at.player(id).container?.name ?? id]));
  return sameBody(answer.body, bodies) || isBoxed(answer.body, bodies, others)
    ? undefined
    : say('relays.body', { path, service: name, theirs: excerpt(first.body), ours: excerpt(answer.body) });
}

/** Enough to recognise it by. */
function excerpt(body: string): string {
  const line = body.replaceAll(/\s+/g, ' ').replaceAll('`', "'").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
