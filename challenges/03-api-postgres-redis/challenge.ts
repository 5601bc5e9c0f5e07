import type { Challenge } from '../../runner/challenge/definition.ts';
import { objectives } from './objectives.ts';
import { roles } from './roles.ts';

/** Challenge 3: an API that records each access in PostgreSQL and counts visits in Redis, three containers by hand. */
export const apiPostgresRedis: Challenge = {
  id: '03-api-postgres-redis',
  number: 3,
  title: { en: 'API, PostgreSQL and Redis', 'pt-BR': 'API, PostgreSQL e Redis' },
  summary: {
    en: 'An API that records each access in PostgreSQL and counts the visits in Redis: three containers, joined by hand.',
    'pt-BR':
      'Uma API que registra cada acesso no PostgreSQL e conta as visitas no Redis: três contêineres, ligados à mão.',
  },
  suggestedNetwork: 'visits-net',
  roles,
  objectives,
  steps: [
    {
      command: 'docker network create visits-net',
      what: {
        en: 'Creates a network of your own. On it, each of the three containers finds the others by name.',
        'pt-BR': 'Cria uma rede sua. Nela, cada um dos três contêineres encontra os outros pelo nome.',
      },
    },
    {
      command: 'docker volume create pg-data',
      what: {
        en: 'Creates a volume with a name. A container can be removed and made anew; what is on the volume stays.',
        'pt-BR': 'Cria um volume com nome. Um contêiner pode ser removido e refeito; o que está no volume continua lá.',
      },
    },
    {
      command:
        'docker run --detach --name postgres --network visits-net --env POSTGRES_PASSWORD=estaleiro --volume pg-data:/var/lib/postgresql/data lab/postgres:17',
      what: {
        en: 'Starts PostgreSQL from a ready image, with the superuser’s password in an environment variable and its files on the volume. No port is published.',
        'pt-BR':
          'Inicia o PostgreSQL a partir de uma imagem pronta, com a senha do superusuário em uma variável de ambiente e os arquivos no volume. Nenhuma porta é publicada.',
      },
    },
    {
      command: 'docker run --detach --name redis --network visits-net lab/redis:8',
      what: {
        en: 'Starts Redis on the same network. It needs no settings, and nobody outside the network can reach it.',
        'pt-BR': 'Inicia o Redis na mesma rede. Ele não precisa de configuração, e ninguém de fora da rede o alcança.',
      },
    },
    {
      command: 'docker build --tag api api',
      what: {
        en: 'Builds the API’s image from `api/Dockerfile`. The packages come before the program, so that a change to the program does not install them again.',
        'pt-BR':
          'Constrói a imagem da API a partir de `api/Dockerfile`. Os pacotes vêm antes do programa, e assim uma mudança no programa não os instala de novo.',
      },
    },
    {
      command:
        'docker run --detach --name api --network visits-net --env DATABASE_URL=postgres://postgres:estaleiro@postgres:5432/postgres --env REDIS_URL=redis://redis:6379 api',
      what: {
        en: 'Starts the API and tells it, through environment variables, where to find the other two. In each URL, the host is the name of a container.',
        'pt-BR':
          'Inicia a API e diz a ela, por variáveis de ambiente, onde encontrar os outros dois. Em cada URL, o host é o nome de um contêiner.',
      },
    },
  ],
  sabotage: [
    { folder: 'other-network', fails: ['custom-network'] },
    { folder: 'default-bridge', fails: ['custom-network'] },
    { folder: 'loopback-only', fails: ['api-answers'] },
    { folder: 'only-redis', fails: ['counts-in-postgres'] },
    { folder: 'updates-one-row', fails: ['counts-in-postgres'] },
    { folder: 'counter-in-memory', fails: ['counts-in-redis'] },
    { folder: 'counts-hidden', fails: ['counts-in-redis'] },
    { folder: 'database-by-ip', fails: ['private-by-name'] },
    { folder: 'cache-by-ip-in-code', fails: ['private-by-name'] },
    { folder: 'database-published', fails: ['private-by-name'] },
    { folder: 'compose-labels', fails: ['no-compose'] },
    { folder: 'anonymous-volume', fails: ['data-on-named-volume'] },
    { folder: 'in-memory', fails: ['data-on-named-volume'] },
    { folder: 'wrong-path', fails: ['data-on-named-volume'] },
    { folder: 'claims-success', fails: ['survives-database-outage'] },
    { folder: 'hangs', fails: ['survives-database-outage'] },
    { folder: 'crashes', fails: ['survives-database-outage'] },
    { folder: 'never-recovers', fails: ['survives-database-outage'] },
  ],
};
