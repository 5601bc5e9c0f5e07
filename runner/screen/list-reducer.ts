import { type Next, quiet } from './effects/next.ts';
import type { Intent } from './intent.ts';
import type { Attempt, State } from './state.ts';
import { initialCommands } from './widgets/commands/state.ts';
import { initialMap } from './widgets/map/state.ts';

/** What a key does on the list of challenges. */
export function reduceHome(state: State, intent: Intent): Next {
  return quiet(movedOnList(state, intent));
}

function movedOnList(state: State, intent: Intent): State {
  const last = state.challenges.length - 1;
  if (intent === 'up') return { ...state, cursor: Math.max(0, state.cursor - 1) };
  if (intent === 'down') return { ...state, cursor: Math.min(last, state.cursor + 1) };
  if (intent === 'first') return { ...state, cursor: 0 };
  if (intent === 'last') return { ...state, cursor: last };
  if (intent === 'open') return opened(state, state.cursor);
  if (intent.startsWith('choose ')) {
    const number = Number(intent.slice('choose '.length));
    return opened(
      state,
      state.challenges.findIndex(challenge => challenge.number === number),
    );
  }
  return state;
}

function opened(state: State, index: number): State {
  const challenge = state.challenges[index];
  if (challenge === undefined) return state;
  const watch = state.watches + 1;
  const attempt: Attempt = {
    challenge,
    binds: {},
    facts: undefined,
    aheadMs: 0,
    watch,
    disruption: undefined,
    report: undefined,
    pending: [],
    checking: true,
    checkingSince: 0,
    checkedAt: undefined,
    trouble: undefined,
    chosen: undefined,
    hints: {},
    hinted: {},
    log: [],
    names: {},
  };
  return {
    ...state,
    cursor: index,
    attempt,
    watches: watch,
    scroll: 0,
    panel: 'objectives',
    map: initialMap,
    commands: initialCommands,
  };
}
