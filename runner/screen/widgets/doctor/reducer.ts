import { type EngineEventForScreen, isReady, isUnderWay } from '../../engine-state.ts';
import type { Intent } from '../../intent.ts';
import type { State } from '../../state.ts';
import type { DoctorState } from './state.ts';

/** Lines of progress that are kept. */
const kept = 100;

/** What the search for an engine tells, taken into the state. */
export function reduceEngine(state: State, event: EngineEventForScreen): State {
  const { engine } = state;
  switch (event.kind) {
    case 'found':
      return closedByItself({ ...state, engine: { kind: 'ready', source: event.source, images: [] } });
    case 'images-ready':
      if (engine.kind !== 'ready') return state;
      return closedByItself({ ...state, engine: { kind: 'ready', source: engine.source, images: undefined } });
    case 'images-failed':
      if (engine.kind !== 'ready') return state;
      return openedByItself({ ...state, engine: { ...engine, trouble: event.trouble } });
    case 'missing': {
      const missing = { ...state, engine: event };
      return engine.kind === 'missing' ? missing : openedByItself(missing);
    }
    case 'said':
      if (engine.kind === 'ready')
        return { ...state, engine: { ...engine, images: [...(engine.images ?? []), event.line].slice(-kept) } };
      if (engine.kind === 'setting-up')
        return { ...state, engine: { ...engine, lines: [...engine.lines, event.line].slice(-kept) } };
      return state;
    case 'examined':
      return withDoctor(state, { findings: event.findings });
  }
}

/** What a key does on the page, where it does not scroll it. */
export function reduceDoctorKey(state: State, intent: Intent): State {
  const { looks, setUps, examinations } = state.doctor;
  const { engine } = state;
  if (intent === 'set-up' && engine.kind === 'missing' && engine.canSetUp) {
    const settingUp: State = { ...state, engine: { kind: 'setting-up', lines: [] }, scroll: 0 };
    return withDoctor(settingUp, { setUps: setUps + 1, byItself: true });
  }
  if (intent !== 'recheck') return state;
  const anew = withDoctor(state, { examinations: examinations + 1, findings: undefined });
  // What is under way tells by itself how it ends.
  if (isUnderWay(engine)) return anew;
  return withDoctor(isReady(engine) ? anew : { ...anew, engine: { kind: 'looking' } }, { looks: looks + 1 });
}

/** The findings, and what is said of a missing engine, are in the language of the time when it was looked for. */
export function examinedAnew(state: State): State {
  const { looks, examinations } = state.doctor;
  const anew = withDoctor(state, { examinations: examinations + 1, findings: undefined });
  return state.engine.kind === 'missing' ? withDoctor(anew, { looks: looks + 1 }) : anew;
}

/** The page that the learner has opened, or closed, stays so. */
export function askedFor(state: State): State {
  return withDoctor(state, { byItself: false });
}

/** The page opens where nothing goes on without it. What somebody is reading or writing is not covered. */
function openedByItself(state: State): State {
  if (state.reading === 'doctor') return state;
  if (state.reading !== undefined || state.shell.focused) return state;
  return withDoctor({ ...state, reading: 'doctor', scroll: 0 }, { byItself: true });
}

function closedByItself(state: State): State {
  if (state.reading !== 'doctor' || !state.doctor.byItself) return withDoctor(state, { byItself: false });
  return withDoctor({ ...state, reading: undefined, scroll: 0 }, { byItself: false });
}

function withDoctor(state: State, change: Partial<DoctorState>): State {
  return { ...state, doctor: { ...state.doctor, ...change } };
}
