import { withoutAccents } from '../../../base/text/without-accents.ts';
import type { Challenge } from '../../../challenge/definition.ts';

/** What a folder's name says about the challenge in it. */
export interface NamedChallenge {
  readonly challenge: Challenge;
  /** False if it may as well mean something else, as a bare number in the middle of a program does. */
  readonly certain: boolean;
}

const words =
  'desafios?|challenges?|exercicios?|exercises?|atividades?|activity|activities|tarefas?|tasks?|assignments?|laboratorios?|labs?|projetos?|projects?|questao|questoes|questions?|problemas?|problems?|trabalhos?|entregas?|missao|missoes|missions?|praticas?|practicas?|practices?|practicals?|retos?|ejercicios?|ejercicio|aufgaben?|uebung(?:en)?|ubung(?:en)?|licao|licoes|lessons?|quests?|kata';
/** What counts challenges in one course, and a challenge's own steps in another: only something complete settles it. */
const weakWords = 'partes?|etapas?|fases?|semanas?|weeks?|aulas?|modulos?|modules?|unidades?|units?|topicos?|topics?';
/** The same, where the number stands apart: `step1` is a file's name more often than not. */
const weakerWords = 'parts?|steps?|stages?|levels?|nivel';
const short = 'desaf|des|d|chall|chal|ch|c|exerc|exe|ex|ativ|atv|at|q';
/** Between the word and the number: `desafio n. 1`, `Challenge #1`. */
const joint = '[\\s_.#:-]*(?:(?:no|n|num|numero|number)[\\s_.°:-]+)?';
/** `desafios-1-5` and `1-a-5` are about several. */
const notARange = '(?!\\d|[-_. ]*(?:a|e|ate|to|and)?[-_. ]*\\d{1,2}(?!\\d))';
const counted: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['um', 'uma', 'one', 'primeiro', 'primeira', 'first'],
    ['dois', 'duas', 'two', 'segundo', 'segunda', 'second'],
    ['tres', 'three', 'terceiro', 'terceira', 'third'],
    ['quatro', 'four', 'quarto', 'quarta', 'fourth'],
    ['cinco', 'five', 'quinto', 'quinta', 'fifth'],
    ['seis', 'six', 'sexto', 'sexta', 'sixth'],
    ['sete', 'seven', 'setimo', 'setima', 'seventh'],
    ['oito', 'eight', 'oitavo', 'oitava', 'eighth'],
    ['nove', 'nine', 'nono', 'nona', 'ninth'],
    ['dez', 'ten', 'decimo', 'decima', 'tenth'],
  ].flatMap((names, index) => names.map(name => [name, index + 1])),
);
const countedWords = Object.keys(counted).join('|');
const roman: Readonly<Record<string, number>> = Object.fromEntries(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map((numeral, index) => [numeral, index + 1]),
);
const romanNumerals = Object.keys(roman).join('|');

const certainForms = [
  new RegExp(`(?:^|[^a-z])(?:${words})${joint}0*(\\d{1,3})${notARange}`),
  new RegExp(`^(?:${short})${joint}0*(\\d{1,3})(?![a-z])${notARange}`),
  new RegExp(`^0*(\\d{1,3})[oa°]?[\\s_.-]*(?:${words})(?![a-z0-9])`),
  new RegExp(`(?:^|[^a-z])(?:${words})[\\s_.-]*(${countedWords})(?![a-z0-9])`),
  new RegExp(`(?:^|[^a-z])(${countedWords})[\\s_.-]*(?:${words})(?![a-z0-9])`),
  new RegExp(`(?:^|[^a-z])(?:${words})[\\s_.#:-]+(${romanNumerals})(?![a-z0-9])`),
];
/** What may mean something else as well. */
const uncertainForms = [
  new RegExp(`(?:^|[^a-z])(?:${words})(?:[\\s_.-]+[a-z]+){1,2}[\\s_.#-]+0*(\\d{1,2})$`),
  new RegExp(`^(?:${weakWords})${joint}0*(\\d{1,2})${notARange}`),
  new RegExp(`^(?:${weakerWords})[\\s_.#:-]+0*(\\d{1,2})${notARange}`),
  new RegExp(`^(?:${weakWords}|${weakerWords})[\\s_.#:-]+(${countedWords}|${romanNumerals})(?![a-z0-9])`),
  new RegExp(`^0*(\\d{1,2})[oa°]?[\\s_.-]*(?:${weakWords}|${weakerWords})(?![a-z0-9])`),
  new RegExp(`^(${countedWords})[\\s_.-]*(?:${weakWords}|${weakerWords})(?![a-z0-9])`),
];
const bare = /^#?0*(\d{1,3})(?:[-_.): ]+[a-z(].*)?$/;

/** The challenge that a folder's name means, by number in any usual form, or by its own name without one. */
export function challengeNamed(name: string, challenges: readonly Challenge[]): NamedChallenge | undefined {
  const plain = simplified(name);
  const named = (number: number, certain: boolean) => {
    const challenge = challenges.find(it => it.number === number);
    return challenge && { challenge, certain };
  };
  const exact = challenges.find(({ id }) => compact(plain) === compact(id));
  if (exact !== undefined) return { challenge: exact, certain: true };
  const certain = numberBy(certainForms, plain);
  if (certain !== undefined) return named(certain, true);
  const uncertain = numberBy([...uncertainForms, bare], plain);
  if (uncertain !== undefined) return named(uncertain, false);
  const bySlug = challenges.find(it => ownNames(it).includes(compact(plain)));
  return bySlug && { challenge: bySlug, certain: false };
}

/** True if a name speaks of a challenge by a word and a number, whichever there are. */
export function speaksOfAChallenge(name: string): boolean {
  return numberIn(name) !== undefined;
}

/** True if a name says a challenge's number, and the same name without it says none. */
export function isNumberOfAChallenge(name: string, without: string): boolean {
  return numberIn(name) !== undefined && numberIn(without) === undefined;
}

/** The number of a challenge that a name says with a word, whether there is such a one or not. */
export function numberIn(name: string): number | undefined {
  return numberBy(certainForms, simplified(name));
}

/** By the first form that fits. */
function numberBy(forms: readonly RegExp[], plain: string): number | undefined {
  const found = forms.map(form => form.exec(plain)?.[1]).find(it => it !== undefined);
  return found === undefined ? undefined : numberOf(found);
}

/** The number of the challenge that a name consists of, whether there is such a one or not: `desafio1`, but not `desafio1-ana`. */
export function namesOnlyAChallenge(name: string): number | undefined {
  const plain = simplified(name);
  const number = numberIn(name);
  if (number === undefined) return undefined;
  const rest = [...countedOf(number)].reduce(
    (text, word) => text.replace(new RegExp(`(?<![a-z0-9])0*${word}(?![a-z0-9])`), ''),
    plain.replace(/([a-z])(\d)/g, '$1 $2'),
  );
  return new RegExp(`^[^a-z0-9]*(?:${words}|${short})?[^a-z0-9]*$`).test(rest) ? number : undefined;
}

function countedOf(number: number): string[] {
  const words = [...Object.entries(counted), ...Object.entries(roman)];
  return [String(number), ...words.filter(([, value]) => value === number).map(([word]) => word)];
}

function numberOf(word: string): number {
  return counted[word] ?? roman[word] ?? Number(word);
}

function ownNames({ id, title }: Challenge): string[] {
  return [id.replace(/^\d+-/, ''), ...Object.values(title)].map(name => compact(simplified(name)));
}

/** In small letters and without accents; `º` becomes `o`, and digits in circles or as pictures become digits. */
function simplified(name: string): string {
  const digits = name
    .replace(/[\u24f5-\u24fe\u2776-\u277f\u2780-\u2793]/gu, digit => ` ${circled(digit)} `)
    .replace(/[\ufe0f\u20e3]/gu, '');
  return withoutAccents(digits).toLowerCase().trim();
}

/** The digits in circles that Unicode does not decompose: double (U+24F5), negative (U+2776, U+278A) and sans-serif (U+2780). */
function circled(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  if (code >= 0x2776) return ((code - 0x2776) % 10) + 1;
  return code - 0x24f5 + 1;
}

function compact(name: string): string {
  return name.replace(/[^a-z0-9]/g, '');
}
