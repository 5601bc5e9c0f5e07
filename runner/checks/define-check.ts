import type { Check, CheckParameters } from '../challenge/definition.ts';
import type { Case } from './case.ts';
import type { Finding } from './finding.ts';
import type { Experiment } from './run.ts';

export type CheckOf<Kind extends keyof CheckParameters> = Extract<Check, { readonly kind: Kind }>;

/** All that the lab asks of a kind of check. */
export interface CheckDefinition<Kind extends keyof CheckParameters = keyof CheckParameters> {
  readonly kind: Kind;
  /** What is true where it passes, in one English sentence for authors: `docs/checks.md` is made of these. */
  readonly about: string;
  /** What a challenge says besides the kind: the names are all that it may say, the values are roles of some challenge. */
  readonly example: CheckParameters[Kind];
  /** What decides it: the engine's own `facts`, which inspection tells at once, or what an experiment finds out. */
  readonly observes: 'facts' | Experiment;
  /** What is done to the container of `to` for it, where it disturbs one: then it is made only where that is allowed. */
  readonly disrupts?: 'restart' | 'stop';
  /** Judges by the evidence alone. */
  judge(check: CheckOf<Kind>, at: Case): Finding;
}

/** Says that `definition` is one, with the kind that it names. */
export function defineCheck<const Kind extends keyof CheckParameters>(
  definition: CheckDefinition<Kind>,
): CheckDefinition<Kind> {
  return definition;
}
