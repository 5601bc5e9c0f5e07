import type { Check } from '../challenge/definition.ts';
import { definitionOf } from './registry.ts';

/** One who should call another, whom a disturbance takes away. */
type Disruptive = Extract<Check, { readonly to: string }>;

/** Whether only a disturbance decides it. */
export function isDisruptive(check: Check): check is Disruptive {
  return definitionOf(check).disrupts !== undefined;
}

/** The role whose container a check disturbs, and how; undefined where it disturbs nothing. */
export function disruptionOf(check: Check): { readonly role: string; readonly action: 'restart' | 'stop' } | undefined {
  const action = definitionOf(check).disrupts;
  return action !== undefined && isDisruptive(check) ? { role: check.to, action } : undefined;
}
