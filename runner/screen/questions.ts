import type { Intent } from './intent.ts';
import type { State } from './state.ts';

/** Keys under which a question stays: those that are needed to read it. */
const reading: readonly Intent[] = ['page-up', 'page-down', 'language', 'help'];

/** What the screen asks before it does something that is asked for twice: which key means yes. */
function questionOf(state: State): Intent | undefined {
  if (state.shell.leaving) return 'quit';
  if (state.attempt?.disruption === 'asked') return 'disrupt';
  return state.tour.asked === undefined ? undefined : 'solution';
}

/**
 * Takes an open question back where the key is not the one that means yes. `isAnswer` is true where the key has done its
 * work by that: Esc drops the question and nothing else.
 */
export function withoutQuestion(state: State, intent: Intent): { readonly state: State; readonly isAnswer: boolean } {
  const yes = questionOf(state);
  if (yes === undefined || intent === yes || reading.includes(intent)) return { state, isAnswer: false };
  const { attempt, tour } = state;
  const shell = { ...state.shell, leaving: false };
  const calm = attempt?.disruption === 'asked' ? { ...attempt, disruption: undefined } : attempt;
  return {
    state: { ...state, shell, attempt: calm, tour: { ...tour, asked: undefined } },
    isAnswer: intent === 'back',
  };
}

/** The details in sight, where questions are asked. */
export function withDetails(state: State): State {
  return { ...state, panel: 'objectives', scroll: 0, shell: { ...state.shell, zoomed: false } };
}
