import type { Check } from '../challenge/definition.ts';

/** Kinds of check that only a disturbance decides. */
export const disruptiveChecks: ReadonlySet<Check['kind']> = new Set([
  'survives-restart',
  'fails-gracefully',
  'isolates-outage',
  'survives-database-outage',
]);
