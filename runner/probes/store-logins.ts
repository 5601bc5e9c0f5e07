import type { ContainerFacts } from '../engine/facts.ts';

/** How to be let into a store; what is undefined is left to the store's own defaults. */
export interface Login {
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** PostgreSQL only. */
  readonly database: string | undefined;
}

/**
 * The logins that the containers' settings tell, likeliest first: the database's own superuser, as the official image
 * and others are told of it, then what the API was given.
 */
export function postgresLogins(postgres: ContainerFacts, api: ContainerFacts | undefined): Login[] {
  const own = postgres.env;
  const user = own.POSTGRES_USER ?? own.POSTGRESQL_USERNAME ?? own.POSTGRESQL_USER ?? own.PGUSER;
  const password = own.POSTGRES_PASSWORD ?? own.POSTGRESQL_PASSWORD ?? own.PGPASSWORD;
  const database = own.POSTGRES_DB ?? own.POSTGRESQL_DATABASE ?? own.PGDATABASE;
  return distinct([
    { user: user ?? 'postgres', password, database },
    { user: 'postgres', password: own.POSTGRESQL_POSTGRES_PASSWORD ?? password, database: 'postgres' },
    ...(api === undefined ? [] : [...urlLogins(api, /^postgres(ql)?(\+\w+)?:$/), namedLogin(api, postgresWords)]),
  ]).filter(login => login.user !== undefined);
}

/** The same for Redis: without a password first, because most have none. */
export function redisLogins(redis: ContainerFacts, api: ContainerFacts | undefined): Login[] {
  const at = redis.command.findIndex(word => /^--requirepass\b/.test(word));
  const given =
    at < 0 ? undefined : (/^--requirepass[= ](.+)$/.exec(redis.command[at] ?? '')?.[1] ?? redis.command[at + 1]);
  // Where a shell starts it, the option stands inside a longer text.
  const inText = /--requirepass[ =]+["']?([^\s"']+)/.exec(redis.command.join(' '))?.[1];
  const own = redis.env.REDIS_PASSWORD ?? redis.env.REDISCLI_AUTH ?? redis.env.REDIS_PASS;
  const passwords = [undefined, given, inText?.replace(/^\$\{?(\w+)\}?$/, (_, name) => redis.env[name] ?? ''), own];
  return distinct([
    ...passwords.map(password => ({ user: undefined, password, database: undefined })),
    ...(api === undefined ? [] : [...urlLogins(api, /^(redis|valkey)s?:$/), namedLogin(api, redisWords)]),
  ]).map(login => ({ ...login, database: undefined }));
}

/** From URLs such as `postgres://user:password@host/database` in what a container was told. */
function urlLogins({ env, command }: ContainerFacts, protocol: RegExp): Login[] {
  const texts = [...Object.values(env), ...command];
  return texts
    .flatMap(text => text.match(/\b[a-z][\w+.-]*:\/\/[^\s"'`]+/gi) ?? [])
    .flatMap(text => (URL.canParse(text) ? [new URL(text)] : []))
    .filter(url => protocol.test(url.protocol))
    .map(url => ({
      user: decoded(url.username) ?? url.searchParams.get('user') ?? undefined,
      password: decoded(url.password) ?? url.searchParams.get('password') ?? undefined,
      database: decoded(url.pathname.slice(1)),
    }));
}

const postgresWords = /^(PG|POSTGRES|POSTGRESQL|DB|DATABASE|BANCO|BD|SQL|DATASOURCE)/i;
const redisWords = /^(REDIS|VALKEY|CACHE)/i;

/** From variables such as `PGUSER`, `DB_PASSWORD` or `BANCO_SENHA`. */
function namedLogin({ env }: ContainerFacts, prefix: RegExp): Login {
  const value = (suffix: RegExp) =>
    Object.entries(env).find(([name]) => prefix.test(name) && suffix.test(name.replace(prefix, '')))?.[1];
  return {
    user: value(/(USER(NAME)?|USUARIO)$/i),
    password: value(/(PASS(WORD|WD)?|PWD|SENHA|AUTH)$/i),
    database: value(/(DATABASE|DB|DBNAME|NAME|NOME)$/i),
  };
}

/** A `%` that is no escape is left as it is. */
function decoded(text: string): string | undefined {
  if (text === '') return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function distinct(logins: readonly Login[]): Login[] {
  const once = new Map(logins.map(login => [JSON.stringify([login.user, login.password, login.database]), login]));
  return [...once.values()];
}
