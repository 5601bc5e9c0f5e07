import type { Translations } from '../../base/language.ts';
import type { KnownSocket } from '../known-sockets.ts';
import type { System } from '../system.ts';

type Verb = 'start' | 'restart';

/** The command that starts a socket's engine; `undefined` if a person opens it on a screen (Docker Desktop). */
function serviceCommand({ id, path }: KnownSocket, verb: Verb, system: System): string | undefined {
  const asRoot = system.root ? '' : 'sudo ';
  const ofUser = path.startsWith('/run/podman/') ? `${asRoot}systemctl` : 'systemctl --user';
  switch (id) {
    case 'desktop':
      return undefined;
    case 'colima':
      return `colima ${verb}`;
    case 'rootless':
      return `systemctl --user ${verb} docker`;
    case 'podman':
      return `${ofUser} ${verb} podman.socket`;
    case 'own':
      return verb === 'restart' ? 'lab engine stop && lab engine start' : 'lab engine start';
    case 'system':
      if (system.kind === 'macos') return undefined;
      return system.systemd ? `${asRoot}systemctl ${verb} docker` : `${asRoot}service docker ${verb}`;
  }
}

/** How to look at it: not through `docker`, which would hang, too. */
function lookCommand({ id }: KnownSocket, system: System): string | undefined {
  if (id === 'own') return 'lab engine status';
  if (id !== 'system' || system.kind === 'macos') return undefined;
  return system.systemd ? 'systemctl status docker' : 'ps -C dockerd -o pid,stat,etime,args';
}

const en = {
  dead: (socket: string) => `An engine's socket is there (${socket}), but nobody listens on it: that engine has ended.`,
  deadWhy:
    'What you started before is with that engine. The lab starts no other one in its place, unless it is asked to by name.',
  hung: (socket: string, seconds: number) =>
    `An engine is there, at ${socket}, but it did not answer within ${seconds} s.`,
  hungWhy:
    'It may still be starting, have much to do, or hang. What you started is with that engine, so the lab starts no other one beside it.',
  broken: (socket: string) => `An engine is there, at ${socket}, but it gave no proper answer.`,
  waitingForOwn: (socket: string) => `The lab's own engine runs, and is waited for (${socket})…`,
  /** Of an engine that the person chose. */
  why: {
    dead: 'Nobody listens there: that engine has ended, or was never started.',
    absent: 'There is no such socket.',
    hung: (seconds: number) => `Something is there, but it did not answer within ${seconds} s.`,
  },
  fixChosenHung: 'See whether that engine is still starting or hangs; start it anew if it does',
  fixDead: (socket: KnownSocket, system: System): string[] => {
    const command = serviceCommand(socket, 'start', system);
    return [
      command === undefined ? 'Start it again: open Docker Desktop' : `Start it again: ${command}`,
      ...(system.wsl ? ['or, with Docker Desktop on Windows: open it'] : []),
      ...(system.kind === 'debian' && system.root ? ["or get one of the lab's own: lab engine start"] : []),
    ];
  },
  fixHung: (socket: KnownSocket, system: System): string[] => {
    const command = serviceCommand(socket, 'restart', system);
    const look = lookCommand(socket, system);
    return [
      ...(look === undefined ? [] : [`See how it is: ${look}`]),
      'If it is starting: wait a moment, and do the same again',
      command === undefined ? 'If it hangs: quit Docker Desktop and open it again' : `If it hangs: ${command}`,
    ];
  },
};

const ptBR: typeof en = {
  dead: socket => `O socket de um engine está lá (${socket}), mas ninguém escuta nele: esse engine terminou.`,
  deadWhy:
    'O que você iniciou antes está com esse engine. O lab não inicia outro no lugar dele, a não ser que isso seja pedido pelo nome.',
  hung: (socket, seconds) => `Há um engine em ${socket}, mas ele não respondeu dentro de ${seconds} s.`,
  hungWhy:
    'Talvez ele ainda esteja iniciando, esteja muito ocupado ou travado. O que você iniciou está com esse engine, então o lab não inicia outro ao lado dele.',
  broken: socket => `Há um engine em ${socket}, mas ele não deu uma resposta válida.`,
  waitingForOwn: socket => `O engine do próprio lab está em execução; esperando que responda (${socket})…`,
  why: {
    dead: 'Ninguém escuta lá: esse engine terminou, ou nunca foi iniciado.',
    absent: 'Esse socket não existe.',
    hung: seconds => `Há algo lá, mas não respondeu dentro de ${seconds} s.`,
  },
  fixChosenHung: 'Veja se esse engine ainda está iniciando ou se travou; se travou, reinicie-o',
  fixDead: (socket, system) => {
    const command = serviceCommand(socket, 'start', system);
    return [
      command === undefined ? 'Inicie-o de novo: abra o Docker Desktop' : `Inicie-o de novo: ${command}`,
      ...(system.wsl ? ['ou, com o Docker Desktop no Windows: abra-o'] : []),
      ...(system.kind === 'debian' && system.root ? ['ou use um engine do próprio lab: lab engine start'] : []),
    ];
  },
  fixHung: (socket, system) => {
    const command = serviceCommand(socket, 'restart', system);
    const look = lookCommand(socket, system);
    return [
      ...(look === undefined ? [] : [`Veja como ele está: ${look}`]),
      'Se estiver iniciando: espere um momento e faça o mesmo de novo',
      command === undefined ? 'Se travou: feche o Docker Desktop e abra-o de novo' : `Se travou: ${command}`,
    ];
  },
};

/** What is said of an engine that is there and cannot be used. */
export const unusableEngineMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
