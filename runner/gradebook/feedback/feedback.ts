import type { Verdict } from '../../checks/verdict.ts';
import { reportMessages } from '../../verdict/texts/report.ts';
import type { ToldObjective } from '../../verdict/told-report.ts';
import type { Gradebook, GradedChallenge, PartGrade, StudentGrade } from '../gradebook.ts';
import { cleaned } from '../html/clean.ts';
import { type Numbers, numbersOf } from '../html/numbers.ts';
import type { Outcome, ScriptRun } from '../result.ts';
import { gradeFeedbackMessages } from '../texts/feedback.ts';
import type { ToldPart } from '../told-result.ts';
import { tellingLines } from './telling-lines.ts';

/** What is said to a student, in the book's language; whoever draws it decides nothing. Between backticks stands code. */
export interface Feedback {
  readonly name: string;
  readonly grade: string;
  readonly possible: string;
  readonly final: boolean;
  /** Sentences under the grade: what it means, a penalty, what was set by hand. */
  readonly remarks: readonly string[];
  readonly comment: string;
  readonly challenges: readonly ChallengeFeedback[];
  readonly read: readonly string[];
  readonly made: string;
}

export interface ChallengeFeedback {
  readonly id: string;
  readonly heading: string;
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  readonly result: string;
  readonly points: string;
  /** What happened and what helps, in sentences. */
  readonly said: readonly string[];
  readonly script: ScriptRun | undefined;
  readonly refusals: readonly string[];
  readonly instructions: string;
  /** True if nothing was looked at: then the objectives only say what is asked for. */
  readonly onlyAsks: boolean;
  readonly objectives: readonly ObjectiveFeedback[];
  readonly logs: ToldPart['logs'];
  readonly roles: readonly string[];
  readonly read: readonly string[];
}

export interface ObjectiveFeedback extends Pick<ToldObjective, 'title' | 'observed' | 'expected' | 'why' | 'next'> {
  readonly verdict: Verdict;
  readonly word: string;
  readonly worth: string;
  readonly bonus: boolean;
  /** True if nobody has looked, so that there is no more to say than what it is. */
  readonly brief: boolean;
}

const notLookedAt: readonly Outcome[] = ['not-submitted', 'no-instructions', 'compose-only', 'unknown'];
const maxLogs = 8;
const maxLines = 60;
/** The part of what is required from which on most of it is there. */
const most = 0.6;

/** What a student is told. Nothing in it is about anybody else. Pure. */
export function feedbackOf(given: StudentGrade, book: Gradebook): Feedback {
  const student = cleaned(given);
  const t = gradeFeedbackMessages[book.language];
  const numbers = numbersOf(book.language, book.timezone);
  const counted = Math.max(0, student.earned - student.penalty.points);
  return {
    name: student.identity.name || student.id,
    grade: numbers.points(student.final),
    possible: numbers.points(student.possible),
    final: !student.needsAttention,
    remarks: [
      encouragement(student, book),
      ...(student.needsAttention ? [t.provisional] : []),
      ...(student.penalty.points > 0
        ? [t.penalty(numbers.points(student.penalty.points), student.penalty.reason)]
        : []),
      ...(student.override === undefined ? [] : [t.override(numbers.points(counted))]),
    ],
    comment: student.comment,
    challenges: book.challenges.flatMap(challenge => {
      const result = student.result.works.find(part => part.challenge === challenge.id);
      const grade = student.works.find(part => part.challenge === challenge.id);
      return result && grade ? [challengeFeedback(challenge, result, grade, book, numbers)] : [];
    }),
    read: student.result.remarks,
    made: t.made(numbers.time(book.at), book.grader),
  };
}

function encouragement({ result: { works: parts } }: StudentGrade, { language }: Gradebook): string {
  const t = gradeFeedbackMessages[language];
  const required = parts.flatMap(({ objectives }) => objectives).filter(({ bonus }) => !bonus);
  const met = required.filter(({ verdict }) => verdict === 'pass').length;
  if (parts.every(({ outcome }) => outcome === 'not-submitted')) return t.nothingIn;
  if (met === required.length) return t.allMet;
  if (met > 0 && required.every(({ verdict }) => verdict === 'pass' || verdict === 'unknown')) return t.restMet;
  if (met / required.length >= most) return t.closeToIt;
  return met > 0 || parts.some(({ outcome }) => outcome === 'unknown') ? t.someMet : t.noneMet;
}

function challengeFeedback(
  challenge: GradedChallenge,
  result: ToldPart,
  grade: PartGrade,
  { language }: Gradebook,
  numbers: Numbers,
): ChallengeFeedback {
  const t = gradeFeedbackMessages[language];
  const { outcome, script } = result;
  const required = result.objectives.filter(({ bonus }) => !bonus);
  const met = required.filter(({ verdict }) => verdict === 'pass').length;
  const complete = met === required.length;
  const worth = t.worth(numbers.points(grade.earned), numbers.points(grade.possible));
  return {
    id: challenge.id,
    heading: `${challenge.number}. ${challenge.title}`,
    outcome,
    verdict: verdictOf(result),
    result: outcome !== 'graded' ? t.outcome[outcome] : complete ? t.complete : t.partly(met, required.length),
    points:
      outcome === 'unknown' ? t.open : `${worth}${grade.bonus > 0 ? `, ${t.extra(numbers.points(grade.bonus))}` : ''}`,
    said: [result.reason, t.advice[outcome]].filter(text => text !== ''),
    script: script && {
      ...script,
      lastLines: tellingLines(script.lastLines),
      leftRunning: script.leftRunning.slice(0, maxLogs),
    },
    refusals: result.refusals.slice(0, maxLines),
    instructions: result.instructions === '' ? '' : t.instructions(result.instructions.replaceAll('`', "'")),
    onlyAsks: notLookedAt.includes(outcome) && outcome !== 'compose-only',
    objectives: result.objectives.map(objective => ({
      ...objectiveFeedback(objective, grade, language, numbers),
      brief: notLookedAt.includes(outcome) && !(outcome === 'compose-only' && objective.verdict === 'fail'),
    })),
    logs: result.logs.slice(0, maxLogs).map(log => ({ ...log, lines: log.lines.slice(-maxLines) })),
    roles: result.bindings.map(({ title, name, because }) =>
      name === undefined ? t.roleOpen(title, because) : t.role(title, name, because),
    ),
    read: result.remarks,
  };
}

/** The verdict that stands for a whole part: what is not told goes before what is not met. */
function verdictOf({ outcome, objectives }: ToldPart): Verdict {
  const required = objectives.filter(({ bonus }) => !bonus);
  if (outcome === 'unknown' || required.some(({ verdict }) => verdict === 'unknown')) return 'unknown';
  if (outcome === 'not-submitted') return 'blocked';
  return required.every(({ verdict }) => verdict === 'pass') ? 'pass' : 'fail';
}

function objectiveFeedback(
  objective: ToldObjective,
  grade: PartGrade,
  language: Gradebook['language'],
  numbers: Numbers,
): Omit<ObjectiveFeedback, 'brief'> {
  const t = gradeFeedbackMessages[language];
  const { title, verdict, observed, expected, why, next, bonus } = objective;
  const counted = grade.objectives.find(({ id }) => id === objective.id) ?? { earned: 0, points: objective.points };
  const possible = numbers.points(counted.points);
  return {
    ...{ title, verdict, observed, expected, why, next, bonus },
    word: reportMessages[language].verdict[verdict],
    worth: verdict === 'unknown' ? t.worthAtMost(possible) : t.worth(numbers.points(counted.earned), possible),
  };
}
