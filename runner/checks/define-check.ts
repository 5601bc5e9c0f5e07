import type { Check } from '../challenge/definition.ts';
import type { Case } from './case.ts';
import type { Finding } from './finding.ts';

export type CheckOf<Kind extends Check['kind']> = Extract<Check, { readonly kind: Kind }>;

/** All that the lab asks of a kind of check. */
export interface CheckDefinition<Kind extends Check['kind'] = Check['kind']> {
  readonly kind: Kind;
  /** What decides it: the engine's own `facts`, which inspection tells at once, or a study, by its name. */
  readonly observes: 'facts' | StudyName;
  /** What is done to the container of `to` for it, where it disturbs one: then it is made only where that is allowed. */
  readonly disrupts?: 'restart' | 'stop';
  /** Judges by the evidence alone. */
  judge(check: CheckOf<Kind>, at: Case): Finding;
}

/** What finds out more than the engine tells. In `gather.ts` they are put into an order. */
export type StudyName =
  | 'logs'
  | 'volume'
  | 'http'
  | 'calls'
  | 'requests'
  | 'gateway'
  | 'visits'
  | 'facts again'
  | 'restart'
  | 'outage'
  | 'gateway outage'
  | 'database outage';

/** Says that `definition` is one, with the kind that it names. */
export function defineCheck<const Kind extends Check['kind']>(
  definition: CheckDefinition<Kind>,
): CheckDefinition<Kind> {
  return definition;
}
