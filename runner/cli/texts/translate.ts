import type { Translations } from '../../base/language.ts';

const en = {
  translate: 'say what Compose does: write a Compose file as plain docker commands, with what each is for',
  source:
    'Compose files, later ones over earlier ones, or a folder with one; - is standard input; by default what is here',
  profile: 'a profile to activate; can be given several times',
  projectName: 'what the project is called; by default as Compose calls it',
  cannotTranslate: (file: string) => `“${file}” cannot be translated.`,
  noFile: (folder: string) => `There is no Compose file in “${folder}”.`,
  noFileNext: 'Name it: lab translate FILE',
  missing: (file: string) => `“${file}” cannot be read.`,
  more: (count: number) => `… and ${count} more.`,
  heading: (file: string, project: string) => `What Compose makes of ${file} (project ${project})`,
};

const ptBR: typeof en = {
  translate:
    'diz o que o Compose faz: escreve um arquivo do Compose como comandos docker simples, com o motivo de cada um',
  source:
    'arquivos do Compose, os últimos sobre os primeiros, ou uma pasta com um; - é a entrada padrão; por padrão, o que há aqui',
  profile: 'um perfil a ativar; pode ser usada várias vezes',
  projectName: 'o nome do projeto; por padrão, o que o Compose dá',
  cannotTranslate: file => `Não dá para traduzir “${file}”.`,
  noFile: folder => `Não há arquivo do Compose em “${folder}”.`,
  noFileNext: 'Indique qual: lab translate ARQUIVO',
  missing: file => `Não dá para ler “${file}”.`,
  more: count => `… e mais ${count}.`,
  heading: (file, project) => `O que o Compose faz de ${file} (projeto ${project})`,
};

/** What `lab translate` says. */
export const translateMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
