import { useEffect } from 'react';
import type { EnginePort } from '../ports.ts';
import type { ScreenEvent, State } from '../state.ts';

/** Looks for an engine when the screen opens, and each time that the learner asks for it. */
export function useEngine(engine: EnginePort, state: State, dispatch: (event: ScreenEvent) => void): void {
  const { looks, setUps } = state.doctor;
  const { language } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number is a new wish; the language is taken as it is then.
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      for await (const event of engine.look({ provide: setUps > 0, language })) {
        if (!isCurrent) return;
        dispatch({ kind: 'engine', event });
      }
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [engine, dispatch, looks, setUps]);
}
