import { raceAbort } from '../../../base/race-abort.ts';
import type { EnginePort } from '../../ports.ts';
import type { EngineEffect } from './effect.ts';
import type { EngineEventForScreen } from './engine-state.ts';

/** Looks for engines and examines the machine, as the screen asks for it: one search at a time, and the last examination counts. */
export interface Search {
  /** Resolves when it is done, or another one has taken its place. Rejects where it could not be done. */
  perform(effect: EngineEffect): Promise<void>;
}

/** A search, and what it tells; all of it ends when the signal aborts. */
export function createSearch(
  port: EnginePort,
  tell: (event: EngineEventForScreen) => void,
  signal: AbortSignal,
): Search {
  let current = { look: new AbortController(), examine: new AbortController() };

  /** The signal of a new one of its kind, in place of the last. */
  const instead = (kind: EngineEffect['kind']): AbortSignal => {
    current[kind].abort();
    const next = new AbortController();
    current = { ...current, [kind]: next };
    return AbortSignal.any([signal, next.signal]);
  };

  return {
    perform: async effect => {
      const { kind, language } = effect;
      const ending = instead(kind);
      try {
        if (effect.kind === 'look') {
          await port.look({ provide: effect.provide, language, signal: ending }, event => {
            if (!ending.aborted) tell(event);
          });
        } else {
          tell({ kind: 'examined', findings: await raceAbort(port.examine(language), ending) });
        }
      } catch (error) {
        if (!ending.aborted) throw error;
      }
    },
  };
}
