import type { Translations } from './language.ts';

const code = (text: string) => `\`${text}\``;

const en = {
  engineGone: (address: string) => `The Docker engine stopped answering while the lab was looking (${address}).`,
  engineGoneNext: 'Run `lab doctor` to see what is wrong with it, then verify again.',
  noProbe: 'The lab images are not on this engine yet, and without them nothing can be looked at.',
  noProbeNext: 'lab images build',
  because: {
    bind: 'you said so with --bind',
    'suggested-name': 'it has the name that the brief suggests',
    word: (word: string) => `its name says “${word}”`,
    'made-by-lab': 'lab up made it',
    calls: (other: string) => `it was seen calling ${code(other)}`,
    calledBy: (other: string) => `${code(other)} was seen calling it`,
    mentions: (other: string) => `it was told of ${code(other)} when it started`,
    mentionedBy: (other: string) => `${code(other)} was told of it when it started`,
    names: (other: string) => `its program names ${code(other)}`,
    namedIn: (other: string) => `the program of ${code(other)} names it`,
    software: (word: string) => `it runs ${word}`,
    speaks: (protocol: string) => `it speaks ${protocol}`,
    usualPort: (port: number) => `it listens on port ${port}`,
    network: (network: string) => `they share ${code(network)}`,
    mounts: (volume: string, holds: boolean) =>
      holds ? `it mounts ${code(volume)}, which holds a SQLite file` : `it mounts the volume ${code(volume)}`,
    mountedBy: (other: string) => `${code(other)} mounts it`,
    holdsDatabase: 'it holds a SQLite file',
    ran: 'a container of this image, which is gone, mounted the volume',
    none: (role: string) => `nothing on this engine looks like ${role}; if it is there, say so with --bind`,
    leftOut: (name: string, challenge: number) => `${code(name)} was left out, as it is part of challenge ${challenge}`,
    noneBut: (role: string, leftOut: string) =>
      `nothing else on this engine looks like ${role}: ${leftOut}; if it is there, say so with --bind`,
    notThere: 'no container has the name given with --bind',
    ambiguous: (names: readonly string[]) => `it could be ${names.map(code).join(' or ')}; say which with --bind`,
  },
};

const ptBR: typeof en = {
  engineGone: address => `O engine do Docker parou de responder enquanto o lab observava (${address}).`,
  engineGoneNext: 'Rode `lab doctor` para ver o que há com ele e verifique de novo.',
  noProbe: 'As imagens do lab ainda não estão neste engine, e sem elas não dá para observar nada.',
  noProbeNext: 'lab images build',
  because: {
    bind: 'você indicou com --bind',
    'suggested-name': 'tem o nome que o enunciado sugere',
    word: word => `o nome diz “${word}”`,
    'made-by-lab': 'foi criado por lab up',
    calls: other => `foi visto chamando ${code(other)}`,
    calledBy: other => `${code(other)} foi visto chamando-o`,
    mentions: other => `recebeu o nome ou o endereço de ${code(other)} ao iniciar`,
    mentionedBy: other => `${code(other)} recebeu o nome ou o endereço dele ao iniciar`,
    names: other => `o programa dele cita ${code(other)}`,
    namedIn: other => `o programa de ${code(other)} o cita`,
    software: word => `roda ${word}`,
    speaks: protocol => `fala ${protocol}`,
    usualPort: port => `escuta na porta ${port}`,
    network: network => `compartilham a rede ${code(network)}`,
    mounts: (volume, holds) =>
      holds ? `monta ${code(volume)}, que guarda um arquivo SQLite` : `monta o volume ${code(volume)}`,
    mountedBy: other => `${code(other)} o monta`,
    holdsDatabase: 'guarda um arquivo SQLite',
    ran: 'um contêiner desta imagem, que já não existe, montou o volume',
    none: role => `nada neste engine parece ser ${role}; se existe, indique com --bind`,
    leftOut: (name, challenge) => `${code(name)} ficou de fora, pois faz parte do desafio ${challenge}`,
    noneBut: (role, leftOut) => `nada mais neste engine parece ser ${role}: ${leftOut}; se existe, indique com --bind`,
    notThere: 'nenhum contêiner tem o nome indicado com --bind',
    ambiguous: names => `pode ser ${names.map(code).join(' ou ')}; indique qual com --bind`,
  },
};

/** What is said around the verdicts: how roles were found, and what stops a run. */
export const verifyMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
export type VerifyMessages = typeof en;
