import type { Challenge } from '../../challenge/definition.ts';

/** What a folder's name says about the challenge in it. */
export interface NamedChallenge {
  readonly challenge: Challenge;
  /** False if it may as well mean something else, as a bare number in the middle of a program does. */
  readonly certain: boolean;
}

const words =
  'desafios?|challenges?|exercicios?|exercises?|atividades?|activity|activities|tarefas?|tasks?|assignments?|laboratorios?|labs?|projetos?|projects?|questao|questoes|questions?|problemas?|problems?|trabalhos?|entregas?|missao|missions?';
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

const certainForms = [
  new RegExp(`(?:^|[^a-z])(?:${words})${joint}0*(\\d{1,3})${notARange}`),
  new RegExp(`^(?:${short})${joint}0*(\\d{1,3})(?![a-z])${notARange}`),
  new RegExp(`^0*(\\d{1,3})[oa°]?[\\s_.-]*(?:${words})(?![a-z0-9])`),
  new RegExp(`(?:^|[^a-z])(?:${words})[\\s_.-]*(${countedWords})(?![a-z0-9])`),
  new RegExp(`(?:^|[^a-z])(${countedWords})[\\s_.-]*(?:${words})(?![a-z0-9])`),
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
  for (const form of certainForms) {
    const found = form.exec(plain)?.[1];
    if (found !== undefined) return named(counted[found] ?? Number(found), true);
  }
  const number = bare.exec(plain)?.[1];
  if (number !== undefined) return named(Number(number), false);
  const bySlug = challenges.find(it => ownNames(it).includes(compact(plain)));
  return bySlug && { challenge: bySlug, certain: false };
}

/** True if a name speaks of a challenge by a word and a number, whichever there are. */
export function speaksOfAChallenge(name: string): boolean {
  return certainForms.some(form => form.test(simplified(name)));
}

function ownNames({ id, title }: Challenge): string[] {
  return [id.replace(/^\d+-/, ''), ...Object.values(title)].map(name => compact(simplified(name)));
}

/** In small letters and without accents; `º` becomes `o`. */
function simplified(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function compact(name: string): string {
  return name.replace(/[^a-z0-9]/g, '');
}
