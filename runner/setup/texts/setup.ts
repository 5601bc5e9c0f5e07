import type { Translations } from '../../base/language.ts';
import type { AddressFault } from '../engine-address.ts';
import type { KnownSocket } from '../known-sockets.ts';
import type { System } from '../system.ts';
import { doctorMessages } from './doctor.ts';
import { unusableEngineMessages } from './unusable-engine.ts';

const addressExamples = 'unix:///var/run/docker.sock, tcp://127.0.0.1:2375, ssh://user@host';

/** What a person types on each system to get an engine; the words around the commands come with the language. */
const install = {
  debian: 'apt-get update && apt-get install -y docker.io',
  fedora: 'sudo dnf install -y moby-engine docker-cli && sudo systemctl enable --now docker',
  arch: 'sudo pacman -S --noconfirm docker && sudo systemctl enable --now docker',
  alpine: 'apk add docker && rc-update add docker default && service docker start',
  suse: 'sudo zypper install -y docker && sudo systemctl enable --now docker',
} as const;

const joinGroup = (user: string) => `sudo usermod -aG docker ${user}`;

const en = {
  socket: {
    system: 'the system socket',
    own: "the lab's own engine",
    desktop: 'Docker Desktop',
    colima: 'Colima',
    rootless: 'rootless Docker',
    podman: 'Podman',
  } satisfies Record<KnownSocket['id'], string>,
  context: (name: string) => `context ${name}`,
  contextChosenBy: (name: string, by: string) => `The context \`${name}\` (chosen by ${by})`,

  badAddress: (culprit: string, address: string) => `${culprit} says \`${address}\`, and that is no engine's address.`,
  addressFault: {
    'not-an-address': `An address looks like ${addressExamples}.`,
    'unsupported-scheme': `The lab speaks unix, tcp, http, https and ssh: ${addressExamples}.`,
    'no-host': `The host is missing. An address looks like ${addressExamples}.`,
    'relative-path': 'The path of a unix socket starts with a slash: unix:///var/run/docker.sock.',
  } satisfies Record<AddressFault, string>,
  noAnswerFrom: (culprit: string, address: string) =>
    `${culprit} points to ${address}, and no engine answers there. The lab uses no other engine than the one you chose.`,
  fixHost: ['Start that engine', 'or forget the choice: unset DOCKER_HOST'] as [string, string],
  fixContext: (by: string): [string, string] => [
    'Start that engine',
    by === 'DOCKER_CONTEXT' ? 'or forget the choice: unset DOCKER_CONTEXT' : 'or go back: docker context use default',
  ],
  unknownContext: (name: string) => `There is no Docker context called \`${name}\`.`,
  fixUnknown: [
    'See which there are: docker context ls',
    'Choose one: docker context use default (or unset DOCKER_CONTEXT)',
  ],
  badConfig: (file: string) => `Docker's own configuration cannot be read: ${file}`,
  fixConfig: (file: string) => ['Correct that file', `or put it aside: mv '${file}' '${file}.old'`],
  forbidden: (path: string) => `An engine's socket is there (${path}), but this user may not use it.`,
  forbiddenWhy: 'Only root and the members of the group `docker` may.',
  fixForbidden: (user: string) => [joinGroup(user), 'Log out and in again (or, for this terminal only: newgrp docker)'],

  noEngine: 'No Docker engine answers on this machine.',
  mayProvide:
    "No Docker engine answers on this machine. The lab can provide one: it installs the system's `docker.io` package (if it is missing) and starts `dockerd` with a socket and a data folder of its own; `lab engine stop` ends it. Shall it? [y/N]",
  willProvide:
    "No Docker engine answers on this machine, so the lab provides one: it installs the system's `docker.io` package (if it is missing) and starts `dockerd` with a socket and a data folder of its own. `lab engine stop` ends it; LAB_SETUP=no forbids this.",
  setupForbidden: 'LAB_SETUP=no forbids the lab to provide one.',
  setupDeclined: 'You preferred that the lab does not provide one.',
  whyNotProvided: (system: System) =>
    system.kind === 'debian'
      ? 'The lab can provide one here, but only as root.'
      : `The lab can provide one on Debian and Ubuntu; this is ${system.name}.`,
  steps: (system: System): string[] => {
    const again = 'Then start the lab again';
    const lookAtIt = 'See that it answers: docker version';
    if (system.wsl && !system.root)
      return [
        'With Docker Desktop on Windows: Settings → Resources → WSL integration → switch this distribution on',
        ...(system.kind === 'debian' ? [`or here: sudo sh -c '${install.debian}' && ${joinGroup(system.user)}`] : []),
        again,
      ];
    switch (system.kind) {
      case 'debian':
        return system.root
          ? [install.debian, 'lab engine start', again]
          : [`sudo sh -c '${install.debian}'`, joinGroup(system.user), 'Log out and in again', again];
      case 'fedora':
      case 'arch':
      case 'suse':
        return [install[system.kind], joinGroup(system.user), 'Log out and in again', again];
      case 'alpine':
        return [install.alpine, again];
      case 'macos':
        return [
          'With Colima: brew install colima docker && colima start',
          'or with Docker Desktop: install it from docker.com and open it once',
          again,
        ];
      case 'windows':
        return [
          'Install WSL: wsl --install -d Debian',
          'Inside it, as root, get the lab and start it: it does the rest',
        ];
      default:
        return ["Install Docker with your system's package manager and start its service", lookAtIt, again];
    }
  },

  needsRoot: "Only root can start and stop the lab's own engine.",
  fixNeedsRoot: ['Run the same command as root (sudo)'],
  waitingForOther: 'Another `lab` is setting up the engine; waiting for it…',
  otherTooSlow: (minutes: number) => `Another \`lab\` has been setting up the engine for more than ${minutes} minutes.`,
  fixOther: (lock: string) => [`See which: fuser -v '${lock}'`, 'End it (Ctrl-C in its terminal) and try again'],
  updatingLists: 'Fetching the lists of packages (apt-get update)…',
  installing: (packages: string) => `Installing the engine (apt-get install ${packages})…`,
  apt: { fetched: 'fetched', unpacking: 'unpacking', settingUp: 'setting up' },
  installed: 'The engine is installed.',
  stillNoDockerd: 'The package is installed, and yet the program `dockerd` is not there.',
  aptLocked: (minutes: number) => `Another program is installing packages; waiting for it, up to ${minutes} minutes…`,
  aptFailed: (command: string) => `The engine could not be installed: \`${command}\` failed.`,
  fixApt: ['See what is wrong: apt-get update && apt-get install docker.io', 'Then: lab engine start'],
  systemEngineStarted: "The system started the package's own engine: the lab uses that one.",
  startingEngine: (data: string) => `Starting the engine (data in ${data})…`,
  engineStarted: (socket: string) => `The engine is ready at ${socket}.`,
  engineRunning: (socket: string) => `The engine was running already, at ${socket}.`,
  engineSilent: (socket: string, seconds: number) =>
    `The engine was started but did not answer at ${socket} within ${seconds} s.`,
  engineEnded: 'The engine was started and ended at once.',
  fixEngine: (log: string) => [`Read its log: less '${log}'`, 'Try again: lab engine start'],
  noFolder: (folder: string) => `The engine needs the folder ${folder}, and it could not be made.`,
  fixNoFolder: (folder: string) => [`See what is in its place: ls -ld '${folder}'`, 'Try again: lab engine start'],
  pathTooLong: (folder: string, bytes: number) =>
    `LAB_ENGINE_DIR (${folder}) is ${bytes} bytes too long: the path of a socket in it has room for 107 bytes.`,
  fixPathTooLong: ['Choose a shorter one: LAB_ENGINE_DIR=/tmp/engine'],
  linked: (usual: string) => `${usual} now leads there: plain \`docker ps\` works in any terminal.`,
  notLinked: (usual: string, socket: string) =>
    `${usual} belongs to something else and stays. In other terminals, first type: export DOCKER_HOST=unix://${socket}`,
  unlinked: (usual: string) => `Took the link ${usual} away again.`,
  stoppingEngine: 'Stopping the engine and its containers…',
  engineSurvives: (pid: number) => `The engine (process ${pid}) does not end.`,
  fixSurvives: (pid: number) => [`See what it waits for: ps -o pid,stat,wchan:30,args -p ${pid}`],

  stopped: "The lab's own engine has stopped. Its images and volumes are kept.",
  notRunning: "The lab's own engine is not running: nothing to stop.",
  answersAlready: (source: string, address: string) => `An engine answers already: ${source} (${address}).`,
  status: {
    used: 'The lab uses',
    usedNone: 'no engine answers',
    own: "The lab's own engine",
    running: 'running',
    silent: 'running, but it does not answer',
    notRunning: 'not running',
    pid: 'Process',
    socket: 'Socket',
    data: 'Data folder',
    log: 'Log',
  },

  unusable: unusableEngineMessages.en,
  doctor: doctorMessages.en,
};

const ptBR: typeof en = {
  socket: {
    system: 'o socket do sistema',
    own: 'o engine do próprio lab',
    desktop: 'Docker Desktop',
    colima: 'Colima',
    rootless: 'Docker sem root',
    podman: 'Podman',
  },
  context: name => `contexto ${name}`,
  contextChosenBy: (name, by) => `O contexto \`${name}\` (escolhido por ${by})`,

  badAddress: (culprit, address) => `${culprit} diz \`${address}\`, e isso não é o endereço de um engine.`,
  addressFault: {
    'not-an-address': `Um endereço é assim: ${addressExamples}.`,
    'unsupported-scheme': `O lab fala unix, tcp, http, https e ssh: ${addressExamples}.`,
    'no-host': `Falta o host. Um endereço é assim: ${addressExamples}.`,
    'relative-path': 'O caminho de um socket unix começa com uma barra: unix:///var/run/docker.sock.',
  },
  noAnswerFrom: (culprit, address) =>
    `${culprit} aponta para ${address}, e nenhum engine responde lá. O lab não usa outro engine além do que você escolheu.`,
  fixHost: ['Inicie esse engine', 'ou desfaça a escolha: unset DOCKER_HOST'],
  fixContext: by => [
    'Inicie esse engine',
    by === 'DOCKER_CONTEXT'
      ? 'ou desfaça a escolha: unset DOCKER_CONTEXT'
      : 'ou volte atrás: docker context use default',
  ],
  unknownContext: name => `Não existe um contexto do Docker chamado \`${name}\`.`,
  fixUnknown: [
    'Veja quais existem: docker context ls',
    'Escolha um: docker context use default (ou unset DOCKER_CONTEXT)',
  ],
  badConfig: file => `Não foi possível ler a configuração do próprio Docker: ${file}`,
  fixConfig: file => ['Corrija esse arquivo', `ou deixe-o de lado: mv '${file}' '${file}.old'`],
  forbidden: path => `O socket de um engine está lá (${path}), mas este usuário não tem permissão para usá-lo.`,
  forbiddenWhy: 'Só o root e os membros do grupo `docker` têm.',
  fixForbidden: user => [joinGroup(user), 'Saia da sessão e entre de novo (ou, só para este terminal: newgrp docker)'],

  noEngine: 'Nenhum engine do Docker responde nesta máquina.',
  mayProvide:
    'Nenhum engine do Docker responde nesta máquina. O lab pode fornecer um: ele instala o pacote `docker.io` do sistema (se faltar) e inicia o `dockerd` com um socket e uma pasta de dados próprios; `lab engine stop` o encerra. Pode ser? [s/N]',
  willProvide:
    'Nenhum engine do Docker responde nesta máquina, então o lab fornece um: ele instala o pacote `docker.io` do sistema (se faltar) e inicia o `dockerd` com um socket e uma pasta de dados próprios. `lab engine stop` o encerra; LAB_SETUP=no proíbe isto.',
  setupForbidden: 'LAB_SETUP=no proíbe o lab de fornecer um.',
  setupDeclined: 'Você preferiu que o lab não fornecesse um.',
  whyNotProvided: system =>
    system.kind === 'debian'
      ? 'O lab pode fornecer um aqui, mas só como root.'
      : `O lab pode fornecer um no Debian e no Ubuntu; aqui é ${system.name}.`,
  steps: system => {
    const again = 'Depois, inicie o lab de novo';
    const lookAtIt = 'Veja se ele responde: docker version';
    if (system.wsl && !system.root)
      return [
        'Com o Docker Desktop no Windows: Settings → Resources → WSL integration → ative esta distribuição',
        ...(system.kind === 'debian' ? [`ou aqui: sudo sh -c '${install.debian}' && ${joinGroup(system.user)}`] : []),
        again,
      ];
    switch (system.kind) {
      case 'debian':
        return system.root
          ? [install.debian, 'lab engine start', again]
          : [`sudo sh -c '${install.debian}'`, joinGroup(system.user), 'Saia da sessão e entre de novo', again];
      case 'fedora':
      case 'arch':
      case 'suse':
        return [install[system.kind], joinGroup(system.user), 'Saia da sessão e entre de novo', again];
      case 'alpine':
        return [install.alpine, again];
      case 'macos':
        return [
          'Com o Colima: brew install colima docker && colima start',
          'ou com o Docker Desktop: instale-o a partir de docker.com e abra-o uma vez',
          again,
        ];
      case 'windows':
        return [
          'Instale o WSL: wsl --install -d Debian',
          'Dentro dele, como root, baixe o lab e inicie-o: ele faz o resto',
        ];
      default:
        return ['Instale o Docker com o gerenciador de pacotes do seu sistema e inicie o serviço', lookAtIt, again];
    }
  },

  needsRoot: 'Só o root pode iniciar e encerrar o engine do próprio lab.',
  fixNeedsRoot: ['Execute o mesmo comando como root (sudo)'],
  waitingForOther: 'Outro `lab` está preparando o engine; esperando por ele…',
  otherTooSlow: minutes => `Outro \`lab\` está preparando o engine há mais de ${minutes} minutos.`,
  fixOther: lock => [`Veja qual: fuser -v '${lock}'`, 'Encerre-o (Ctrl-C no terminal dele) e tente de novo'],
  updatingLists: 'Buscando as listas de pacotes (apt-get update)…',
  installing: packages => `Instalando o engine (apt-get install ${packages})…`,
  apt: { fetched: 'baixado:', unpacking: 'desempacotando', settingUp: 'configurando' },
  installed: 'O engine está instalado.',
  stillNoDockerd: 'O pacote está instalado, mas o programa `dockerd` não está lá.',
  aptLocked: minutes => `Outro programa está instalando pacotes; esperando por ele, até ${minutes} minutos…`,
  aptFailed: command => `Não foi possível instalar o engine: \`${command}\` falhou.`,
  fixApt: ['Veja o que há de errado: apt-get update && apt-get install docker.io', 'Depois: lab engine start'],
  systemEngineStarted: 'O sistema iniciou o engine do próprio pacote: o lab usa esse.',
  startingEngine: data => `Iniciando o engine (dados em ${data})…`,
  engineStarted: socket => `O engine está pronto em ${socket}.`,
  engineRunning: socket => `O engine já estava em execução, em ${socket}.`,
  engineSilent: (socket, seconds) => `O engine foi iniciado, mas não respondeu em ${socket} dentro de ${seconds} s.`,
  engineEnded: 'O engine foi iniciado e terminou logo em seguida.',
  fixEngine: log => [`Leia o log dele: less '${log}'`, 'Tente de novo: lab engine start'],
  noFolder: folder => `O engine precisa da pasta ${folder}, e não foi possível criá-la.`,
  fixNoFolder: folder => [`Veja o que está no lugar dela: ls -ld '${folder}'`, 'Tente de novo: lab engine start'],
  pathTooLong: (folder, bytes) =>
    `LAB_ENGINE_DIR (${folder}) passa ${bytes} bytes do limite: o caminho de um socket dentro dela comporta 107 bytes.`,
  fixPathTooLong: ['Escolha um mais curto: LAB_ENGINE_DIR=/tmp/engine'],
  linked: usual => `${usual} agora leva até lá: um simples \`docker ps\` funciona em qualquer terminal.`,
  notLinked: (usual, socket) =>
    `${usual} pertence a outra coisa e fica como está. Em outros terminais, digite antes: export DOCKER_HOST=unix://${socket}`,
  unlinked: usual => `O link ${usual} foi retirado.`,
  stoppingEngine: 'Encerrando o engine e os contêineres dele…',
  engineSurvives: pid => `O engine (processo ${pid}) não termina.`,
  fixSurvives: pid => [`Veja o que ele espera: ps -o pid,stat,wchan:30,args -p ${pid}`],

  stopped: 'O engine do próprio lab foi encerrado. As imagens e os volumes dele ficam guardados.',
  notRunning: 'O engine do próprio lab não está em execução: nada a encerrar.',
  answersAlready: (source, address) => `Um engine já responde: ${source} (${address}).`,
  status: {
    used: 'O lab usa',
    usedNone: 'nenhum engine responde',
    own: 'O engine do próprio lab',
    running: 'em execução',
    silent: 'em execução, mas não responde',
    notRunning: 'parado',
    pid: 'Processo',
    socket: 'Socket',
    data: 'Pasta de dados',
    log: 'Log',
  },

  unusable: unusableEngineMessages['pt-BR'],
  doctor: doctorMessages['pt-BR'],
};

/** What set-up, `lab engine` and `lab doctor` say. */
export const setupMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
