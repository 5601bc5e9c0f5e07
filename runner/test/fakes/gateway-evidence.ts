import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiGateway } from '../../../challenges/05-api-gateway/challenge.ts';
import type { Language } from '../../base/language.ts';
import type { Evidence } from '../../checks/evidence.ts';
import type { GatewayEvidence, GatewayOutage } from '../../probes/evidence/gateway-evidence.ts';
import { judgedIn } from './judged-in.ts';

const folder = join(import.meta.dirname, '../fixtures/evidence-05');

/** The names of the runs of challenge 5 that were recorded from a real engine. */
export const recordedGateways = readdirSync(folder).map(file => file.replace('.json', ''));

export const gatewayRun = (name: string): Evidence =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Evidence;

/** The same evidence with what is known of the gateway changed. */
export function withGateway(evidence: Evidence, change: Partial<GatewayEvidence>): Evidence {
  const known = evidence.gateways?.gateway;
  if (known === undefined) throw new TypeError('this run has no gateway to change');
  return { ...evidence, gateways: { gateway: { ...known, ...change } } };
}

/** The same evidence with what came of the outage changed. */
export function withOutage(evidence: Evidence, change: Partial<GatewayOutage>): Evidence {
  const known = evidence.gatewayOutages?.['gateway>orders'];
  if (known === undefined) throw new TypeError('this run has no outage to change');
  return { ...evidence, gatewayOutages: { 'gateway>orders': { ...known, ...change } } };
}

/** The findings on challenge 5's objectives. */
export const judgedAll = (evidence: Evidence, language: Language = 'en') => judgedIn(apiGateway, evidence, language);

/** The finding on one of them. */
export function judgedGateway(evidence: Evidence, objective: string, language: Language = 'en') {
  const found = judgedAll(evidence, language).find(({ id }) => id === objective);
  if (found === undefined) throw new TypeError(`challenge 5 has no objective ${objective}`);
  return found;
}
