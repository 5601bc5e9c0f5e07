import type { Translations } from './language.ts';

const en = {
  cannotUse: (file: string) => `${file} cannot be used.`,
  notReadable: (reason: string) => `It cannot be read: ${reason}`,
  notJson: (reason: string) => `It is not JSON: ${reason}`,
  notAnObject: 'It has to be an object: { "challenge": "…", "paths": { … } }.',
  unknownKey: (key: string, known: readonly string[]) =>
    `It has "${key}", but only ${known.slice(0, -1).join(', ')} and ${known.at(-1)} can be there.`,
  challengeNotText: 'Its "challenge" has to be a challenge’s id, in quotes.',
  pathsNotAnObject: 'Its "paths" have to be an object, such as { "users": "/u" }.',
  bindsNotAnObject: 'Its "binds" have to be an object, such as { "server": "my-server" }.',
  runNotText: 'Its "run" has to be a text: the name of a script, or a command.',
  unknownRole: (key: string, role: string, known: readonly string[]) =>
    `Its "${key}" speak of "${role}", but this challenge has ${known.join(', ')}.`,
  notAName: (role: string) => `The name of "${role}" in "binds" has to be that of a container or a volume.`,
  notAPath: (role: string) => `The path of "${role}" has to be a text that begins with a slash, such as "/u".`,
  repair: (file: string, example: string) => `Repair or remove ${file}. An example: ${example}`,
};

const ptBR: typeof en = {
  cannotUse: file => `${file} não pode ser usado.`,
  notReadable: reason => `Não dá para ler o arquivo: ${reason}`,
  notJson: reason => `Não é JSON: ${reason}`,
  notAnObject: 'Precisa ser um objeto: { "challenge": "…", "paths": { … } }.',
  unknownKey: (key, known) =>
    `Ele tem "${key}", mas só ${known.slice(0, -1).join(', ')} e ${known.at(-1)} podem estar ali.`,
  challengeNotText: 'O seu "challenge" precisa ser o id de um desafio, entre aspas.',
  pathsNotAnObject: 'Os seus "paths" precisam ser um objeto, como { "users": "/u" }.',
  bindsNotAnObject: 'Os seus "binds" precisam ser um objeto, como { "server": "meu-servidor" }.',
  runNotText: 'O seu "run" precisa ser um texto: o nome de um script ou um comando.',
  unknownRole: (key, role, known) => `Os seus "${key}" falam de "${role}", mas este desafio tem ${known.join(', ')}.`,
  notAName: role => `O nome de "${role}" em "binds" precisa ser o de um contêiner ou volume.`,
  notAPath: role => `O caminho de "${role}" precisa ser um texto que comece com uma barra, como "/u".`,
  repair: (file, example) => `Corrija ou remova ${file}. Um exemplo: ${example}`,
};

/** What is said of a workspace's `lab.json`. */
export const workspaceMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
export type WorkspaceMessages = typeof en;
