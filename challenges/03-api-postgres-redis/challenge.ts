import { withTexts } from '../../runner/challenge/with-texts.ts';
import { objectives } from './objectives.ts';
import { roles } from './roles.ts';
import { texts as en } from './texts/en.ts';
import { texts as ptBR } from './texts/pt-BR.ts';

/** Challenge 3: an API that records each access in PostgreSQL and counts visits in Redis, three containers by hand. */
export const apiPostgresRedis = withTexts(
  {
    id: '03-api-postgres-redis',
    number: 3,
    suggestedNetwork: 'visits-net',
    roles,
    objectives,
    steps: [
      {
        command: 'docker network create visits-net',
      },
      {
        command: 'docker volume create pg-data',
      },
      {
        command:
          'docker run --detach --name postgres --network visits-net --env POSTGRES_PASSWORD=estaleiro --volume pg-data:/var/lib/postgresql/data lab/postgres:17',
      },
      {
        command: 'docker run --detach --name redis --network visits-net lab/redis:8',
      },
      {
        command: 'docker build --tag api api',
      },
      {
        command:
          'docker run --detach --name api --network visits-net --env DATABASE_URL=postgres://postgres:estaleiro@postgres:5432/postgres --env REDIS_URL=redis://redis:6379 api',
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
  },
  { en, 'pt-BR': ptBR },
);
