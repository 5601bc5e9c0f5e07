import { asking, type Next, quiet } from '../../effects/next.ts';
import type { Intent } from '../../intent.ts';
import type { State } from '../../state.ts';
import { type EngineEventForScreen, isReady, isUnderWay } from './engine-state.ts';
import type { DoctorState } from './state.ts';

/** Lines of progress that are kept. */
const kept = 100;

/** What the search for an engine tells, taken into the state. Where it has changed what there is to be found, that is examined. */
export function reduceEngine(state: State, event: EngineEventForScreen): Next {
  return examining(state, engineAfter(state, event));
}

function engineAfter(state: State, event: EngineEventForScreen): State {
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
      return isExamined(state) ? withDoctor(state, { findings: event.findings }) : state;
  }
}

/** The search that the screen begins with. */
export function searchBegun(state: State): Next {
  return looking(state, false);
}

/** What a key does on the page, where it does not scroll it. */
export function reduceDoctorKey(state: State, intent: Intent): Next {
  const { engine } = state;
  if (intent === 'set-up' && engine.kind === 'missing' && engine.canSetUp) {
    const settingUp: State = { ...state, engine: { kind: 'setting-up', lines: [] }, scroll: 0 };
    return looking(withDoctor(settingUp, { triedSetUp: true, byItself: true }), true);
  }
  if (intent !== 'recheck') return quiet(state);
  const anew = withDoctor(state, { findings: undefined });
  // What is under way tells by itself how it ends.
  if (isUnderWay(engine)) return examined(anew);
  const { state: sought, effects } = looking(isReady(engine) ? anew : { ...anew, engine: { kind: 'looking' } }, false);
  return asking(sought, ...effects, ...examined(sought).effects);
}

/** The findings, and what is said of a missing engine, are in the language of the time when it was looked for. */
export function examinedAnew(state: State): Next {
  const anew = examined(withDoctor(state, { findings: undefined }));
  if (state.engine.kind !== 'missing') return anew;
  return asking(anew.state, ...looking(anew.state, false).effects, ...anew.effects);
}

/** The page that the learner has opened, or closed, stays so. */
export function askedFor(before: State, after: State): Next {
  return examining(before, withDoctor(after, { byItself: false }));
}

function looking(state: State, provide: boolean): Next {
  return asking(state, { to: 'engine', kind: 'look', provide, language: state.language });
}

/** Examines everything, where the page is there to show it. */
function examined(state: State): Next {
  if (!isExamined(state)) return quiet(state);
  return asking(state, { to: 'engine', kind: 'examine', language: state.language });
}

/** The same where the page has opened, or the engine stands otherwise than before. */
function examining(before: State, after: State): Next {
  const isSame =
    isExamined(before) && before.engine.kind === after.engine.kind && hasImages(before) === hasImages(after);
  return isSame ? quiet(after) : examined(after);
}

/** True while the page shows what was found. While an engine is set up, there is nothing to be found yet. */
function isExamined({ reading, engine }: State): boolean {
  return reading === 'doctor' && engine.kind !== 'setting-up';
}

function hasImages({ engine }: State): boolean {
  return engine.kind === 'ready' && engine.images === undefined;
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
