import { useWindowSize } from 'ink';
import { useEffect } from 'react';
import type { ScreenEvent, Size } from '../state.ts';

/** Tells the state when the terminal changes its size, and returns the size as it is now. */
export function useSize(dispatch: (event: ScreenEvent) => void): Size {
  const { columns, rows } = useWindowSize();
  useEffect(() => dispatch({ kind: 'resize', size: { columns, rows } }), [columns, rows, dispatch]);
  return { columns, rows };
}
