import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { explained, type Judged, judgedOf, scriptLines } from './judged.ts';
import { plainLine, plainText } from './plain-text.ts';

/** What a test case is to JUnit: what the learner has to mend is a failure; what the checker could not tell is an error. */
type Kind = 'passed' | 'failure' | 'error' | 'skipped';

/** `junit.xml`: a suite for each student, a case for each objective. What was not handed in or not looked at is skipped. */
export function junitXml(book: Gradebook): string {
  const suites = book.students.map(student => suiteOf(book, student));
  const count = (key: 'tests' | 'failures' | 'errors' | 'skipped' | 'time') =>
    suites.reduce((total, suite) => total + suite[key], 0);
  const head = attributes({
    name: plainLine(book.title === '' ? 'lab grade' : book.title),
    tests: count('tests'),
    failures: count('failures'),
    errors: count('errors'),
    skipped: count('skipped'),
    time: seconds(count('time')),
    timestamp: book.at,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`;
}

function suiteOf(book: Gradebook, student: StudentGrade) {
  const cases = judgedOf(book, student).map(one => ({ one, kind: kindOf(one) }));
  const count = (kind: Kind) => cases.filter(one => one.kind === kind).length;
  const time = student.result.works.reduce((total, { durationMs }) => total + durationMs, 0);
  const counts = {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
  const head = attributes({ name: plainLine(student.id), ...counts, time: seconds(time), timestamp: book.at });
  const body = cases.map(({ one, kind }) => caseOf(one, kind, book)).join('');
  return { ...counts, time, xml: `  <testsuite${head}>\n${body}  </testsuite>\n` };
}

function kindOf({ verdict, part }: Judged): Kind {
  if (verdict === 'pass') return 'passed';
  if (verdict === 'unknown') return 'error';
  if (verdict === 'blocked' || part?.outcome === 'not-submitted') return 'skipped';
  return 'failure';
}

function caseOf(one: Judged, kind: Kind, { language }: Gradebook): string {
  const { challenge, objective, report, part } = one;
  const head = attributes({
    name: plainLine(objective.title),
    classname: `${challenge.id}.${objective.id}`,
    time: seconds(report?.durationMs ?? 0),
  });
  if (kind === 'passed') return `    <testcase${head}/>\n`;
  const message = plainLine(report?.observed ?? part?.reason ?? '');
  const lines = scriptLines(part);
  const what =
    kind === 'skipped'
      ? `      <skipped${attributes({ message })}/>\n`
      : `      <${kind}${attributes({ message, type: one.verdict })}>${escaped(explained(one, language))}</${kind}>\n`;
  const output = lines.length === 0 ? '' : `      <system-out>${escaped(lines.join('\n'))}</system-out>\n`;
  return `    <testcase${head}>\n${what}${output}    </testcase>\n`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** For text and for attributes in double quotes. */
function escaped(text: string): string {
  return plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
