import { addressExamples, install, joinGroup } from './commands-to-type.ts';
import { doctorMessages } from './doctor.ts';
import type { setup as en } from './setup-en.ts';
import { unusableEngineMessages } from './unusable-engine.ts';

export const setup: typeof en = {
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
