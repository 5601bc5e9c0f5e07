import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairedMicroservices } from '../../../challenges/04-paired-microservices/challenge.ts';
import type { Language } from '../../base/language.ts';
import type { Evidence } from '../../checks/evidence.ts';
import type { OutageEvidence, RequestEvidence } from '../../probes/evidence/request-evidence.ts';
import { judgedIn } from './judged-in.ts';

const folder = join(import.meta.dirname, '../fixtures/evidence-04');
const key = 'consumer>provider';

/** The names of the runs of challenge 4 whose evidence was recorded: see `test/docker/challenge-04.test.ts`. */
export const recordedRequestNames = readdirSync(folder).map(file => file.replace('.json', ''));

/** The evidence of one recorded run of challenge 4. */
export function recordedRequests(name: string): Evidence {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Evidence;
}

/** The same evidence with what came of asking the consumer changed. */
export function withRequest(evidence: Evidence, change: Partial<RequestEvidence>): Evidence {
  const request = evidence.requests?.[key];
  if (request === undefined) throw new TypeError('in this run nothing was asked');
  return { ...evidence, requests: { [key]: { ...request, ...change } } };
}

/** The same evidence with what came of the outage changed. */
export function withOutage(evidence: Evidence, change: Partial<OutageEvidence>): Evidence {
  const outage = evidence.outages?.[key];
  if (outage === undefined) throw new TypeError('in this run nothing was stopped');
  return { ...evidence, outages: { [key]: { ...outage, ...change } } };
}

/** The finding on one objective of challenge 4. */
export function judgedRequest(evidence: Evidence, objective: string, language: Language = 'en') {
  const found = judgedIn(pairedMicroservices, evidence, language).find(({ id }) => id === objective);
  if (found === undefined) throw new TypeError(`challenge 4 has no objective ${objective}`);
  return found;
}
