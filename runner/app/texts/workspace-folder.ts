import type { Translations } from '../../base/language.ts';

const en = {
  inTheWay: (folder: string, why: string) =>
    `“${folder}” cannot be used as the folder of this challenge (${why}), so the shell is in the current folder. Nothing was changed.`,
  notAFolder: 'it is not a folder',
};

const ptBR: typeof en = {
  inTheWay: (folder, why) =>
    `“${folder}” não pode ser usada como a pasta deste desafio (${why}); por isso, o terminal está na pasta atual. Nada foi alterado.`,
  notAFolder: 'não é uma pasta',
};

/** What is said where the folder of a challenge cannot be used. */
export const workspaceFolderMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
