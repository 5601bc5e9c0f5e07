import { printable } from '../../base/text/width.ts';
import { placeOf } from '../place.ts';
import type { State } from '../state.ts';
import { linearMessages } from '../texts/linear.ts';
import { challengeStatements } from './challenge.ts';
import { engineStatements, homeStatements } from './home.ts';
import { keysStatement } from './keys.ts';
import { logsStatements } from './logs.ts';
import { briefStatements, doctorStatements, helpStatements } from './pages.ts';
import { reportStatements } from './report.ts';
import type { LinearPage, Statement } from './statement.ts';
import { say } from './statement.ts';
import { tourStatements } from './tour.ts';

/** Everything that the state has to say, in reading order: linear text, one statement a line. Pure. */
export function linearPage(state: State): LinearPage {
  const place = placeOf(state);
  const challenge = state.attempt?.challenge.id ?? '';
  const about = place === 'logs' || place === 'logs-search' ? (state.logs.target?.name ?? '') : '';
  // A search field is a part of its page, and what it found is said there.
  const page = place === 'logs-search' ? 'logs' : place === 'tour-edit' ? 'tour' : place;
  return {
    id: [state.language, page, challenge, about].join(' '),
    statements: [...statementsOf(state), keysStatement(state)].map(harmless),
  };
}

/** Names, settings and answers of the engine may hold anything: what is said commands no terminal. */
function harmless(statement: Statement): Statement {
  return { ...statement, text: printable(statement.text) };
}

function statementsOf(state: State): Statement[] {
  const { attempt } = state;
  switch (state.reading) {
    case 'brief':
      return briefStatements(state);
    case 'help':
      return helpStatements(state);
    case 'report':
      return reportStatements(state);
    case 'logs':
      return logsStatements(state);
    case 'tour':
      return tourStatements(state);
    case 'doctor':
      return doctorStatements(state);
    case undefined:
      break;
  }
  if (attempt === undefined) {
    return [say('mode', linearMessages[state.language].mode, { when: 'once' }), ...homeStatements(state)];
  }
  return [...challengeStatements(state, attempt), ...(attempt.report === undefined ? engineStatements(state) : [])];
}
