import type { Check } from '../challenge/definition.ts';
import { definitionOf } from './registry.ts';
import type { Run } from './run.ts';

/** One who should call another, whom a disturbance takes away. */
type Disruptive = Extract<Check, { readonly to: string }>;

/** Whether only a disturbance decides it. */
export function isDisruptive(check: Check): check is Disruptive {
  return definitionOf(check).disrupts !== undefined;
}

/** The role whose container a check disturbs, and how; `undefined` if it disturbs nothing. */
export function disruptionOf(check: Check): { readonly role: string; readonly action: 'restart' | 'stop' } | undefined {
  const action = definitionOf(check).disrupts;
  return action !== undefined && isDisruptive(check) ? { role: check.to, action } : undefined;
}

/** The ids of the running containers that a run would stop or restart, or end by that, at its turn. */
export function disturbable(run: Run): string[] {
  const pairs = run.challenge.objectives.flatMap(({ check }) => (isDisruptive(check) ? [check] : []));
  const ids = pairs.flatMap(({ from, to }) => {
    const callee = run.container(to);
    if (callee?.state !== 'running' || !run.isAllowed(to, callee)) return [];
    return [callee, run.container(from)].flatMap(container => container?.id ?? []);
  });
  return [...new Set(ids)];
}
