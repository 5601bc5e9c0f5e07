import { languages } from '../base/language.ts';
import { asking, type Next, quiet } from './effects/next.ts';
import type { Intent, Press } from './intent.ts';
import { intentOf } from './keys/keymap.ts';
import { reduceHome } from './list-reducer.ts';
import { reduceLive } from './live.ts';
import { reduceObjectives } from './objectives-reducer.ts';
import { closed, reducePage } from './pages/page-reducer.ts';
import { placeOf } from './place.ts';
import { withoutQuestion } from './questions.ts';
import { scrolledTo } from './scrolled.ts';
import type { Attempt, Panel, ScreenEvent, State } from './state.ts';
import { panels } from './state.ts';
import { rechecked } from './watch/recheck.ts';
import { keepingLogPlace } from './widgets/commands/place.ts';
import { reduceCommands } from './widgets/commands/reducer.ts';
import { askOrDisrupt } from './widgets/disruption/reducer.ts';
import { askedFor, examinedAnew, reduceEngine, searchBegun } from './widgets/doctor/reducer.ts';
import { openLogs, reduceLogs, reduceLogsKey, showingFirst, typeInSearch } from './widgets/logs/reducer.ts';
import { reduceMap, withSelection } from './widgets/map/reducer.ts';
import { reduceProgress, remembered } from './widgets/progress/reducer.ts';
import { withAttempt } from './widgets/progress/with-attempt.ts';
import { keepingPlace } from './widgets/report/place.ts';
import { fittingShell } from './widgets/shell/pane.ts';
import {
  focusShell,
  leaveOrAsk,
  leaveShell,
  reduceShell,
  stayed,
  typedInShell,
  zoomShell,
} from './widgets/shell/reducer.ts';
import { typeInCommand } from './widgets/tour/editing.ts';
import { reduceTour } from './widgets/tour/news.ts';
import { openTour, reduceTourKey } from './widgets/tour/reducer.ts';

/**
 * What the screen shows after an event, and what it asks the world for. Pure: the same state and event always give the
 * same.
 */
export function reduce(before: State, event: ScreenEvent): Next {
  return fittingShell(before, remembered(before, reduceEvent(before, event), event));
}

function reduceEvent(state: State, event: ScreenEvent): Next {
  switch (event.kind) {
    case 'started':
      return searchBegun(state);
    case 'key':
      return reduceKey(state, event.intent);
    case 'press':
      return reducePress(state, event.press);
    case 'paste':
      return quiet(reduceText(state, { input: event.text }));
    case 'shell-keys':
      return typedInShell(state, event.keys);
    case 'live':
      if (state.attempt?.watch !== event.watch) return quiet(state);
      return heard(state, reduceLive(state, state.attempt, event.event, event.at));
    case 'watch-ended':
      if (state.attempt?.watch !== event.watch) return quiet(state);
      return quiet(
        withAttempt(state, {
          trouble: { kind: 'stopped', message: event.message },
          checking: false,
          disruption: undefined,
          pending: [],
        }),
      );
    case 'engine':
      return reduceEngine(state, event.event);
    case 'shell':
      return reduceShell(state, event.event);
    case 'logs':
      return reduceLogs(state, event.event);
    case 'tour':
      return reduceTour(state, event.event);
    case 'progress':
      return reduceProgress(state, event.event);
    case 'tick':
      return quiet({ ...state, now: event.now, frame: state.frame + 1 });
    case 'resize':
      return quiet(keepingPlace(state, scrolledTo({ ...state, size: event.size }, state.scroll)));
  }
}

/** What the watch tells moves nothing under the eyes of who reads, and gives a page without a log its first one. */
function heard(before: State, { state, effects }: Next): Next {
  return asking(showingFirst(keepingPlace(before, keepingLogPlace(before, state))), ...effects);
}

function reducePress(state: State, press: Press): Next {
  const intent = intentOf(press, placeOf(state));
  return intent === undefined ? quiet(reduceText(stayed(state), press)) : reduceKey(state, intent);
}

function reduceText(state: State, press: Press): State {
  const place = placeOf(state);
  if (place === 'logs-search') return typeInSearch(state, press);
  if (place === 'tour-edit') return typeInCommand(state, press);
  return state;
}

function reduceKey(before: State, intent: Intent): Next {
  if (intent === 'quit') return leaveOrAsk(before);
  const { state, isAnswer } = withoutQuestion(before, intent);
  if (isAnswer) return quiet(state);
  const place = placeOf(state);
  if (place === 'logs-search') return reduceLogsKey(state, intent);
  if (place === 'tour-edit') return reduceTourKey(state, intent);
  switch (intent) {
    case 'language':
      return otherLanguage(state);
    case 'help':
    case 'brief':
    case 'report':
      return quiet(turned(state, intent));
    case 'doctor':
      return askedFor(state, turned(state, intent));
    case 'leave-shell':
      return leaveShell(state);
    default:
      break;
  }
  if (place === 'home') return reduceHome(state, intent);
  if (place === 'logs')
    return intent === 'logs' || intent === 'back' ? quiet(closed(state)) : reduceLogsKey(state, intent);
  if (place === 'tour') return intent === 'back' ? quiet(closed(state)) : reduceTourKey(state, intent);
  if (state.reading !== undefined) return reducePage(state, intent);
  return state.attempt === undefined ? quiet(state) : reduceChallenge(state, state.attempt, intent);
}

/** Opens a page, or closes it where it is open. */
function turned(state: State, page: 'help' | 'brief' | 'report' | 'doctor'): State {
  return { ...state, reading: state.reading === page ? undefined : page, scroll: 0 };
}

/** What all panels understand; the rest is for the one that has the keys. */
function reduceChallenge(state: State, attempt: Attempt, intent: Intent): Next {
  switch (intent) {
    case 'panel-next':
      return quiet(withPanel(state, panels[(panels.indexOf(state.panel) + 1) % panels.length]));
    case 'panel-previous':
      return quiet(withPanel(state, panels.at(panels.indexOf(state.panel) - 1)));
    case 'map':
    case 'commands':
      return quiet(withPanel(state, state.panel === intent ? 'objectives' : intent));
    case 'shell':
      return quiet(focusShell(state, true));
    case 'zoom':
      return quiet(zoomShell(state));
    case 'solution':
      return openTour(state, attempt);
    case 'disrupt':
      return askOrDisrupt(state, attempt);
    case 'logs':
      return quiet(openLogs(state.panel === 'map' ? withSelection(state, attempt) : state));
    case 'recheck':
      return rechecked(state, attempt);
    case 'back':
      return quiet({ ...state, attempt: undefined, scroll: 0 });
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

/** Verdicts are data, and told anew as they stand; what the doctor has said is asked for again. */
function otherLanguage(state: State): Next {
  const language = languages[(languages.indexOf(state.language) + 1) % languages.length] ?? state.language;
  const { state: anew, effects } = examinedAnew({ ...state, language });
  return asking(scrolledTo(anew, state.scroll), ...effects);
}
