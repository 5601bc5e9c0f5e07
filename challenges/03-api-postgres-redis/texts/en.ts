import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = {
  title: 'API, PostgreSQL and Redis',
  summary:
    'An API that records each access in PostgreSQL and counts the visits in Redis: three containers, joined by hand.',
  roles: {
    postgres: 'PostgreSQL',
    redis: 'Redis',
    api: 'the API',
  },
  objectives: {
    'custom-network': {
      title: 'PostgreSQL, Redis and the API share a network that you created',
      why: 'A network of your own keeps the three together and everything else out, and on it each finds the others by name.',
      idea: 'Make the network first; then start each of the three on it.',
      feature:
        '`docker network create` makes a network, `docker run --network NAME` starts a container on it, `docker network connect` adds one that runs already.',
    },
    'api-answers': {
      title: 'The API answers HTTP at its address on the network',
      why: 'Each container has a loopback of its own: an API that listens on 127.0.0.1 hears only itself. And one that ends when the database is not ready yet never gets to answer.',
      idea: 'The API has to keep running, listen where others can reach it, and bear a database that is a few seconds late.',
      feature: 'Listen on 0.0.0.0. `docker ps --all` shows whether it still runs, `docker logs NAME` what it said.',
    },
    'counts-in-postgres': {
      title: 'Each access is a row in PostgreSQL',
      why: 'A database remembers each thing that happened, not only how many: with one row per access you can still ask tomorrow when, and what for.',
      idea: 'Whenever somebody asks for the page, insert a row before you answer.',
      feature:
        'Hand host, user and password to the API with `docker run --env`. `docker exec -it NAME psql -U postgres` opens the database, where `SELECT count(*) FROM …` counts.',
    },
    'counts-in-redis': {
      title: 'Each access advances a counter in Redis, and the answer shows it',
      why: 'A counter in the program’s memory begins again with each new container, and two copies of the API would count apart. Redis counts for all of them, in one step.',
      idea: 'Let Redis do the counting, and answer with the number that it gives you.',
      feature:
        'The Redis command `INCR visits` adds one and returns the new number. `docker exec NAME redis-cli GET visits` shows it.',
    },
    'private-by-name': {
      title: 'Database and cache are reached by name, and not from the host',
      why: 'Addresses change with each new container, names stay. And a published port is open to whoever reaches your machine; nobody but the API needs these two.',
      idea: 'Inside the network, the name of a container is its host name. What only containers use stays inside.',
      feature:
        'No `--publish` for PostgreSQL and Redis, and their names in the API’s settings, such as `postgres://…@NAME:5432/…` and `redis://NAME:6379`.',
    },
    'no-compose': {
      title: 'Made by hand, without Docker Compose',
      why: 'Compose does these steps for you. Whoever has done them once by hand knows what it does, and can mend it when it breaks.',
      idea: 'Each container is started by a command that you type yourself.',
      feature: '`docker network create`, `docker build` and `docker run`, instead of `docker compose up`.',
    },
    'data-on-named-volume': {
      title: 'PostgreSQL keeps its files on a named volume',
      why: 'A container is made to be replaced, and what is written inside goes with it. A volume with a name stays, and the next container takes it up.',
      idea: 'Find out in which folder PostgreSQL keeps its files, and put a volume just there.',
      feature:
        '`docker run --volume NAME:FOLDER`. The folder is /var/lib/postgresql/data up to version 17, and the volume belongs at /var/lib/postgresql from 18 on.',
    },
    'survives-database-outage': {
      title: 'With PostgreSQL stopped, the API says so, and recovers when it is back',
      why: 'Databases restart. An API that claims success then loses data, one that hangs takes its callers with it, and one that ends has to be started by hand.',
      idea: 'Answer only when the row is written; where it cannot be written soon, answer with an error, and keep running.',
      feature:
        'A connection pool that replaces lost connections, a time limit on connecting and on each query, and status 503. `docker stop NAME` and `docker start NAME` let you try it.',
    },
  },
  steps: [
    'Creates a network of your own. On it, each of the three containers finds the others by name.',
    'Creates a volume with a name. A container can be removed and made anew; what is on the volume stays.',
    'Starts PostgreSQL from a ready image, with the superuser’s password in an environment variable and its files on the volume. No port is published.',
    'Starts Redis on the same network. It needs no settings, and nobody outside the network can reach it.',
    'Builds the API’s image from `api/Dockerfile`. The packages come before the program, so that a change to the program does not install them again.',
    'Starts the API and tells it, through environment variables, where to find the other two. In each URL, the host is the name of a container.',
  ],
};
