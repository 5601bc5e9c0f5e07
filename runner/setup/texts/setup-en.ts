import type { AddressFault } from '../engine-address.ts';
import type { KnownSocket } from '../known-sockets.ts';
import type { System } from '../system.ts';
import { addressExamples, install, joinGroup } from './commands-to-type.ts';
import { doctorMessages } from './doctor.ts';
import { unusableEngineMessages } from './unusable-engine.ts';

export const setup = {
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
