import type { Language } from '../../base/language.ts';
import type { Verdict } from '../../checks/verdict.ts';
import { reportMessages } from '../../verdict/texts/report.ts';
import type { ToldObjective } from '../../verdict/told-report.ts';
import { tellingLines } from '../feedback/telling-lines.ts';
import type { Gradebook, GradedChallenge, GradedObjective, StudentGrade } from '../gradebook.ts';
import type { ToldPart } from '../told-result.ts';
import { plainLine, plainText } from './plain-text.ts';

/** One objective of one student, with all that is known of it. */
export interface Judged {
  readonly challenge: GradedChallenge;
  readonly objective: GradedObjective;
  /** `undefined` if the challenge was not judged. */
  readonly part: ToldPart | undefined;
  readonly report: ToldObjective | undefined;
  readonly verdict: Verdict;
  /** In the rubric's points. */
  readonly earned: number;
}

/** All objectives of a student, in the order of the challenges. Pure. */
export function judgedOf({ challenges }: Gradebook, student: StudentGrade): Judged[] {
  return challenges.flatMap(challenge => {
    const part = student.result.works.find(one => one.challenge === challenge.id);
    const grade = student.works.find(one => one.challenge === challenge.id);
    return challenge.objectives.map(objective => {
      const report = part?.objectives.find(({ id }) => id === objective.id);
      const earned = grade?.objectives.find(({ id }) => id === objective.id)?.earned ?? 0;
      return { challenge, objective, part, report, verdict: report?.verdict ?? 'unknown', earned };
    });
  });
}

/** What is said of an objective, a line each: observed, expected, why, next. */
export function explained({ report, part }: Judged, language: Language): string {
  const t = reportMessages[language];
  if (report === undefined) return plainText(part?.reason ?? '');
  const parts: [string, string][] =
    report.verdict === 'pass'
      ? [[t.observed, report.observed]]
      : [
          [t.observed, report.observed],
          [t.expected, report.expected],
          [t.why, report.why],
          [t.next, report.next],
        ];
  return parts.flatMap(([label, text]) => (text === '' ? [] : [`${label}: ${plainLine(text)}`])).join('\n');
}

/** The telling lines of a script that did not end well; empty where there is nothing to show. */
export function scriptLines(part: ToldPart | undefined): string[] {
  if (part?.script === undefined || part.outcome === 'graded') return [];
  return tellingLines(part.script.lastLines).map(line => plainLine(line).slice(0, 500));
}
