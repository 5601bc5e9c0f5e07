import { type Dispatch, useEffect, useRef } from 'react';
import type { Attempt, ScreenEvent, State } from '../state.ts';
import type { Watcher } from '../watcher.ts';

/** Follows the open challenge, in the language of the screen, and asks for a check when the learner does. */
export function useWatch(watcher: Watcher, state: State, dispatch: Dispatch<ScreenEvent>): void {
  const { attempt, language } = state;
  const current = useRef<{ recheck(): void } | undefined>(undefined);
  const latest = useRef<Attempt | undefined>(attempt);
  latest.current = attempt;
  const watch = attempt?.watch;
  const rechecks = attempt?.rechecks ?? 0;

  useEffect(() => {
    const challenge = latest.current?.challenge;
    if (watch === undefined || challenge === undefined) return;
    const started = watcher.start(challenge, language, {
      event: event => dispatch({ kind: 'live', watch, event, at: Date.now() }),
      ended: message => dispatch({ kind: 'watch-ended', watch, message }),
    });
    current.current = started;
    return () => started.stop();
  }, [watcher, watch, language, dispatch]);

  useEffect(() => {
    if (rechecks > 0) current.current?.recheck();
  }, [rechecks]);
}
