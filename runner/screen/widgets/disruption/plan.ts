import type { Objective, Role } from '../../../challenge/definition.ts';
import { disruptionOf } from '../../../checks/disruptive-checks.ts';
import { label } from '../../../engine/labels.ts';
import { standingOf } from '../../objectives.ts';
import type { Attempt } from '../../state.ts';

/** What a check that disturbs would do. */
export interface Disruption {
  readonly objective: Objective;
  readonly action: 'restart' | 'stop';
  readonly role: Role;
  /** The container that it would be done to. */
  readonly container: string | undefined;
  readonly obstacle: Obstacle | undefined;
}

/** Why it cannot be done as things are. */
export type Obstacle =
  /** Nobody plays the role, or it is not clear who. */
  | { readonly kind: 'nobody' | 'several' }
  /** The container was found by what it does; the lab disturbs only what is known by name, or what the learner named. */
  | { readonly kind: 'guessed' }
  /** It was run with `--rm`: once stopped, it would be gone. */
  | { readonly kind: 'would-be-gone' }
  /** This objective has to be met first. */
  | { readonly kind: 'needs'; readonly objective: Objective };

/** What the checks of the open challenge that disturb would do, one by one. Empty where none disturbs. */
export function disruptionsOf(attempt: Attempt): Disruption[] {
  return attempt.challenge.objectives.flatMap(objective => {
    const disturbing = disruptionOf(objective.check);
    const role = attempt.challenge.roles.find(({ id }) => id === disturbing?.role);
    if (disturbing === undefined || role === undefined) return [];
    const binding = attempt.report?.bindings.find(one => one.role === role.id);
    const { action } = disturbing;
    return [
      { objective, action, role, container: binding?.name, obstacle: obstacleTo(attempt, objective, role, action) },
    ];
  });
}

function obstacleTo(
  attempt: Attempt,
  objective: Objective,
  role: Role,
  action: Disruption['action'],
): Obstacle | undefined {
  const binding = attempt.report?.bindings.find(one => one.role === role.id);
  if (binding?.how === 'ambiguous') return { kind: 'several' };
  if (binding?.name === undefined) return { kind: 'nobody' };
  const container = attempt.facts?.containers.find(({ name }) => name === binding.name);
  if (action === 'stop' && container?.autoRemove === true) return { kind: 'would-be-gone' };
  const isOurs = container?.labels[label.challenge] === attempt.challenge.id;
  if (binding.how === 'structure' && !isOurs) return { kind: 'guessed' };
  const missing = objective.needs
    .filter(id => standingOf(attempt, id) !== 'met')
    .flatMap(id => attempt.challenge.objectives.filter(other => other.id === id))[0];
  return missing === undefined ? undefined : { kind: 'needs', objective: missing };
}
