import type { Translations } from '../../../base/language.ts';

const en = {
  name: 'Shell',
  keysHere: 'keys go here · Ctrl-T: lab',
  keysInLab: 'keys go to the lab · Ctrl-T: shell',
  zoomed: 'keys go to the lab · z: zoom out',
  scrolledBack: (lines: number) => `↓ ${lines} more · Shift-PgDn`,
  closed: 'Ctrl-T opens a shell here, in the folder of this challenge.',
  starting: 'The shell is being started…',
  ended: (code: number) => `The shell has ended (exit code ${code}). Enter starts a new one.`,
  endedInLab: (code: number) => `The shell has ended (exit code ${code}). Ctrl-T starts a new one.`,
  made: (folder: string) =>
    `This is your folder for the challenge, made just now: ${folder}. It holds the files to start from.`,
  none: (why: string) =>
    `There can be no shell in this window here (${why}). Any other terminal does as well: the lab watches the engine and sees whatever is typed there.`,
  occupied: 'A program is running in the shell, so nothing was typed. End it first (often with Ctrl-C or q).',
  notThere: 'The shell is not open, so nothing was typed.',
  leave: 'A program runs in the shell: q ends it, other keys stay.',
};

const ptBR: typeof en = {
  name: 'Terminal',
  keysHere: 'teclas aqui · Ctrl-T: lab',
  keysInLab: 'teclas no lab · Ctrl-T: terminal',
  zoomed: 'teclas no lab · z: reduzir',
  scrolledBack: lines => `mais ↓ ${lines} · Shift-PgDn`,
  closed: 'Ctrl-T abre aqui um terminal, na pasta deste desafio.',
  starting: 'O terminal está sendo aberto…',
  ended: code => `O shell terminou (código de saída ${code}). Enter abre outro.`,
  endedInLab: code => `O shell terminou (código de saída ${code}). Ctrl-T abre outro.`,
  made: folder =>
    `Esta é a sua pasta para o desafio, criada agora: ${folder}. Nela estão os arquivos por onde começar.`,
  none: why =>
    `Aqui não é possível ter um terminal dentro desta janela (${why}). Qualquer outro terminal serve: o laboratório observa o engine e vê o que for digitado lá.`,
  occupied:
    'Há um programa em execução no terminal; por isso, nada foi digitado. Encerre-o antes (em geral, Ctrl-C ou q).',
  notThere: 'O terminal não está aberto; por isso, nada foi digitado.',
  leave: 'Há um programa no terminal: q encerra; outra tecla fica.',
};

/** What is said about the shell inside the screen. */
export const shellMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
