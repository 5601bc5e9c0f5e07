import type { State } from '../../state.ts';

/** What the engine's clock says now, in milliseconds since 1970: for what the engine has stamped. */
export function engineNow({ now, attempt }: Pick<State, 'now' | 'attempt'>): number {
  return now + (attempt?.aheadMs ?? 0);
}
