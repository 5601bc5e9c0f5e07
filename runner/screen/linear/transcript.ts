import type { Intent } from '../intent.ts';
import { intentOf } from '../keys/keymap.ts';
import { placeOf } from '../place.ts';
import type { ScreenEvent, Size, State } from '../state.ts';
import type { Store } from '../store.ts';
import { linearMessages } from '../texts/linear.ts';
import { linearPage } from './page.ts';
import { nothingTold, type Told, toldOf } from './told.ts';

/** What has been said, newest last. Whoever writes it out takes what is new; what was long ago is forgotten. */
export interface Said {
  /** How many lines there ever were. */
  readonly length: number;
  /** The lines from the one of that number on. */
  slice(from: number): string[];
}

/** The screen as a text that only grows: what a screen reader reads is never written twice. */
export interface Transcript {
  said(): Said;
  subscribe(listener: () => void): () => void;
  /** Passes an event on; keys that are for what is left out in this mode are answered by a sentence. */
  dispatch(event: ScreenEvent): void;
}

/** One line as wide as any, one row high: what scrolls goes line by line, and nothing wraps. */
export const linearSize: Size = { columns: 4_000, rows: 8 };

const leftOut: readonly Intent[] = ['shell', 'zoom', 'run-for-me'];
const kept = 500;

/** Tells what changes in the store, from its first state on. `now` is in milliseconds since 1970. */
export function createTranscript(store: Store<State, ScreenEvent>, now: () => number): Transcript {
  let told: Told = nothingTold;
  let last: State | undefined;
  let lines: string[] = [];
  let said: Said = saidOf(lines, 0);
  const listeners = new Set<() => void>();

  const add = (more: readonly string[]) => {
    if (more.length === 0) return;
    lines = [...lines, ...more].slice(-kept);
    said = saidOf(lines, said.length + more.length);
    for (const listener of [...listeners]) listener();
  };
  const look = () => {
    const state = store.getState();
    if (last !== undefined && differOnlyInTime(last, state)) return;
    last = state;
    const { lines: due, told: after } = toldOf(told, linearPage(state));
    told = after;
    add(due);
  };
  look();
  store.subscribe(look);

  return {
    said: () => said,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch: event => {
      if (event.kind === 'press') {
        const state = store.getState();
        const intent = intentOf(event.press, placeOf(state));
        if (intent !== undefined && leftOut.includes(intent)) {
          add([linearMessages[state.language].shellLeftOut]);
          return;
        }
        // Nothing ticks here; what tells how long ago something was needs the time when it is asked for.
        store.dispatch({ kind: 'tick', now: now() });
      }
      store.dispatch(event);
    },
  };
}

function saidOf(lines: readonly string[], length: number): Said {
  return { length, slice: from => (from >= length ? [] : lines.slice(Math.max(0, lines.length - (length - from)))) };
}

function differOnlyInTime(one: State, other: State): boolean {
  const keys = Object.keys(other) as (keyof State)[];
  return keys.every(key => key === 'now' || key === 'frame' || one[key] === other[key]);
}
