import { styleText } from 'node:util';
import type { Language } from '../base/language.ts';
import { wrap } from '../base/wrap.ts';
import type { Verdict } from '../checks/verdict.ts';
import { allRequiredPassed } from './report.ts';
import { reportMessages } from './texts/report.ts';
import type { ToldBinding, ToldObjective, ToldReport } from './told-report.ts';

/** How a report is written for a person. `columns` is the width to wrap at. */
export interface TextOptions {
  readonly language: Language;
  readonly colour: boolean;
  readonly columns: number;
}

type Style = Parameters<typeof styleText>[0];

/** A mark and a colour for each verdict; the word beside them says the same. */
const signs: Readonly<Record<Verdict, { mark: string; style: Style }>> = {
  pass: { mark: '✔', style: 'green' },
  fail: { mark: '✖', style: 'red' },
  blocked: { mark: '○', style: 'dim' },
  unknown: { mark: '?', style: 'yellow' },
};

const widest = 100;
const indent = 4;

/** The report as text that ends with a line end. */
export function renderText(report: ToldReport, options: TextOptions): string {
  const t = reportMessages[options.language];
  const paint = (style: Style, text: string) =>
    options.colour ? styleText(style, text, { validateStream: false }) : text;
  const width = Math.min(Math.max(options.columns, 40), widest);
  const engine = t.engine(report.engine.version, report.engine.source);
  const sections = [
    `${paint('bold', report.title)}  ${paint('dim', report.challenge)}\n${paint('dim', engine)}\n`,
    report.bindings.map(binding => bindingLines(binding, options, width, paint)).join(''),
    report.objectives.map(objective => objectiveLines(objective, options, width, paint)).join(''),
    summary(report, options, paint),
  ];
  return sections.join('\n');
}

type Paint = (style: Style, text: string) => string;

function bindingLines(binding: ToldBinding, { language }: TextOptions, width: number, paint: Paint): string {
  const t = reportMessages[language];
  const who =
    binding.name === undefined
      ? paint('yellow', binding.how === 'ambiguous' ? t.unclear : t.open)
      : t.plays(paint('bold', binding.name));
  const label = `  ${binding.title} ${who}`;
  return `${label}\n${wrap(binding.because, width - indent)
    .map(line => `${' '.repeat(indent)}${paint('dim', line)}\n`)
    .join('')}`;
}

function objectiveLines(objective: ToldObjective, { language }: TextOptions, width: number, paint: Paint): string {
  const t = reportMessages[language];
  const { mark, style } = signs[objective.verdict];
  const worth = `${objective.bonus ? `${t.bonus}, ` : ''}${t.points(objective.points)}`;
  const head = `${paint(style, `${mark} ${t.verdict[objective.verdict]}`)}  ${paint('bold', objective.title)} ${paint('dim', `(${worth})`)}`;
  const parts: [string, string][] =
    objective.verdict === 'pass'
      ? [[t.observed, objective.observed]]
      : [
          [t.observed, objective.observed],
          [t.expected, objective.expected],
          [t.why, objective.why],
        ];
  const labelWidth = Math.max(...[t.observed, t.expected, t.why, t.next].map(label => label.length)) + 2;
  const body = parts.map(([label, text]) => {
    const lines = wrap(text, width - indent - labelWidth);
    const [first = '', ...rest] = lines;
    const padding = ' '.repeat(indent);
    return `${padding}${paint('dim', label.padEnd(labelWidth))}${first}\n${rest.map(line => `${padding}${' '.repeat(labelWidth)}${line}\n`).join('')}`;
  });
  // The command stands on one line, however long, so that it can be copied as it is.
  const next =
    objective.next === ''
      ? ''
      : `${' '.repeat(indent)}${paint('dim', t.next.padEnd(labelWidth))}${paint('cyan', objective.next)}\n`;
  return `${head}\n${body.join('')}${next}`;
}

function summary(report: ToldReport, { language }: TextOptions, paint: Paint): string {
  const t = reportMessages[language];
  const { earned, possible, bonus } = report.score;
  const passed = allRequiredPassed(report);
  const score = paint(passed ? 'green' : 'bold', t.score(earned, possible, bonus));
  const required = report.objectives.filter(objective => !objective.bonus);
  const remark = passed
    ? ` ${t.allMet}`
    : required.some(({ verdict }) => verdict === 'unknown')
      ? ` ${t.someUnknown}`
      : '';
  return `${score}.${remark}\n`;
}
