import type { Translations } from '../../../base/language.ts';

const en = {
  madeAt: (time: string, day: string) => `checked at ${time} on ${day}`,
  spent: (minutes: number) => (minutes < 1 ? 'less than a minute spent' : `${minutes} min spent`),
  score: (earned: number, possible: number, bonus: number) =>
    `${earned} of ${possible} points${bonus > 0 ? `, and ${bonus} bonus` : ''}`,
  metOf: (met: number, of: number) => `${met} of ${of} objectives met`,
  waitsFor: 'Waits for',
  stillChecking: 'being checked again…',
  plays: (title: string, name: string) => `${title}: ${name}`,
  none: 'No verdicts yet',
  noneText:
    'Nothing of this challenge has been checked since the lab was opened. Open it: the lab looks at the engine at once, and what it sees stands here.',
};

const ptBR: typeof en = {
  madeAt: (time, day) => `verificado às ${time} de ${day}`,
  spent: minutes => (minutes < 1 ? 'menos de um minuto de trabalho' : `${minutes} min de trabalho`),
  score: (earned, possible, bonus) => `${earned} de ${possible} pontos${bonus > 0 ? `, mais ${bonus} de bônus` : ''}`,
  metOf: (met, of) => `${met} de ${of} objetivos cumpridos`,
  waitsFor: 'Aguarda',
  stillChecking: 'sendo verificado de novo…',
  plays: (title, name) => `${title}: ${name}`,
  none: 'Nenhum resultado ainda',
  noneText:
    'Nada deste desafio foi verificado desde que o laboratório foi aberto. Abra-o: o laboratório olha o engine na hora, e o que ele vir fica aqui.',
};

/** The words of the page with the last verdicts. */
export const reportPageMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
