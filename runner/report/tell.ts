import type { Challenge } from '../challenge/definition.ts';
import { findingTexts } from '../language/findings.ts';
import type { Language } from '../language/language.ts';
import type { Message } from '../language/message.ts';
import type { BindingReport, ObjectiveReport, Report } from './report.ts';
import type { ToldBinding, ToldObjective, ToldReport } from './told-report.ts';

/** A finding in the words of a language. Throws a TypeError where the language has no text for its code. Pure. */
export function tell(message: Message, challenge: Challenge, language: Language): string {
  const whole = [message, ...(message.more ?? [])].map(one => sentence(one, challenge, language));
  return whole.map(text => text.trim()).join(' ');
}

function sentence({ code, params }: Message, challenge: Challenge, language: Language): string {
  if (code === 'title.role') return titleOf(challenge.roles, params.id, language);
  if (code === 'title.objective') return titleOf(challenge.objectives, params.id, language);
  const texts: Readonly<Record<string, unknown>> = findingTexts[language];
  const text = texts[code];
  if (typeof text === 'string') return text;
  if (typeof text !== 'function') throw new TypeError(`no text for the finding ${code}`);
  const words = Object.entries(params).map(([name, value]) => [name, wordOf(value, challenge, language)]);
  return text(Object.fromEntries(words));
}

/** What a text speaks of may itself be a message, or a list with some. */
function wordOf(value: unknown, challenge: Challenge, language: Language): unknown {
  if (Array.isArray(value)) return value.map(one => wordOf(one, challenge, language));
  return isMessage(value) ? tell(value, challenge, language) : value;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'code' in value && 'params' in value;
}

function titleOf(
  things: readonly { readonly id: string; readonly title: Readonly<Record<Language, string>> }[],
  id: unknown,
  language: Language,
): string {
  return things.find(thing => thing.id === id)?.title[language] ?? String(id);
}

/** The report in the words of a language. Pure. */
export function tellReport(report: Report, challenge: Challenge, language: Language): ToldReport {
  return {
    schema: 'lab.verify/2',
    language,
    challenge: report.challenge,
    title: challenge.title[language],
    at: report.at,
    engine: report.engine,
    bindings: report.bindings.map(binding => tellBinding(binding, challenge, language)),
    score: report.score,
    objectives: report.objectives.map(objective => tellObjective(objective, challenge, language)),
  };
}

export function tellBinding(binding: BindingReport, challenge: Challenge, language: Language): ToldBinding {
  const because = binding.because.map(reason => tell(reason, challenge, language));
  return { ...binding, title: titleOf(challenge.roles, binding.role, language), because: because.join(', ') };
}

/** One verdict in the words of a language. Pure. */
export function tellObjective(objective: ObjectiveReport, challenge: Challenge, language: Language): ToldObjective {
  const { id, points, bonus, verdict, finding, expected, next, durationMs } = objective;
  const why = challenge.objectives.find(one => one.id === id)?.why[language] ?? '';
  return {
    ...{ id, title: titleOf(challenge.objectives, id, language), points, bonus, verdict },
    observed: tell(finding, challenge, language),
    expected: tell(expected, challenge, language),
    ...{ why, next, durationMs },
    ...finding,
  };
}
