import { useEffect, useRef } from 'react';
import type { EnginePort } from '../ports.ts';
import type { ScreenEvent, State } from '../state.ts';

/**
 * Looks for an engine when the screen opens, and each time that the learner asks for it; examines the machine while the
 * doctor's page is open.
 */
export function useEngine(engine: EnginePort, state: State, dispatch: (event: ScreenEvent) => void): void {
  const { looks, setUps, examinations } = state.doctor;
  const { language } = state;
  const setUpBefore = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number is a new wish; the language is taken as it is then.
  useEffect(() => {
    const stop = new AbortController();
    const provide = setUps > setUpBefore.current;
    setUpBefore.current = setUps;
    void engine.look({ provide, language, signal: stop.signal }, event => dispatch({ kind: 'engine', event }));
    return () => stop.abort();
  }, [engine, dispatch, looks, setUps]);

  const isOpen = state.reading === 'doctor';
  const { kind } = state.engine;
  const hasImages = state.engine.kind === 'ready' && state.engine.images === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has changed about the engine has changed what there is to be found.
  useEffect(() => {
    if (!isOpen || kind === 'setting-up') return;
    let isCurrent = true;
    void engine.examine(language).then(
      findings => isCurrent && dispatch({ kind: 'engine', event: { kind: 'examined', findings } }),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [engine, dispatch, isOpen, examinations, kind, hasImages, language]);
}
