import type { Translations } from '../../../base/language.ts';

const en = {
  noContainer: 'No container yet',
  noContainerText:
    'A log is what the program in a container writes. As soon as there is a container, its log is shown here.',
  ofContainers: (at: number, of: number) => `container ${at} of ${of}`,
  status: {
    opening: 'opening the log…',
    running: 'running',
    ended: 'has ended',
    removed: 'was removed',
    'engine-lost': 'the engine does not answer',
    unreadable: 'cannot be read',
  },
  following: 'following: new lines appear below',
  paused: 'not following · End: follow again',
  held: (lines: number) => `${lines} more · End: follow again`,
  errorSign: 'standard error',
  matches: (at: number, of: number) =>
    of === 0 ? 'not found' : at === 0 ? `on ${of} ${of === 1 ? 'line' : 'lines'}` : `${at} of ${of}`,
  openingText: 'Reading the log…',
  emptyText: 'Nothing has been written yet. What the program writes appears here at once.',
  unreadableText:
    'The engine cannot read this log: the container was started with a log driver that keeps nothing (docker run --log-driver none), or sends the lines elsewhere. Without that option, its log is kept.',
  note: {
    ended: (code: number) => `the container has ended, exit code ${code}`,
    restarted: 'the container was started again',
    recreated: 'a new container has this name: its log follows',
    removed: 'the container was removed',
    'engine-lost': 'the engine does not answer; the lab keeps trying',
    'engine-back': 'the engine is back: the log goes on',
  },
};

const ptBR: typeof en = {
  noContainer: 'Nenhum contêiner ainda',
  noContainerText:
    'Um log é o que o programa de um contêiner escreve. Assim que houver um contêiner, o log dele aparece aqui.',
  ofContainers: (at, of) => `contêiner ${at} de ${of}`,
  status: {
    opening: 'abrindo o log…',
    running: 'em execução',
    ended: 'terminou',
    removed: 'foi removido',
    'engine-lost': 'o engine não responde',
    unreadable: 'não pode ser lido',
  },
  following: 'acompanhando: linhas novas aparecem abaixo',
  paused: 'parado · End: voltar a acompanhar',
  held: lines => `mais ${lines} · End: voltar a acompanhar`,
  errorSign: 'saída de erro',
  matches: (at, of) =>
    of === 0 ? 'nada encontrado' : at === 0 ? `em ${of} ${of === 1 ? 'linha' : 'linhas'}` : `${at} de ${of}`,
  openingText: 'Lendo o log…',
  emptyText: 'Nada foi escrito ainda. O que o programa escrever aparece aqui na hora.',
  unreadableText:
    'O engine não consegue ler este log: o contêiner foi iniciado com um driver de log que não guarda nada (docker run --log-driver none) ou que envia as linhas para outro lugar. Sem essa opção, o log é guardado.',
  note: {
    ended: code => `o contêiner terminou, código de saída ${code}`,
    restarted: 'o contêiner foi iniciado de novo',
    recreated: 'um novo contêiner tem este nome: segue o log dele',
    removed: 'o contêiner foi removido',
    'engine-lost': 'o engine não responde; o laboratório continua tentando',
    'engine-back': 'o engine voltou: o log continua',
  },
};

/** The words of the page with a container's log. */
export const logsMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
