import type { EngineEventForScreen, EngineState } from '../engine-state.ts';
import type { Intent } from '../keymap.ts';
import type { State } from '../state.ts';

/** How the screen stands with the engine after an event. */
export function reduceEngine(engine: EngineState, event: EngineEventForScreen): EngineState {
  switch (event.kind) {
    case 'found':
      return { kind: 'ready', source: event.source, images: [] };
    case 'images-ready':
      return engine.kind === 'ready' ? { ...engine, images: undefined } : engine;
    case 'missing':
      return event;
    case 'said':
      if (engine.kind === 'ready') return { ...engine, images: [...(engine.images ?? []), event.line].slice(-100) };
      return {
        kind: 'setting-up',
        lines: [...(engine.kind === 'setting-up' ? engine.lines : []), event.line].slice(-100),
      };
  }
}

/** What a key does on the page. */
export function reduceDoctorKey(state: State, _intent: Intent): State {
  return state;
}
