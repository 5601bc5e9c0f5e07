import type { Translations } from '../../base/language.ts';

const en = {
  title: 'Code that is alike',
  intro:
    'These are places to look, together with the students, and nothing more. Alike code has many innocent reasons: a small task leaves few choices; the same lesson, tutorial or page of documentation; work in pairs that was allowed; one student who helped another.',
  how: 'Compared is what remains when names, texts, numbers, comments and layout are left out. What came with the starter, the examples or the reference solution does not count, and what much of the class has counts for less.',
  none: 'No two submissions stand out. That proves nothing, either way.',
  pair: (first: string, second: string) => `${first} and ${second}`,
  sentence: (challenge: string, percent: number, tokens: number) =>
    `${challenge}: about ${percent} % of the smaller one’s own code is in the other one, too, some ${tokens} words and signs.`,
  place: (from: number, to: number, file: string) =>
    from === to ? `line ${from} of ${file}` : `lines ${from}–${to} of ${file}`,
  shortened: (lines: number) => (lines === 1 ? 'One more line is not shown.' : `${lines} more lines are not shown.`),
};

const ptBR: typeof en = {
  title: 'Código parecido',
  intro:
    'São lugares para olhar, junto com os estudantes, e nada mais. Código parecido tem muitas razões inocentes: uma tarefa pequena deixa poucas escolhas; a mesma aula, o mesmo tutorial ou a mesma página de documentação; um trabalho em dupla que era permitido; um estudante que ajudou outro.',
  how: 'Compara-se o que resta quando nomes, textos, números, comentários e formatação são deixados de lado. O que veio no ponto de partida, nos exemplos ou na solução de referência não conta, e o que boa parte da turma tem conta menos.',
  none: 'Nenhum par de entregas chama a atenção. Isso não prova nada, nem num sentido nem no outro.',
  pair: (first, second) => `${first} e ${second}`,
  sentence: (challenge, percent, tokens) =>
    `${challenge}: cerca de ${percent} % do código próprio da menor entrega está também na outra, uns ${tokens} sinais e palavras.`,
  place: (from, to, file) => (from === to ? `linha ${from} de ${file}` : `linhas ${from}–${to} de ${file}`),
  shortened: lines => (lines === 1 ? 'Mais uma linha não é mostrada.' : `Mais ${lines} linhas não são mostradas.`),
};

/** What is said of submissions with alike code: where to look, and never that anybody has done wrong. */
export const similarityMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
