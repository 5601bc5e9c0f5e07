import type { Challenge } from '../../runner/challenge/definition.ts';
import { objectives } from './objectives.ts';

/** Challenge 1: an API container, and a client container that calls it again and again, by name, on one network. */
export const networkedContainers: Challenge = {
  id: '01-networked-containers',
  number: 1,
  title: { en: 'Networked containers', 'pt-BR': 'Contêineres em rede' },
  summary: {
    en: 'An API in one container and a client in another that calls it by name, again and again, on your own network.',
    'pt-BR': 'Uma API em um contêiner e, em outro, um cliente que a chama pelo nome, de tempos em tempos, na sua rede.',
  },
  suggestedNetwork: 'app-net',
  roles: [
    {
      id: 'server',
      title: { en: 'the server', 'pt-BR': 'o servidor' },
      suggested: 'server',
      speaks: 'http',
      words: [
        'server',
        'srv',
        'api',
        'backend',
        'web',
        'webserver',
        'http',
        'app',
        'service',
        'svc',
        'provider',
        'producer',
        'servidor',
        'servico',
        'provedor',
        'produtor',
        'aplicacao',
        'servicio',
        'proveedor',
        'productor',
        'aplicacion',
      ],
      calls: [],
      build: 'docker build --tag server server',
      run: 'docker run --detach --name server --network {network} server',
    },
    {
      id: 'client',
      title: { en: 'the client', 'pt-BR': 'o cliente' },
      suggested: 'client',
      words: [
        'client',
        'cli',
        'caller',
        'consumer',
        'requester',
        'poller',
        'pinger',
        'fetcher',
        'worker',
        'curl',
        'cliente',
        'chamador',
        'consumidor',
        'requisitante',
        'solicitante',
        'llamador',
      ],
      calls: ['server'],
      build: 'docker build --tag client client',
      run: 'docker run --detach --name client --network {network} --env SERVER_URL=http://server:8080 client',
    },
  ],
  objectives,
  steps: [
    {
      command: 'docker network create app-net',
      what: {
        en: 'Creates a network of your own. On such a network Docker runs a small DNS server, so that containers find each other by name.',
        'pt-BR':
          'Cria uma rede sua. Nela, o Docker mantém um pequeno servidor DNS, e assim os contêineres se encontram pelo nome.',
      },
    },
    {
      command: 'docker build --tag server server',
      what: {
        en: 'Builds an image from `server/Dockerfile` and names it `server`. The last word is the folder that is sent to the engine as the build context.',
        'pt-BR':
          'Constrói uma imagem a partir de `server/Dockerfile` e dá a ela o nome `server`. A última palavra é a pasta enviada ao engine como contexto da construção.',
      },
    },
    {
      command: 'docker run --detach --name server --network app-net server',
      what: {
        en: 'Starts a container from that image, in the background, joined to the network. No port is published: only containers on `app-net` need to reach it.',
        'pt-BR':
          'Inicia um contêiner dessa imagem, em segundo plano, ligado à rede. Nenhuma porta é publicada: só os contêineres de `app-net` precisam alcançá-lo.',
      },
    },
    {
      command: 'docker build --tag client client',
      what: {
        en: 'Builds the client’s image in the same way, from its own folder. Build it a second time, and each step comes from the cache.',
        'pt-BR':
          'Constrói a imagem do cliente do mesmo jeito, a partir da pasta dele. Construa de novo, e cada passo virá do cache.',
      },
    },
    {
      command: 'docker run --detach --name client --network app-net --env SERVER_URL=http://server:8080 client',
      what: {
        en: 'Starts the client on the same network and tells it, through an environment variable, whom to call. In the URL, `server` is the other container’s name.',
        'pt-BR':
          'Inicia o cliente na mesma rede e diz a ele, por uma variável de ambiente, quem chamar. Na URL, `server` é o nome do outro contêiner.',
      },
    },
  ],
  sabotage: [
    { folder: 'default-bridge', fails: ['custom-network'] },
    { folder: 'two-networks', fails: ['custom-network'] },
    { folder: 'shared-namespace', fails: ['custom-network'] },
    { folder: 'loopback-only', fails: ['server-answers'] },
    { folder: 'stock-image-server', fails: ['own-image'] },
    { folder: 'retagged-image', fails: ['own-image'] },
    { folder: 'one-request', fails: ['periodic-requests'] },
    { folder: 'runs-once', fails: ['periodic-requests'] },
    { folder: 'burst-then-silence', fails: ['periodic-requests'] },
    { folder: 'crash-loop', fails: ['periodic-requests'] },
    { folder: 'by-ip', fails: ['by-name'] },
    { folder: 'published-port', fails: ['by-name'] },
    { folder: 'host-docker-internal', fails: ['by-name'] },
    { folder: 'added-host', fails: ['by-name'] },
    { folder: 'compose-labels', fails: ['no-compose'] },
    { folder: 'gives-up', fails: ['survives-restart'] },
  ],
};
