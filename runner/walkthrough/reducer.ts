import { languages } from '../language/language.ts';
import { keepingLogPlace } from './commands/place.ts';
import { reduceCommands } from './commands/reducer.ts';
import { initialCommands } from './commands/state.ts';
import { askOrDisrupt } from './disruption/reducer.ts';
import { askedFor, examinedAnew, reduceDoctorKey, reduceEngine } from './doctor/reducer.ts';
import { hintedMore, runForMe } from './hints.ts';
import type { Intent, Press } from './keymap.ts';
import { intentOf, placeOf } from './keymap.ts';
import { reduceLive } from './live.ts';
import { openLogs, reduceLogs, reduceLogsKey, typeInSearch } from './logs/reducer.ts';
import { reduceMap, withSelection } from './map/reducer.ts';
import { initialMap } from './map/state.ts';
import { firstLeft, focused } from './objectives.ts';
import { reduceProgress, remembered } from './progress/reducer.ts';
import { withoutQuestion } from './questions.ts';
import { keepingPlace } from './report/place.ts';
import { reduceReportKey } from './report/reducer.ts';
import { focusShell, leaveOrAsk, reduceShell, stayed, zoomShell } from './shell/reducer.ts';
import type { Attempt, Panel, ScreenEvent, State } from './state.ts';
import { panels } from './state.ts';
import { typeInCommand } from './tour/editing.ts';
import { reduceTour } from './tour/news.ts';
import { openTour, reduceTourKey } from './tour/reducer.ts';
import { detailBody, detailHeight } from './views/detail.ts';
import { pageHeight, pageLines } from './views/page.ts';
import { watchedAnew } from './watched-anew.ts';

/** What the screen shows after an event. Pure: the same state and event always give the same state. */
export function reduce(state: State, event: ScreenEvent): State {
  return remembered(state, reduceEvent(state, event), event);
}

function reduceEvent(state: State, event: ScreenEvent): State {
  switch (event.kind) {
    case 'key':
      return reduceKey(state, event.intent);
    case 'press':
      return reducePress(state, event.press);
    case 'paste':
      return reduceText(state, { input: event.text });
    case 'live':
      if (state.attempt?.watch !== event.watch) return state;
      return keepingPlace(state, keepingLogPlace(state, reduceLive(state, state.attempt, event.event, event.at)));
    case 'watch-ended':
      if (state.attempt?.watch !== event.watch) return state;
      return withAttempt(state, {
        trouble: { kind: 'stopped', message: event.message },
        checking: false,
        disruption: undefined,
        pending: [],
      });
    case 'engine':
      return reduceEngine(state, event.event);
    case 'shell':
      return { ...state, shell: reduceShell(state.shell, event.event) };
    case 'logs':
      return { ...state, logs: reduceLogs(state.logs, event.event) };
    case 'tour':
      return reduceTour(state, event.event);
    case 'progress':
      return reduceProgress(state, event.event);
    case 'tick':
      return { ...state, now: event.now, frame: state.frame + 1 };
    case 'resize':
      return keepingPlace(state, scrolledTo({ ...state, size: event.size }, state.scroll));
  }
}

function reducePress(state: State, press: Press): State {
  const intent = intentOf(press, placeOf(state));
  return intent === undefined ? reduceText(stayed(state), press) : reduceKey(state, intent);
}

function reduceText(state: State, press: Press): State {
  const place = placeOf(state);
  if (place === 'logs-search') return typeInSearch(state, press);
  if (place === 'tour-edit') return typeInCommand(state, press);
  return state;
}

function reduceKey(before: State, intent: Intent): State {
  if (intent === 'quit') return leaveOrAsk(before);
  const { state, isAnswer } = withoutQuestion(before, intent);
  if (isAnswer) return state;
  const place = placeOf(state);
  if (place === 'logs-search') return reduceLogsKey(state, intent);
  if (place === 'tour-edit') return reduceTourKey(state, intent);
  switch (intent) {
    case 'language':
      return otherLanguage(state);
    case 'help':
    case 'brief':
    case 'report':
      return turned(state, intent);
    case 'doctor':
      return askedFor(turned(state, intent));
    case 'leave-shell':
      return focusShell(state, false);
    default:
      break;
  }
  if (place === 'home') return reduceHome(state, intent);
  if (place === 'logs') return intent === 'logs' || intent === 'back' ? closed(state) : reduceLogsKey(state, intent);
  if (place === 'tour') return intent === 'back' ? closed(state) : reduceTourKey(state, intent);
  if (state.reading !== undefined) return reducePage(state, intent);
  return state.attempt === undefined ? state : reduceChallenge(state, state.attempt, intent);
}

/** Opens a page, or closes it where it is open. */
function turned(state: State, page: 'help' | 'brief' | 'report' | 'doctor'): State {
  return { ...state, reading: state.reading === page ? undefined : page, scroll: 0 };
}

function closed(state: State): State {
  return { ...state, reading: undefined, scroll: 0 };
}

function reduceHome(state: State, intent: Intent): State {
  const last = state.challenges.length - 1;
  if (intent === 'up') return { ...state, cursor: Math.max(0, state.cursor - 1) };
  if (intent === 'down') return { ...state, cursor: Math.min(last, state.cursor + 1) };
  if (intent === 'first') return { ...state, cursor: 0 };
  if (intent === 'last') return { ...state, cursor: last };
  if (intent === 'open') return opened(state, state.cursor);
  if (intent.startsWith('choose ')) {
    const number = Number(intent.slice('choose '.length));
    return opened(
      state,
      state.challenges.findIndex(challenge => challenge.number === number),
    );
  }
  return state;
}

function opened(state: State, index: number): State {
  const challenge = state.challenges[index];
  if (challenge === undefined) return state;
  const watch = state.watches + 1;
  const attempt: Attempt = {
    challenge,
    binds: {},
    facts: undefined,
    watch,
    rechecks: 0,
    disruptions: 0,
    disruption: undefined,
    report: undefined,
    pending: [],
    checking: true,
    checkingSince: 0,
    checkedAt: undefined,
    trouble: undefined,
    chosen: undefined,
    hints: {},
    hinted: {},
    log: [],
    names: {},
  };
  return {
    ...state,
    cursor: index,
    attempt,
    watches: watch,
    scroll: 0,
    panel: 'objectives',
    map: initialMap,
    commands: initialCommands,
  };
}

/** What all panels understand; the rest is for the one that has the keys. */
function reduceChallenge(state: State, attempt: Attempt, intent: Intent): State {
  switch (intent) {
    case 'panel-next':
      return withPanel(state, panels[(panels.indexOf(state.panel) + 1) % panels.length]);
    case 'panel-previous':
      return withPanel(state, panels.at(panels.indexOf(state.panel) - 1));
    case 'map':
    case 'commands':
      return withPanel(state, state.panel === intent ? 'objectives' : intent);
    case 'shell':
      return focusShell(state, true);
    case 'zoom':
      return zoomShell(state);
    case 'solution':
      return openTour(state, attempt);
    case 'disrupt':
      return askOrDisrupt(state, attempt);
    case 'logs':
      return openLogs(state.panel === 'map' ? withSelection(state, attempt) : state);
    case 'recheck':
      if (attempt.trouble?.kind === 'stopped') return watchedAnew(state);
      return withAttempt(state, { rechecks: attempt.rechecks + 1, checking: true, checkingSince: 0 });
    case 'back':
      return { ...state, attempt: undefined, scroll: 0 };
    default:
      break;
  }
  if (state.panel === 'map') return reduceMap(state, attempt, intent);
  if (state.panel === 'commands') return reduceCommands(state, attempt, intent);
  return reduceObjectives(state, attempt, intent);
}

function withPanel(state: State, panel: Panel | undefined): State {
  return { ...state, panel: panel ?? 'objectives', scroll: 0 };
}

function reduceObjectives(state: State, attempt: Attempt, intent: Intent): State {
  const objectives = attempt.challenge.objectives;
  const at = objectives.findIndex(objective => objective.id === focused(attempt)?.id);
  const choose = (index: number) => {
    const chosen = objectives[Math.max(0, Math.min(objectives.length - 1, index))]?.id;
    return { ...withAttempt(state, { chosen }), scroll: 0 };
  };
  switch (intent) {
    case 'up':
      return choose(at === -1 ? objectives.length - 1 : at - 1);
    case 'down':
      return choose(at === -1 ? firstLeft(attempt) : at + 1);
    case 'first':
      return choose(0);
    case 'last':
      return choose(objectives.length - 1);
    case 'page-up':
      return scrolledTo(state, state.scroll - detailHeight(state));
    case 'page-down':
      return scrolledTo(state, state.scroll + detailHeight(state));
    case 'hint':
      return { ...withAttempt(state, hintedMore(attempt)), scroll: 0 };
    case 'run-for-me':
      return runForMe(state, attempt);
    default:
      return state;
  }
}

function reducePage(state: State, intent: Intent): State {
  if (state.reading === 'doctor' && (intent === 'recheck' || intent === 'set-up'))
    return reduceDoctorKey(state, intent);
  const page = Math.max(1, pageHeight(state) - 1);
  if (intent === 'back') return closed(state);
  if (intent === 'up') return scrolledTo(state, state.scroll - 1);
  if (intent === 'down') return scrolledTo(state, state.scroll + 1);
  if (intent === 'page-up') return scrolledTo(state, state.scroll - page);
  if (intent === 'page-down') return scrolledTo(state, state.scroll + page);
  if (intent === 'first') return scrolledTo(state, 0);
  if (intent === 'last') return scrolledTo(state, Number.MAX_SAFE_INTEGER);
  return state.reading === 'report' ? reduceReportKey(state, intent) : state;
}

/** Verdicts are written in the watch's language, so a new language needs a new watch. */
function otherLanguage(state: State): State {
  const language = languages[(languages.indexOf(state.language) + 1) % languages.length] ?? state.language;
  return scrolledTo(examinedAnew(watchedAnew({ ...state, language })), state.scroll);
}

function scrolledTo(state: State, scroll: number): State {
  const onPage = state.reading !== undefined;
  const limit = onPage
    ? pageLines(state).length - pageHeight(state)
    : state.attempt === undefined
      ? 0
      : detailBody(state, state.attempt).length - detailHeight(state);
  return { ...state, scroll: Math.max(0, Math.min(scroll, limit)) };
}

function withAttempt(state: State, change: Partial<Attempt>): State {
  return state.attempt === undefined ? state : { ...state, attempt: { ...state.attempt, ...change } };
}
