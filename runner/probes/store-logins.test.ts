import { describe, expect, test } from 'vitest';
import { fakeContainer } from '../test/fakes/facts.ts';
import { postgresLogins, redisLogins } from './store-logins.ts';

const login = (user?: string, password?: string, database?: string) => ({ user, password, database });

describe('PostgreSQL', () => {
  const bare = fakeContainer('db', { env: { POSTGRES_PASSWORD: 'a' } });

  test('lets its superuser in as the official image is told of it', () => {
    expect(postgresLogins(bare, undefined)[0]).toEqual(login('postgres', 'a'));
    const own = fakeContainer('db', { env: { POSTGRES_USER: 'ana', POSTGRES_PASSWORD: 'b', POSTGRES_DB: 'loja' } });
    expect(postgresLogins(own, undefined)[0]).toEqual(login('ana', 'b', 'loja'));
  });

  test.each([
    [{ DATABASE_URL: 'postgresql+psycopg2://ana:s%40nha@db:5432/loja?x=1' }, login('ana', 's@nha', 'loja')],
    [{ PGUSER: 'ana', PGPASSWORD: 'x', PGDATABASE: 'loja' }, login('ana', 'x', 'loja')],
    [{ DB_USER: 'ana', DB_PASS: 'x', DB_NAME: 'loja' }, login('ana', 'x', 'loja')],
    [{ BANCO_USUARIO: 'ana', BANCO_SENHA: 'x', BANCO_NOME: 'loja' }, login('ana', 'x', 'loja')],
    [{ JDBC_URL: 'jdbc:postgresql://db:5432/loja?user=ana&password=x' }, login('ana', 'x', 'loja')],
    [{ URL: 'postgres://ana:100%@db/loja' }, login('ana', '100%', 'loja')],
  ])('lets in whom the API is told to be: %j', (env, wanted) => {
    expect(postgresLogins(bare, fakeContainer('api', { env }))).toContainEqual(wanted);
  });

  test('is not tried with what belongs to another', () => {
    const api = fakeContainer('api', { env: { REDIS_URL: 'redis://u:p@cache', MAIL_PASSWORD: 'm', USER: 'node' } });
    expect(postgresLogins(bare, api).map(({ password }) => password)).toEqual(['a', 'a']);
  });
});

describe('Redis', () => {
  const passwords = (command: readonly string[], env: Record<string, string> = {}, api: Record<string, string> = {}) =>
    redisLogins(fakeContainer('cache', { command, env }), fakeContainer('api', { env: api })).map(
      found => found.password,
    );

  test('is tried without a password first', () => {
    expect(redisLogins(fakeContainer('cache', { command: ['redis-server'] }), undefined)).toEqual([login()]);
  });

  test.each([[['redis-server', '--requirepass', 'a b']], [['redis-server', '--requirepass=a b']]])(
    'is told its password by an option: %j',
    command => {
      expect(passwords(command)).toContain('a b');
    },
  );

  test('is told its password by a shell, which may have it from the environment', () => {
    expect(passwords(['sh', '-c', 'exec redis-server --requirepass "segredo"'])).toContain('segredo');
    expect(passwords(['sh', '-c', 'redis-server --requirepass $SENHA'], { SENHA: 'x' })).toContain('x');
  });

  test('has the password that the API is given', () => {
    expect(passwords(['redis-server'], {}, { REDIS_URL: 'redis://:outra%20senha@cache:6379/3' })).toContain(
      'outra senha',
    );
    expect(passwords(['redis-server'], {}, { CACHE_SENHA: 'y' })).toContain('y');
    expect(passwords(['redis-server'], { REDIS_PASSWORD: 'z' })).toContain('z');
  });
});
