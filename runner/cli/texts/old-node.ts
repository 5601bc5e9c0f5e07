import type { Translations } from '../../base/language.ts';

const en = {
  tooOld: (version: string) =>
    `lab needs Node 22.18 or newer, and this is Node ${version}. The project brings its own, but it is not installed yet.\nIn the folder of the project: npm ci`,
};

const ptBR: typeof en = {
  tooOld: version =>
    `O lab precisa do Node 22.18 ou mais novo, e este é o Node ${version}. O projeto traz o seu próprio, mas ele ainda não está instalado.\nNa pasta do projeto: npm ci`,
};

/** For a Node that is too old to load anything else. */
export const nodeMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
