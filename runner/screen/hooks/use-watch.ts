import { useEffect, useRef } from 'react';
import { isReady } from '../engine-state.ts';
import type { Attempt, ScreenEvent, State } from '../state.ts';
import type { Watcher } from '../watcher.ts';

/** Follows the open challenge once there is an engine, and asks for checks when the learner does. */
export function useWatch(watcher: Watcher, state: State, dispatch: (event: ScreenEvent) => void): void {
  const { attempt } = state;
  const current = useRef<{ recheck(): void; disrupt(): void } | undefined>(undefined);
  const latest = useRef<Attempt | undefined>(attempt);
  latest.current = attempt;
  const watch = attempt?.watch;
  const rechecks = attempt?.rechecks ?? 0;
  const disruptions = attempt?.disruptions ?? 0;
  const ready = isReady(state.engine);

  useEffect(() => {
    const begun = latest.current;
    if (watch === undefined || begun === undefined || !ready) return;
    const started = watcher.start(begun.challenge, begun.binds, {
      event: event => dispatch({ kind: 'live', watch, event, at: Date.now() }),
      ended: message => dispatch({ kind: 'watch-ended', watch, message }),
    });
    current.current = started;
    return () => started.stop();
  }, [watcher, watch, ready, dispatch]);

  useEffect(() => {
    if (rechecks > 0) current.current?.recheck();
  }, [rechecks]);

  useEffect(() => {
    if (disruptions > 0) current.current?.disrupt();
  }, [disruptions]);
}
