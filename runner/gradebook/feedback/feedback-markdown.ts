import type { Language } from '../../base/language.ts';
import type { Verdict } from '../../checks/verdict.ts';
import { reportMessages } from '../../verdict/texts/report.ts';
import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { gradeFeedbackMessages } from '../texts/feedback.ts';
import { type ChallengeFeedback, feedbackOf, type ObjectiveFeedback } from './feedback.ts';
import { block, escaped, inline } from './markdown.ts';

const signs: Readonly<Record<Verdict, string>> = { pass: '✔', fail: '✖', blocked: '○', unknown: '?' };

/** A student's feedback as Markdown (CommonMark with tables) that ends with a line end. */
export function feedbackMarkdown(student: StudentGrade, book: Gradebook): string {
  const t = gradeFeedbackMessages[book.language];
  const feedback = feedbackOf(student, book);
  const { grade, possible } = feedback;
  return join([
    `# ${escaped(t.greeting(feedback.name))}`,
    escaped(t.intro(book.title)),
    `**${t.yourGrade}: ${escaped(t.grade(grade, possible))}**`,
    ...feedback.remarks.map(inline),
    ...(feedback.comment === ''
      ? []
      : [
          `**${t.comment}:**`,
          feedback.comment
            .split('\n')
            .map(line => `> ${escaped(line)}`.trim())
            .join('\n'),
        ]),
    [
      `| ${t.challenge} | ${t.result} | ${t.points} |`,
      '| --- | --- | --- |',
      ...feedback.challenges.map(
        ({ heading, verdict, result, points }) =>
          `| ${escaped(heading)} | ${signs[verdict]} ${escaped(result)} | ${escaped(points)} |`,
      ),
    ].join('\n'),
    ...feedback.challenges.map(challenge => challengeMarkdown(challenge, book.language)),
    ...list(t.remarks, feedback.read),
    '---',
    escaped(feedback.made),
  ]);
}

function challengeMarkdown(challenge: ChallengeFeedback, language: Language): string {
  const t = gradeFeedbackMessages[language];
  const { script, outcome } = challenge;
  return join([
    `## ${escaped(challenge.heading)}`,
    `${signs[challenge.verdict]} **${escaped(challenge.result)}**, ${escaped(challenge.points)}`,
    ...challenge.said.map(inline),
    ...list(t.refusals, challenge.refusals),
    ...(script && script.failingCommand !== ''
      ? [`**${t.failingCommand(script.exitCode)}:**`, block([script.failingCommand], 'sh')]
      : []),
    ...(script && outcome !== 'graded' && script.lastLines.length > 0
      ? [`**${t.lastLines}:**`, block(script.lastLines, 'text')]
      : []),
    ...(script && script.leftRunning.length > 0 ? [`**${t.leftRunning}:**`, block(script.leftRunning, 'sh')] : []),
    ...(challenge.onlyAsks
      ? list(
          t.asks,
          challenge.objectives.map(({ title, worth }) => `${title} (${worth})`),
        )
      : challenge.objectives.map(objective => objectiveMarkdown(objective, language))),
    ...list(t.roles, challenge.roles),
    ...(challenge.instructions === '' ? [] : [inline(challenge.instructions)]),
    ...list(t.remarks, challenge.read),
    ...challenge.logs.flatMap(({ container, lines }) => [`**${escaped(t.logs(container))}:**`, block(lines, 'text')]),
  ]);
}

function objectiveMarkdown(objective: ObjectiveFeedback, language: Language): string {
  const t = { ...reportMessages[language], ...gradeFeedbackMessages[language] };
  const { title, verdict, word, worth, bonus, brief, observed, expected, why, next } = objective;
  const parts: [string, string][] = [
    [t.observed, observed],
    [t.expected, expected],
    [t.why, why],
  ];
  const shown = brief ? [] : parts.slice(0, verdict === 'pass' ? 1 : 3).filter(([, text]) => text !== '');
  return join([
    `### ${signs[verdict]} ${inline(title)}`,
    `${word}, ${escaped(worth)}${bonus ? ` (${t.bonus})` : ''}`,
    shown.map(([label, text]) => `- **${label}:** ${inline(text)}`).join('\n'),
    ...(brief || next === '' ? [] : [`**${t.next}:**`, block(next.split('\n'), 'sh')]),
  ]);
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${escaped(title)}:**`, items.map(item => `- ${inline(item)}`).join('\n')];
}

/** Blocks with an empty line between them, without empty ones. */
function join(blocks: readonly string[]): string {
  return `${blocks
    .filter(text => text.trim() !== '')
    .map(text => text.replace(/\n+$/, ''))
    .join('\n\n')}\n`;
}
