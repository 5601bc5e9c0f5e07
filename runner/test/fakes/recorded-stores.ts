import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiPostgresRedis } from '../../../challenges/03-api-postgres-redis/challenge.ts';
import type { Language } from '../../base/language.ts';
import type { Evidence } from '../../checks/evidence.ts';
import { judgedIn } from './judged-in.ts';

const folder = join(import.meta.dirname, '../fixtures/evidence-03');

/** The names of the runs of challenge 3 whose evidence was recorded: see `test/docker/challenge-03.test.ts`. */
export const storeRuns = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(file => file.replace('.json', ''));

/** The evidence of one recorded run of challenge 3. */
export function storeEvidence(name: string): Evidence {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Evidence;
}

/** The finding on one objective of challenge 3. */
export function judgedStores(evidence: Evidence, objective: string, language: Language = 'en') {
  const found = judgedIn(apiPostgresRedis, evidence, language).find(({ id }) => id === objective);
  if (found === undefined) throw new TypeError(`challenge 3 has no objective ${objective}`);
  return found;
}
