import type { Check } from '../challenge/definition.ts';

/** Kinds of check that only a disturbance decides. */
const kinds = ['survives-restart', 'fails-gracefully', 'isolates-outage', 'survives-database-outage'] as const;

export const disruptiveChecks: ReadonlySet<Check['kind']> = new Set(kinds);

/** One who should call another, whom a disturbance takes away. */
export function isDisruptive(check: Check): check is Extract<Check, { kind: (typeof kinds)[number] }> {
  return disruptiveChecks.has(check.kind);
}
