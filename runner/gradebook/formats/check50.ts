import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { jsonText } from './json.ts';
import { explained, type Judged, judgedOf, scriptLines } from './judged.ts';
import { plainLine } from './plain-text.ts';

/** One student's results in the form of CS50's check50: `passed` is null for what was not looked at or could not be told. */
export function check50Json(book: Gradebook, student: StudentGrade): string {
  return jsonText({
    slug: 'estaleiro',
    results: judgedOf(book, student).map(one => ({
      name: `${one.challenge.id}/${one.objective.id}`,
      description: plainLine(one.objective.title),
      passed: one.verdict === 'pass' ? true : one.verdict === 'fail' ? false : null,
      log: scriptLines(one.part),
      cause: one.verdict === 'pass' ? null : causeOf(one, book),
      data: {},
      dependency: null,
    })),
    version: book.grader,
  });
}

function causeOf(one: Judged, { language }: Gradebook) {
  const { report, verdict } = one;
  const rationale = plainLine(report?.observed ?? one.part?.reason ?? '');
  return {
    rationale,
    help: report === undefined || report.next === '' ? null : plainLine(report.next),
    ...(verdict === 'fail' ? { expected: plainLine(report?.expected ?? ''), actual: rationale } : {}),
    ...(verdict === 'unknown'
      ? { error: { type: 'unknown', value: explained(one, language), traceback: [], data: {} } }
      : {}),
  };
}
