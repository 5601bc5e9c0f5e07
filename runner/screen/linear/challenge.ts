import { printable } from '../../base/text/width.ts';
import type { Objective } from '../../challenge/definition.ts';
import { tellObjective } from '../../verdict/tell-report.ts';
import { celebration } from '../detail/celebration.ts';
import { hintLines, hintOffer } from '../detail/hint.ts';
import { openQuestion } from '../detail/question.ts';
import { hintLevel, shownCommand } from '../hints.ts';
import { focused, isComplete, standingOf, verdictOn } from '../objectives.ts';
import type { Attempt, State } from '../state.ts';
import { linearMessages } from '../texts/linear.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { troubleWords } from '../trouble-words.ts';
import { commandFor } from '../widgets/commands/command.ts';
import { commandLogMessages } from '../widgets/commands/texts.ts';
import { wordsFor } from '../widgets/commands/words.ts';
import { waitingWords } from '../widgets/doctor/engine-line.ts';
import { mapStatements, selectedStatements } from './map.ts';
import { spoken, spokenText, unbounded } from './spoken.ts';
import type { Statement } from './statement.ts';
import { say, sentence } from './statement.ts';

/** So many of the last changes are said when the challenge is opened; and so many where they are gone through. */
const lastChanges = 5;
const maxChanges = 50;

/** The open challenge: objectives, the one in focus, the map, the last changes. */
export function challengeStatements(state: State, attempt: Attempt): Statement[] {
  const t = linearMessages[state.language];
  const { challenge, report } = attempt;
  const title = t.challengeOf(challenge.number, state.challenges.length, challenge.title[state.language]);
  // Before the first verdicts there is nothing to say of them but that they are being checked.
  const known = report === undefined ? [] : challenge.objectives;
  const objectives = known.map(objective => objectiveStatement(state, attempt, objective));
  const head = [
    say('title', sentence(title), { when: 'again' }),
    say('summary', challenge.summary[state.language], { when: 'once' }),
  ];
  const score =
    report === undefined
      ? []
      : [say('score', sentence(t.score(report.score.earned, report.score.possible, report.score.bonus)))];
  const part = say('part', sentence(walkthroughMessages[state.language].panel[state.panel]), { when: 'again' });
  const trouble = troubleStatements(state, attempt);
  const changes = changeStatements(state, attempt);
  if (state.panel === 'map') {
    return [...trouble, part, ...mapStatements(state, attempt), ...selectedStatements(state, attempt), ...changes];
  }
  if (state.panel === 'commands') return [...trouble, part, ...changes];
  const map = mapStatements(state, attempt).map((statement): Statement => ({ ...statement, when: 'once' }));
  return [...head, ...trouble, ...map, ...changes, ...objectives, ...score, ...focusStatements(state, attempt)];
}

function objectiveStatement(state: State, attempt: Attempt, objective: Objective): Statement {
  const t = linearMessages[state.language];
  const { objectives } = attempt.challenge;
  const words = sentence(
    t.objectiveOf(objectives.indexOf(objective) + 1, objectives.length, objective.title[state.language]),
    walkthroughMessages[state.language].state[standingOf(attempt, objective.id)],
    t.points(objective.points, objective.bonus),
  );
  return say(`objective:${objective.id}`, words);
}

/** What is said of the objective in focus: when the focus moves, its verdict turns, or a hint is asked for. */
function focusStatements(state: State, attempt: Attempt): Statement[] {
  const t = linearMessages[state.language];
  const question = openQuestion(state, attempt, unbounded);
  if (question !== undefined) {
    const words = spoken([...question.lines, ...question.answer], t);
    return [question.title, ...words].map((text, index) => say(`question:${index}`, text, { when: 'again' }));
  }
  if (attempt.report === undefined) {
    const { lookingAtEngine } = walkthroughMessages[state.language];
    return [...waitingWords(state), lookingAtEngine].map((text, index) => say(`waiting:${index}`, text));
  }
  const objective = focused(attempt);
  if (objective === undefined || (attempt.chosen === undefined && isComplete(attempt))) {
    const words = spoken(celebration(state, attempt, unbounded), t);
    return [t.complete, ...words].map((text, index) => say(`complete:${index}`, text));
  }
  const level = hintLevel(attempt, objective.id);
  const version = `${objective.id} ${standingOf(attempt, objective.id)} ${level}`;
  const about = (key: string, text: string) => say(key, text, { version, when: 'again' });
  const title = sentence(t.selected(objective.title[state.language]));
  const command = shownCommand(attempt);
  return [
    about('focus', title),
    ...(level > 0 ? [] : verdictWords(state, attempt, objective).map((text, index) => about(`detail:${index}`, text))),
    ...(level > 0 ? [about('hint', spoken(hintLines(state, attempt, objective, unbounded), t).join(' '))] : []),
    ...(command === undefined
      ? []
      : [about('next', `${walkthroughMessages[state.language].next}: ${printable(command)}`)]),
    ...(standingOf(attempt, objective.id) === 'met'
      ? []
      : [about('offer', spoken(hintOffer(state, attempt, objective, unbounded), t).join(' '))]),
  ];
}

function verdictWords(state: State, attempt: Attempt, { id }: Objective): string[] {
  const t = walkthroughMessages[state.language];
  const verdict = verdictOn(attempt, id);
  if (verdict === undefined) return [];
  const { observed, expected, why } = tellObjective(verdict, attempt.challenge, state.language);
  return [
    [t.observed, observed],
    [t.expected, expected],
    [t.why, why],
  ].flatMap(([label = '', text = '']) =>
    text === '' ? [] : [`${label}: ${spokenText(text.replaceAll('`', ''), linearMessages[state.language])}`],
  );
}

function troubleStatements(state: State, { trouble, waitsForOthers }: Attempt): Statement[] {
  if (trouble === undefined) {
    const t = walkthroughMessages[state.language];
    return waitsForOthers === true ? [say('waits-for-others', sentence(t.waitsForOthers))] : [];
  }
  const { title, after } = troubleWords(trouble, state.language);
  const words = trouble.kind === 'engine' ? `${title}. ${after}` : `${title}: ${trouble.message} ${after}`;
  return [say('trouble', words, { when: 'again' })];
}

/** What changed on the engine. That an objective turned is said by the objective itself. */
function changeStatements(state: State, attempt: Attempt): Statement[] {
  const t = commandLogMessages[state.language];
  const own = linearMessages[state.language];
  const recent = attempt.log.slice(state.panel === 'commands' ? -maxChanges : -lastChanges);
  return recent.flatMap((entry): Statement[] => {
    const key = `change:${entry.at}:${entry.kind === 'command' ? `${entry.deed}:${entry.id}` : entry.kind}`;
    if (entry.kind === 'engine-back') return [say(key, sentence(t.engineBack))];
    if (entry.kind !== 'command') return [];
    const command = state.panel === 'commands' ? commandFor(entry, attempt.challenge) : undefined;
    const words = sentence(wordsFor(t, entry));
    return [say(key, command === undefined ? words : `${words} ${own.howTo(command)}`)];
  });
}
