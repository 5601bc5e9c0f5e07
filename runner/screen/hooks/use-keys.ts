import { useInput, usePaste } from 'ink';
import { characters } from '../../base/text/width.ts';
import type { ScreenEvent } from '../state.ts';

/** Passes keys on, and what is pasted as such: a `q` in it must not close the screen. */
export function useKeys(dispatch: (event: ScreenEvent) => void): void {
  usePaste(text => dispatch({ kind: 'paste', text }));
  useInput((input, key) => {
    // Keys that follow each other fast, or over a slow line, come as one text.
    const keys = characters(input);
    if (keys.length < 2) dispatch({ kind: 'press', press: { ...key, input } });
    else for (const letter of keys) dispatch({ kind: 'press', press: { input: letter } });
  });
}
