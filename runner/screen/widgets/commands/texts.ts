import type { Translations } from '../../../base/language.ts';

const things = {
  container: (count: number) => (count === 1 ? '1 container' : `${count} containers`),
  network: (count: number) => (count === 1 ? '1 network' : `${count} networks`),
  volume: (count: number) => (count === 1 ? '1 volume' : `${count} volumes`),
  image: (count: number) => (count === 1 ? '1 image' : `${count} images`),
};

const en = {
  quiet: 'Nothing has changed yet. Type a docker command, and it shows up here.',
  /** Over commands that were not necessarily typed as they stand. */
  like: 'Under each change, a docker command that makes it.',
  more: (above: number, below: number) =>
    [above > 0 ? `↑ ${above}` : '', below > 0 ? `↓ ${below}` : ''].filter(Boolean).concat('more').join(' '),
  run: (name: string, image: string) => `container ${name} started, from image ${image}`,
  create: (name: string, image: string) => `container ${name} created, from image ${image}`,
  start: (name: string) => `container ${name} started again`,
  restart: (name: string) => `container ${name} restarted`,
  signal: (name: string, signal: string) => `signal ${signal} sent to container ${name}`,
  stop: (name: string, code: string) => `container ${name} stopped (exit code ${code})`,
  kill: (name: string) => `container ${name} killed`,
  end: (name: string, code: string) => `container ${name} ended by itself (exit code ${code})`,
  again: (name: string, code: string, count: number) =>
    `container ${name} ends by itself (exit code ${code}), and is started again: ${count}×`,
  gone: 'and removed itself',
  why: 'its log may say why',
  remove: (name: string) => `container ${name} removed`,
  removeForce: (name: string) => `container ${name} removed while it ran`,
  pause: (name: string) => `container ${name} paused`,
  unpause: (name: string) => `container ${name} goes on`,
  rename: (before: string, name: string) => `container ${before} is called ${name} now`,
  outOfMemory: (name: string) => `container ${name} ran out of memory`,
  networkCreate: (name: string) => `network ${name} created`,
  networkRemove: (name: string) => `network ${name} removed`,
  connect: (network: string, container: string) => `${container} joined network ${network}`,
  disconnect: (network: string, container: string) => `${container} left network ${network}`,
  volumeCreate: (name: string) => `volume ${name} created`,
  volumeRemove: (name: string) => `volume ${name} removed`,
  imageTag: (name: string) => `image ${name} is ready`,
  imageRemove: (names: string) => (names === '' ? 'an image has lost its name' : `image ${names} removed`),
  prune: (kind: string, count: number) =>
    `${kind in things ? things[kind as keyof typeof things](count) : count} not in use removed`,
  met: (title: string) => `met: ${title}`,
  lost: (title: string) => `no longer met: ${title}`,
  engineLost: 'the engine stopped answering',
  engineBack: 'the engine is back',
};

const coisas: typeof things = {
  container: count => (count === 1 ? '1 contêiner' : `${count} contêineres`),
  network: count => (count === 1 ? '1 rede' : `${count} redes`),
  volume: count => (count === 1 ? '1 volume' : `${count} volumes`),
  image: count => (count === 1 ? '1 imagem' : `${count} imagens`),
};

const ptBR: typeof en = {
  quiet: 'Nada mudou ainda. Digite um comando docker, e ele aparece aqui.',
  like: 'Embaixo de cada mudança, um comando docker que a faz.',
  more: (above, below) =>
    `mais ${[above > 0 ? `↑ ${above}` : '', below > 0 ? `↓ ${below}` : ''].filter(Boolean).join(' ')}`,
  run: (name, image) => `contêiner ${name} iniciado, da imagem ${image}`,
  create: (name, image) => `contêiner ${name} criado, da imagem ${image}`,
  start: name => `contêiner ${name} iniciado de novo`,
  restart: name => `contêiner ${name} reiniciado`,
  signal: (name, signal) => `sinal ${signal} enviado ao contêiner ${name}`,
  stop: (name, code) => `contêiner ${name} parado (código de saída ${code})`,
  kill: name => `contêiner ${name} morto à força`,
  end: (name, code) => `contêiner ${name} terminou sozinho (código de saída ${code})`,
  again: (name, code, count) =>
    `contêiner ${name} termina sozinho (código de saída ${code}) e é iniciado de novo: ${count}×`,
  gone: 'e removeu a si mesmo',
  why: 'o log talvez diga por quê',
  remove: name => `contêiner ${name} removido`,
  removeForce: name => `contêiner ${name} removido enquanto rodava`,
  pause: name => `contêiner ${name} pausado`,
  unpause: name => `contêiner ${name} retomado`,
  rename: (before, name) => `contêiner ${before} agora se chama ${name}`,
  outOfMemory: name => `contêiner ${name} ficou sem memória`,
  networkCreate: name => `rede ${name} criada`,
  networkRemove: name => `rede ${name} removida`,
  connect: (network, container) => `${container} entrou na rede ${network}`,
  disconnect: (network, container) => `${container} saiu da rede ${network}`,
  volumeCreate: name => `volume ${name} criado`,
  volumeRemove: name => `volume ${name} removido`,
  imageTag: name => `imagem ${name} pronta`,
  imageRemove: names => (names === '' ? 'uma imagem perdeu o nome' : `imagem ${names} removida`),
  prune: (kind, count) =>
    `fora de uso, removido: ${kind in coisas ? coisas[kind as keyof typeof coisas](count) : count}`,
  met: title => `cumprido: ${title}`,
  lost: title => `deixou de ser cumprido: ${title}`,
  engineLost: 'o engine parou de responder',
  engineBack: 'o engine voltou',
};

/** The words of the command log. */
export const commandLogMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
export type CommandLogMessages = typeof en;
