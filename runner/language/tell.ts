import type { Language } from '../base/language.ts';
import type { Message } from '../base/message.ts';
import { findingTexts } from './findings.ts';

interface Titled {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
}

/** What roles, objectives and challenges are called: a challenge says it of its own. */
export interface Titles {
  readonly roles: readonly Titled[];
  readonly objectives: readonly Titled[];
  readonly challenges?: readonly Titled[];
}

const noTitles: Titles = { roles: [], objectives: [] };

/** A finding in the words of a language. Throws a TypeError when the language has no text for its code. Pure. */
export function tell(message: Message, titles: Titles, language: Language): string {
  const whole = [message, ...(message.more ?? [])].map(one => sentence(one, titles, language));
  return whole.map(text => text.trim()).join(' ');
}

/** A message that speaks of no role, objective or challenge, in the words of a language; a text as it is. Pure. */
export function inLanguage(message: Message | string, language: Language): string {
  return typeof message === 'string' ? message : tell(message, noTitles, language);
}

function sentence({ code, params }: Message, titles: Titles, language: Language): string {
  if (code === 'title.role') return titleOf(titles.roles, params.id, language);
  if (code === 'title.objective') return titleOf(titles.objectives, params.id, language);
  if (code === 'title.challenge') return titleOf(titles.challenges ?? [], params.id, language);
  const texts: Readonly<Record<string, unknown>> = findingTexts[language];
  const text = texts[code];
  if (typeof text === 'string') return text;
  if (typeof text !== 'function') throw new TypeError(`no text for the finding ${code}`);
  const words = Object.entries(params).map(([name, value]) => [name, wordOf(value, titles, language)]);
  return text(Object.fromEntries(words));
}

/** What a text speaks of may itself be a message, or a list with some. */
function wordOf(value: unknown, titles: Titles, language: Language): unknown {
  if (Array.isArray(value)) return value.map(one => wordOf(one, titles, language));
  return isMessage(value) ? tell(value, titles, language) : value;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'code' in value && 'params' in value;
}

/** What one of these is called; its id where it is none of them. Pure. */
export function titleOf(things: readonly Titled[], id: unknown, language: Language): string {
  return things.find(thing => thing.id === id)?.title[language] ?? String(id);
}
