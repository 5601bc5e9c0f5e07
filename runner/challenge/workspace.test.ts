import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiGateway } from '../../challenges/05-api-gateway/challenge.ts';
import { UsageError } from '../base/errors.ts';
import { readWorkspace } from './workspace.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-workspace-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function reading(text: string, language: 'en' | 'pt-BR' = 'en') {
  await writeFile(join(folder, 'lab.json'), text);
  return readWorkspace(folder, apiGateway, language);
}

test('without a lab.json nothing is said', async () => {
  expect(await readWorkspace(folder, apiGateway, 'en')).toEqual({ paths: {}, binds: {} });
  expect(await readWorkspace(join(folder, 'nowhere'), apiGateway, 'en')).toEqual({ paths: {}, binds: {} });
});

test('the paths of the roles are read', async () => {
  const text = '{ "challenge": "05-api-gateway", "paths": { "users": "/u", "orders": "/o/v1?all=1" } }';
  expect(await reading(text)).toEqual({ paths: { users: '/u', orders: '/o/v1?all=1' }, binds: {} });
});

test('who plays which role, and how it is brought up, are read', async () => {
  const text = '{ "binds": { "users": "d5_users", "gateway": "porta.1" }, "run": "bash up.sh --fast" }';
  expect(await reading(text)).toEqual({
    paths: {},
    binds: { users: 'd5_users', gateway: 'porta.1' },
    run: 'bash up.sh --fast',
  });
});

test('one without a challenge is about any, and one about another challenge says nothing', async () => {
  expect(await reading('{ "paths": { "users": "/u" } }')).toEqual({ paths: { users: '/u' }, binds: {} });
  expect(await reading('{ "challenge": "01-networked-containers", "paths": { "server": 1 } }')).toEqual({
    paths: {},
    binds: {},
  });
});

test.each([
  ['{', 'It is not JSON'],
  ['[]', 'has to be an object'],
  ['{ "path": {} }', 'It has "path"'],
  ['{ "challenge": 5 }', 'has to be a challenge’s id'],
  ['{ "paths": ["/u"] }', 'have to be an object'],
  ['{ "paths": { "user": "/u" } }', 'speak of "user", but this challenge has users, orders, gateway'],
  ['{ "binds": [] }', '"binds" have to be an object'],
  ['{ "binds": { "user": "u" } }', 'Its "binds" speak of "user"'],
  ['{ "binds": { "users": "a b" } }', 'The name of "users"'],
  ['{ "binds": { "users": 1 } }', 'The name of "users"'],
  ['{ "run": ["up.sh"] }', 'Its "run" has to be a text'],
  ['{ "run": " " }', 'Its "run" has to be a text'],
  ['{ "paths": { "users": "u" } }', 'The path of "users"'],
  ['{ "paths": { "users": 1 } }', 'The path of "users"'],
  ['{ "paths": { "users": "/a b" } }', 'The path of "users"'],
])('%s is refused, and the message says why', async (text, why) => {
  const error = await reading(text).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).why).toContain(why);
  expect((error as UsageError).message).toContain(join(folder, 'lab.json'));
  expect((error as UsageError).next.join()).toContain('{"challenge":"05-api-gateway","paths":{"users":"/u"}}');
});

test('in Portuguese too', async () => {
  const error = await reading('{', 'pt-BR').catch((caught: unknown) => caught);
  expect((error as UsageError).why).toMatch(/^Não é JSON/);
});
