import type { Intent, Press } from '../../intent.ts';
import type { State } from '../../state.ts';
import { editField, fieldEditOf, fieldOf } from '../../text/field.ts';
import { commandFault } from './command-fault.ts';
import type { Tour } from './state.ts';
import { freshStep, withTour } from './steps.ts';

/** What a key does in the command that is edited. */
export function typeInCommand(state: State, press: Press): State {
  const { editing: field } = state.tour;
  // A command that was copied over several lines is one line without its backslashes.
  const input = press.input.replace(/\s*\\\r?\n\s*/g, ' ');
  const edit = fieldEditOf({ ...press, input });
  if (field === undefined || edit === undefined) return state;
  return { ...state, tour: { ...state.tour, editing: editField(field, edit) } };
}

/** What a key that is no text does while a command is edited: it ends that, or is told why it cannot. */
export function reduceEditing(state: State, id: string, tour: Tour, intent: Intent): State {
  const text = state.tour.editing?.text.trim() ?? '';
  const step = tour.steps[tour.at];
  if (intent === 'back') return editing(withTour(state, id, { ...tour, notice: undefined }), undefined);
  if (intent !== 'accept' || step === undefined) return state;
  const fault = commandFault(text);
  if (fault !== undefined) return withTour(state, id, { ...tour, notice: { kind: 'fault', fault } });
  const isNew = text !== step.command;
  const steps = isNew ? tour.steps.with(tour.at, freshStep(text)) : tour.steps;
  const latest = isNew && tour.latest === tour.at ? undefined : tour.latest;
  return editing(withTour(state, id, { ...tour, steps, latest, notice: undefined }), undefined);
}

/** The page with a command being edited; undefined for none. */
export function editing(state: State, command: string | undefined): State {
  return { ...state, tour: { ...state.tour, editing: command === undefined ? undefined : fieldOf(command) } };
}

/** True if the command of the step that is shown can be changed. */
export function mayEdit(tour: Tour): boolean {
  return tour.ground.kind === 'clear' && tour.steps[tour.at]?.outcome !== 'running';
}
