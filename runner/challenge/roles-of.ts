import type { Check } from './definition.ts';

/** The roles that a check is about, in its order: all that it says besides its kind are roles. Pure. */
export function rolesOf({ kind: _, ...roles }: Check): readonly string[] {
  return Object.values<string | readonly string[]>(roles).flat();
}
