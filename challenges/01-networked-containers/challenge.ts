import { withTexts } from '../../runner/challenge/with-texts.ts';
import { objectives } from './objectives.ts';
import { texts as en } from './texts/en.ts';
import { texts as ptBR } from './texts/pt-BR.ts';

/** Challenge 1: an API container, and a client container that calls it again and again, by name, on one network. */
export const networkedContainers = withTexts(
  {
    id: '01-networked-containers',
    number: 1,
    suggestedNetwork: 'app-net',
    roles: [
      {
        id: 'server',
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
      },
      {
        command: 'docker build --tag server server',
      },
      {
        command: 'docker run --detach --name server --network app-net server',
      },
      {
        command: 'docker build --tag client client',
      },
      {
        command: 'docker run --detach --name client --network app-net --env SERVER_URL=http://server:8080 client',
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
  },
  { en, 'pt-BR': ptBR },
);
