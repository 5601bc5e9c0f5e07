import type { Translations } from '../../base/language.ts';

const en = {
  /** Said once, at the start. */
  mode: 'Screen-reader mode: each statement is one line, and only what changes is said.',
  shellLeftOut:
    'The shell inside the lab is left out in screen-reader mode, because a shell is read better in a window of its own. Work in another terminal: the lab sees what you do there.',
  keys: (keys: string) => `Keys: ${keys}.`,
  keyNames: {
    '↑↓': 'Up, Down',
    '←→': 'Left, Right',
    '?': 'question mark',
    '/': 'slash',
    '=': 'equals',
    '1–9': '1 to 9',
    PgDn: 'Page Down',
    PgUp: 'Page Up',
    Esc: 'Escape',
  } as Readonly<Record<string, string>>,
  sign: { selected: 'selected', command: 'command' },
  challengeOf: (number: number, of: number, title: string) => `Challenge ${number} of ${of}: ${title}`,
  selected: (what: string) => `Selected: ${what}`,
  state: { new: 'not begun', begun: 'begun', done: 'done' },
  score: (earned: number, possible: number, bonus: number) =>
    `${earned} of ${possible} points${bonus > 0 ? ` and ${bonus} bonus` : ''}`,
  objectiveOf: (number: number, of: number, title: string) => `Objective ${number} of ${of}: ${title}`,
  points: (points: number, bonus: boolean) => `${points} ${bonus ? 'bonus ' : ''}${points === 1 ? 'point' : 'points'}`,
  complete: 'Challenge complete.',
  map: {
    empty: 'Nothing of this challenge is on the engine yet.',
    plays: (name: string, titles: string) => `${name} plays ${titles}`,
    onNetwork: (network: string, address: string) =>
      address === '' ? `is on network ${network}` : `is on network ${network} at ${address}`,
    alsoOn: (networks: string) => `also on ${networks}`,
    publishes: (ports: string) => `publishes ${ports}`,
    missing: (title: string) => `Nobody plays ${title} yet.`,
    gone: (title: string, image: string) => `${title} was played by a container of image ${image} that is gone.`,
    missingNetwork: 'The network of your own is still missing.',
    emptyNetwork: (network: string) => `Nobody is on network ${network}.`,
    missingVolume: 'The named volume is still missing.',
    volume: (name: string, mounts: string) =>
      mounts === '' ? `Nobody mounts volume ${name}.` : `Volume ${name} is mounted by ${mounts}.`,
    mount: (container: string, target: string, writable: boolean) =>
      `${container} at ${target}${writable ? '' : ', read-only'}`,
    others: (containers: number) =>
      `${containers} ${containers === 1 ? 'other container plays' : 'other containers play'} no part.`,
    port: (port: string) => `port ${port}`,
    toPort: (host: string, container: string) => `port ${container} as ${host}`,
  },
  howTo: (command: string) => `The command for it: ${command}`,
  logOf: (name: string, status: string) => `Log of ${name}, ${status}`,
  error: 'error:',
  following: 'Following: new lines are said as they come; of many at once, the last ones.',
  notFollowing: 'Not following. G follows again.',
  typeSearch: 'Type what to find, then Enter. Escape gives up.',
  found: (count: string, text: string) => `Found, ${count}: ${text}`,
  foundNone: (text: string) => `"${text}" is not found.`,
  editing: (command: string) => `Editing. Type at the end, Ctrl-U erases, Enter is done. The command is: ${command}`,
};

const ptBR: typeof en = {
  mode: 'Modo para leitores de tela: cada frase é uma linha, e só o que muda é dito.',
  shellLeftOut:
    'O terminal dentro do laboratório fica de fora no modo para leitores de tela, porque um terminal é lido melhor em uma janela própria. Trabalhe em outro terminal: o laboratório vê o que você faz lá.',
  keys: keys => `Teclas: ${keys}.`,
  keyNames: {
    '↑↓': 'cima, baixo',
    '←→': 'esquerda, direita',
    '?': 'interrogação',
    '/': 'barra',
    '=': 'igual',
    '1–9': '1 a 9',
    PgDn: 'Page Down',
    PgUp: 'Page Up',
    Esc: 'Escape',
  },
  sign: { selected: 'selecionado', command: 'comando' },
  challengeOf: (number, of, title) => `Desafio ${number} de ${of}: ${title}`,
  selected: what => `Selecionado: ${what}`,
  state: { new: 'não começado', begun: 'começado', done: 'concluído' },
  score: (earned, possible, bonus) => `${earned} de ${possible} pontos${bonus > 0 ? ` e ${bonus} de bônus` : ''}`,
  objectiveOf: (number, of, title) => `Objetivo ${number} de ${of}: ${title}`,
  points: (points, bonus) => `${points} ${points === 1 ? 'ponto' : 'pontos'}${bonus ? ' de bônus' : ''}`,
  complete: 'Desafio concluído.',
  map: {
    empty: 'Nada deste desafio está no engine ainda.',
    plays: (name, titles) => `${name} faz este papel: ${titles}`,
    onNetwork: (network, address) =>
      address === '' ? `está na rede ${network}` : `está na rede ${network} em ${address}`,
    alsoOn: networks => `também em ${networks}`,
    publishes: ports => `publica ${ports}`,
    missing: title => `Ninguém faz ainda este papel: ${title}.`,
    gone: (title, image) => `Um contêiner da imagem ${image}, que já não existe, fez este papel: ${title}.`,
    missingNetwork: 'A sua própria rede ainda falta.',
    emptyNetwork: network => `Ninguém está na rede ${network}.`,
    missingVolume: 'O volume com nome ainda falta.',
    volume: (name, mounts) =>
      mounts === '' ? `Ninguém monta o volume ${name}.` : `O volume ${name} é montado por ${mounts}.`,
    mount: (container, target, writable) => `${container} em ${target}${writable ? '' : ', só leitura'}`,
    others: containers =>
      containers === 1 ? '1 outro contêiner não tem papel.' : `${containers} outros contêineres não têm papel.`,
    port: port => `a porta ${port}`,
    toPort: (host, container) => `a porta ${container} como ${host}`,
  },
  howTo: command => `O comando para isso: ${command}`,
  logOf: (name, status) => `Log de ${name}, ${status}`,
  error: 'erro:',
  following: 'Acompanhando: linhas novas são ditas quando chegam; de muitas de uma vez, as últimas.',
  notFollowing: 'Parado. G volta a acompanhar.',
  typeSearch: 'Digite o que buscar e aperte Enter. Escape desiste.',
  found: (count, text) => `Encontrado, ${count}: ${text}`,
  foundNone: text => `"${text}" não foi encontrado.`,
  editing: command => `Editando. Digite no fim, Ctrl-U apaga, Enter termina. O comando é: ${command}`,
};

/** The words of the screen-reader mode, where they are not those of the screen. */
export const linearMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
export type LinearMessages = typeof en;
