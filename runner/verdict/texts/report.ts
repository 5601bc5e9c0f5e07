import type { Translations } from '../../base/language.ts';
import type { Verdict } from '../../checks/verdict.ts';

const en = {
  verdict: { pass: 'met', fail: 'not met', blocked: 'waits', unknown: 'could not tell' } satisfies Record<
    Verdict,
    string
  >,
  observed: 'observed',
  expected: 'expected',
  why: 'why',
  next: 'next',
  bonus: 'bonus',
  points: (points: number) => (points === 1 ? '1 point' : `${points} points`),
  score: (earned: number, possible: number, bonus: number) =>
    `${earned} of ${possible} points${bonus > 0 ? `, and ${bonus} bonus` : ''}`,
  plays: (name: string) => `is ${name}`,
  open: 'not found',
  unclear: 'not clear',
  allMet: 'Everything that is required is met. Well done!',
  someUnknown: 'Something could not be told this time; it does not count against you.',
  engine: (version: string, source: string) => `Docker ${version}, ${source}`,
};

const ptBR: typeof en = {
  verdict: { pass: 'cumprido', fail: 'ainda não', blocked: 'aguarda', unknown: 'sem resposta' },
  observed: 'observado',
  expected: 'esperado',
  why: 'por quê',
  next: 'a seguir',
  bonus: 'bônus',
  points: points => (points === 1 ? '1 ponto' : `${points} pontos`),
  score: (earned, possible, bonus) => `${earned} de ${possible} pontos${bonus > 0 ? `, mais ${bonus} de bônus` : ''}`,
  plays: name => `é ${name}`,
  open: 'não encontrado',
  unclear: 'não está claro',
  allMet: 'Tudo o que é obrigatório foi cumprido. Muito bem!',
  someUnknown: 'Algo não pôde ser verificado desta vez; isso não conta contra você.',
  engine: (version, source) => `Docker ${version}, ${source}`,
};

/** The words of a written report. */
export const reportMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
