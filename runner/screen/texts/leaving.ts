import type { Translations } from '../../base/language.ts';

const en = {
  crashed: (message: string) => `The screen broke down and was closed: ${message}.`,
  crashedWhy:
    'This is our bug, not your mistake. Nothing that you made was touched, and your progress is kept. The helpers that the lab had started on the engine were removed.',
  openAgain: (lab: string) => `Open it again: ${lab}`,
  report: (file: string) => `Please report it where you got the lab from, with this file: ${file}`,
  reportWithoutFile: 'Please report it where you got the lab from. LAB_DEBUG=1 shows the details',
};

const ptBR: typeof en = {
  crashed: message => `A tela quebrou e foi fechada: ${message}.`,
  crashedWhy:
    'Isto é um defeito nosso, não um erro seu. Nada do que você criou foi alterado, e o seu progresso está guardado. Os auxiliares que o lab havia iniciado no engine foram removidos.',
  openAgain: lab => `Abra-a de novo: ${lab}`,
  report: file => `Por favor, avise onde você obteve o lab, com este arquivo: ${file}`,
  reportWithoutFile: 'Por favor, avise onde você obteve o lab. LAB_DEBUG=1 mostra os detalhes',
};

/** What is said once the screen is gone for a reason that is not the learner's. */
export const leavingMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
