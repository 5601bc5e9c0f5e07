import type { Verdict } from '../../checks/verdict.ts';
import { bases, node, nodeBase, python, shell } from './challenge-03-programs.ts';

/** A solution in somebody's own manner, as a shell script, and what is to be said of it. */
export interface Variant {
  readonly manner: string;
  readonly script: string;
  readonly binds?: Readonly<Record<string, string>>;
  /** Role by role. */
  readonly players: readonly [postgres: string | undefined, redis: string | undefined, api: string | undefined];
  /** The verdicts that are not `pass`. */
  readonly but: Readonly<Record<string, Verdict>>;
  /** What a learner is told of one objective. */
  readonly tells?: readonly [objective: string, observed: RegExp];
}

const unknownOutage = { 'survives-database-outage': 'unknown' } as const;

export const variants: readonly Variant[] = [
  {
    manner: 'Portuguese names, Python, own user and database, a Redis with a password, the API published',
    script: `docker network create minha-rede
docker volume create dados-da-loja
docker run --detach --name banco --network minha-rede --env POSTGRES_USER=ana --env POSTGRES_PASSWORD='s3nh@/á' --env POSTGRES_DB=loja \\
  --volume dados-da-loja:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name cache --network minha-rede lab/redis:8 --requirepass 'outra senha'
docker build --quiet --tag maria/servidor - <<'EOF'
FROM ${bases.python.tag}
CMD ${JSON.stringify(['python3', '-c', python])}
EOF
docker run --detach --name servidor --network minha-rede --publish 127.0.0.1::5000 --env DB_HOST=banco --env DB_USER=ana \\
  --env DB_SENHA='s3nh@/á' --env CACHE_URL=redis://:outra%20senha@cache:6379/3 maria/servidor`,
    binds: { postgres: 'banco' },
    players: ['banco', 'cache', 'servidor'],
    but: {},
  },
  {
    manner: 'names that say nothing, hosts written in the code, several networks, other projects around',
    script: `docker network create loja_default
docker run --detach --name loja-db --network loja_default --label com.docker.compose.project=loja --env POSTGRES_PASSWORD=x lab/postgres:17
docker run --detach --name loja-redis --network loja_default --label com.docker.compose.project=loja lab/redis:8
docker network create selva
docker network create rio
docker volume create folhas
docker run --detach --name zebra --network selva --env POSTGRES_PASSWORD=zz --volume folhas:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name tucano --network rio lab/redis:8
docker network connect selva tucano
${nodeBase('arara')}
${node(
  'docker run --detach --name arara --network selva',
  'arara',
  7777,
  `const pool = new pg.Pool({ host: 'zebra', user: 'postgres', password: 'zz', database: 'postgres', idleTimeoutMillis: 0 });
pool.on('error', () => {});
const redis = new Redis({ host: 'tucano' });
async function serve(url, response) {
  await pool.query('CREATE TABLE IF NOT EXISTS t (a int)');
  await pool.query('INSERT INTO t VALUES (1)');
  await redis.set('n', Number((await redis.get('n')) ?? 1200) + 1);
  response.end(JSON.stringify({ n: Number(await redis.get('n')).toLocaleString('pt-BR') }));
}
await pool.query('SELECT 1').catch(() => {});`,
)}docker network connect rio arara`,
    players: ['zebra', 'tucano', 'arara'],
    but: unknownOutage,
  },
  {
    manner: 'an API of shell, psql and BusyBox, from an image that is PostgreSQL’s own',
    script: `docker network create rede-sh
docker volume create dados-sh
docker run --detach --name banco-sh --network rede-sh --env POSTGRES_HOST_AUTH_METHOD=trust --volume dados-sh:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name cache-sh --network rede-sh lab/redis:8
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cat >"$folder/index.cgi" <<'CGI'
${shell}CGI
chmod 755 "$folder/index.cgi"
cat >"$folder/Dockerfile" <<'EOF'
FROM lab/postgres:17
COPY index.cgi /srv/cgi-bin/index.cgi
ENTRYPOINT ["busybox", "httpd", "-f", "-p", "8080", "-h", "/srv"]
CMD []
EOF
docker build --quiet --tag site-sh "$folder"
docker run --detach --name site-sh --network rede-sh site-sh`,
    players: ['banco-sh', 'cache-sh', 'site-sh'],
    but: unknownOutage,
  },
  {
    manner: 'containers that go when they stop, and the volume where version 18 wants it',
    script: `docker network create efemera
docker volume create pg18
docker run --rm --detach --name postgres --network efemera --env POSTGRES_PASSWORD=a --env PGDATA=/var/lib/postgresql/18/docker \\
  --volume pg18:/var/lib/postgresql lab/postgres:17
docker run --rm --detach --name redis --network efemera lab/redis:8
${nodeBase('api-efemera')}
docker run --rm --detach --name api --network efemera --env DATABASE_URL=postgres://postgres:a@postgres/postgres \\
  --env REDIS_URL=redis://redis api-efemera`,
    players: ['postgres', 'redis', 'api'],
    but: unknownOutage,
    tells: ['survives-database-outage', /--rm/],
  },
  {
    manner:
      'PostgreSQL, known by its protocol alone, and Valkey from Debian’s packages, counting under a path that `/` names',
    script: `docker network create pacotes
docker volume create guardados
docker build --quiet --tag guarda - <<'EOF'
FROM ${bases.postgres.tag}
RUN busybox mkdir -p /dados /var/run/postgresql && busybox chown 33 /dados /var/run/postgresql
ENV PATH=/usr/lib/postgresql/17/bin:/usr/bin:/bin
USER 33
CMD ["/bin/sh", "-c", "test -s /dados/PG_VERSION || { initdb -A trust -U chefe -D /dados && echo host all all all trust >>/dados/pg_hba.conf; }; exec postgres -D /dados -c listen_addresses=* -c port=7000"]
EOF
docker run --detach --name guarda --network pacotes --volume guardados:/dados guarda
until docker logs guarda 2>&1 | grep -q 'ready to accept connections'; do sleep 0.2; done
docker build --quiet --tag conta - <<'EOF'
FROM ${bases.valkey.tag}
ENTRYPOINT ["/usr/bin/valkey-server", "--protected-mode", "no", "--dir", "/tmp"]
EOF
docker run --detach --name conta --network pacotes conta
${nodeBase('porta')}
${node(
  'docker run --detach --name porta --network pacotes --env BANCO=guarda --env BANCO_USUARIO=chefe --env CONTADOR=conta',
  'porta',
  80,
  `const pool = new pg.Pool({ host: process.env.BANCO, port: 7000, user: process.env.BANCO_USUARIO, database: 'postgres', connectionTimeoutMillis: 2000 });
pool.on('error', () => {});
const redis = new Redis({ host: process.env.CONTADOR });
async function serve(url, response) {
  if (url === '/') return response.end('<a href="/entrar">entre</a>');
  if (url !== '/entrar') return response.writeHead(404).end();
  await pool.query('CREATE TABLE IF NOT EXISTS entradas (quando timestamptz DEFAULT now())');
  await pool.query('INSERT INTO entradas DEFAULT VALUES');
  response.end('entrada ' + (await redis.incr('entradas')));
}`,
)}`,
    players: ['guarda', 'conta', 'porta'],
    but: unknownOutage,
  },
  {
    manner: 'two paths, one for each count, and rows that are written after the answer',
    script: `docker network create dois-caminhos
docker volume create dois-dados
docker run --detach --name postgres --network dois-caminhos --env POSTGRES_PASSWORD=a --volume dois-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name redis --network dois-caminhos lab/redis:8
${nodeBase('api-dois')}
${node(
  'docker run --detach --name api --network dois-caminhos --env PGHOST=postgres --env PGUSER=postgres --env PGPASSWORD=a --env REDIS_HOST=redis',
  'api-dois',
  8080,
  `const pool = new pg.Pool({ connectionTimeoutMillis: 2000 });
pool.on('error', () => {});
const redis = new Redis({ host: process.env.REDIS_HOST });
const ready = () => pool.query('CREATE TABLE IF NOT EXISTS acessos (quando timestamptz DEFAULT now())');
const record = () => ready().then(() => pool.query('INSERT INTO acessos DEFAULT VALUES')).catch(() => {});
async function serve(url, response) {
  if (url === '/visitas') return response.end(String(await redis.incr('visitas')));
  if (url !== '/acessos') return response.writeHead(404).end();
  setTimeout(record, 300);
  response.end('anotado');
}`,
)}`,
    players: ['postgres', 'redis', 'api'],
    but: { 'survives-database-outage': 'fail' },
    tells: ['survives-database-outage', /still answered 200/],
  },
  {
    manner: 'an API that needs its stores for a path only that nobody could guess or read',
    script: `docker network create segredo
docker volume create segredo-dados
docker run --detach --name db --network segredo --env POSTGRES_PASSWORD=a --volume segredo-dados:/var/lib/postgresql/data lab/postgres:17
docker run --detach --name cache --network segredo lab/redis:8
${nodeBase('segredo-api')}
${node(
  'docker run --detach --name api --network segredo --env PGHOST=db --env PGUSER=postgres --env PGPASSWORD=a --env REDIS_HOST=cache',
  'segredo-api',
  8080,
  `const pool = new pg.Pool({ connectionTimeoutMillis: 2000 });
pool.on('error', () => {});
const redis = new Redis({ host: process.env.REDIS_HOST, lazyConnect: true });
async function serve(url, response) {
  if (url !== '/' + atob('cTd4')) return response.end('ola');
  await pool.query('CREATE TABLE IF NOT EXISTS t (a int)');
  await pool.query('INSERT INTO t VALUES (1)');
  response.end('visita ' + (await redis.incr('n')));
}`,
)}`,
    players: ['db', 'cache', 'api'],
    but: {
      'counts-in-postgres': 'unknown',
      'counts-in-redis': 'unknown',
      'private-by-name': 'blocked',
      'survives-database-outage': 'unknown',
    },
    tells: ['private-by-name', /^No connection of `api` to `db` was seen.*asked for `\/`/],
  },
  {
    manner: 'a password that no setting tells',
    script: `docker network create cofre
docker volume create cofre-dados
docker run --detach --name cofre-postgres --network cofre --env POSTGRES_PASSWORD_FILE=/run/senha/senha --volume cofre-dados:/var/lib/postgresql/data \\
  --entrypoint bash lab/postgres:17 -c 'mkdir -p /tmp/senha; printf xyz >/tmp/senha/senha; POSTGRES_PASSWORD_FILE=/tmp/senha/senha exec entrypoint.sh postgres'
docker run --detach --name cofre-redis --network cofre lab/redis:8
${nodeBase('cofre-api')}
${node(
  'docker run --detach --name cofre-api --network cofre',
  'cofre-api',
  8080,
  `const pool = new pg.Pool({ host: 'cofre-postgres', user: 'postgres', password: 'xyz', database: 'postgres' });
pool.on('error', () => {});
const redis = new Redis({ host: 'cofre-redis' });
async function serve(url, response) {
  await pool.query('CREATE TABLE IF NOT EXISTS t (a int)');
  await pool.query('INSERT INTO t VALUES (1)');
  response.end('visita ' + (await redis.incr('n')));
}`,
)}`,
    players: ['cofre-postgres', 'cofre-redis', 'cofre-api'],
    but: { 'counts-in-postgres': 'unknown', 'survives-database-outage': 'unknown' },
    tells: ['counts-in-postgres', /no password in the containers/],
  },
];
