import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import type { Language } from '../../base/language.ts';
import { between, type Evidence } from '../../checks/evidence.ts';
import type { CallEvidence } from '../../probes/calls.ts';
import { judgedIn } from './judged-in.ts';

const folder = join(import.meta.dirname, '../fixtures/evidence');

/** The names of the runs whose evidence was recorded from a real engine: see `test/docker/verify.test.ts`. */
export const recordedNames = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(file => file.replace('.json', ''));

/** The evidence of one recorded run of challenge 1. */
export function recordedEvidence(name: string): Evidence {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Evidence;
}

/** The same evidence with the container of a role changed. */
export function withContainer(
  evidence: Evidence,
  role: string,
  change: Partial<Evidence['facts']['containers'][number]>,
): Evidence {
  const id = evidence.bindings.find(binding => binding.role === role)?.container;
  const containers = evidence.facts.containers.map(container =>
    container.id === id ? { ...container, ...change } : container,
  );
  return { ...evidence, facts: { ...evidence.facts, containers } };
}

/** The same evidence with what is known of the client's calls changed. */
export function withCalls(evidence: Evidence, change: Partial<CallEvidence>): Evidence {
  const key = between('client', 'server');
  const calls = evidence.calls[key];
  if (calls === undefined) throw new TypeError('this run has no calls to change');
  return { ...evidence, calls: { ...evidence.calls, [key]: { ...calls, ...change } } };
}

/** The finding on one objective of challenge 1. */
export function judged(evidence: Evidence, objective: string, language: Language = 'en') {
  const found = judgedIn(networkedContainers, evidence, language).find(({ id }) => id === objective);
  if (found === undefined) throw new TypeError(`challenge 1 has no objective ${objective}`);
  return found;
}
