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

test('a byte order mark in front does not matter, and one about another challenge may have anything in it', async () => {
  expect(await reading('\uFEFF{ "paths": { "users": "/u" } }')).toEqual({ paths: { users: '/u' }, binds: {} });
  expect(await reading('{ "challenge": "4", "whatever": [1] }')).toEqual({ paths: {}, binds: {} });
});

test.each([
  ['{', 'It is not valid JSON, at line 1, column 2'],
  ['['.repeat(100), 'nested more deeply'],
  [`{ "run": "${'x'.repeat(70_000)}" }`, 'longer than 65536 characters'],
  ['[]', 'Expected an object, in { }; there is []'],
  ['{ "path": {} }', 'path is not known. Possible here: challenge, paths, binds, run. Did you mean paths?'],
  ['{ "challenge": 5 }', 'challenge: expected the number or the id of a challenge, in quotation marks; there is 5.'],
  ['{ "paths": ["/u"] }', 'paths: expected an object, in { }; there is ["/u"]'],
  [
    '{ "paths": { "user": "/u" } }',
    'paths.user is not known. Possible here: users, orders, gateway. Did you mean users?',
  ],
  ['{ "paths": { "__proto__": "/u" } }', 'paths.__proto__ is not known'],
  ['{ "paths": { "constructor": "/u" } }', 'paths.constructor is not known'],
  ['{ "binds": [] }', 'binds: expected an object'],
  ['{ "binds": { "user": "u" } }', 'binds.user is not known'],
  ['{ "binds": { "users": "a b" } }', 'binds.users: expected the name of a container or of a volume; there is "a b".'],
  ['{ "binds": { "users": 1 } }', 'For example: "users": "my-server"'],
  ['{ "run": ["up.sh"] }', 'run: expected the name of a script, or a command; there is ["up.sh"]'],
  ['{ "run": " " }', 'For example: "run": "bash up.sh"'],
  ['{ "paths": { "users": "u" } }', 'paths.users: expected a path that begins with a slash'],
  ['{ "paths": { "users": 1e999 } }', 'paths.users: expected a path that begins with a slash'],
  ['{ "paths": { "users": "/a b" } }', 'For example: "users": "/u"'],
  ['{ "run": 1, "binds": [], "path": 1 }', 'binds: expected an object'],
])('text %# is refused, and the message says why', async (text, why) => {
  const error = await reading(text).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).why).toContain(why);
  expect((error as UsageError).message).toContain(join(folder, 'lab.json'));
  expect((error as UsageError).next.join()).toContain('{"challenge":"05-api-gateway","paths":{"users":"/u"}}');
});

test('in Portuguese too', async () => {
  const error = await reading('{', 'pt-BR').catch((caught: unknown) => caught);
  expect((error as UsageError).why).toMatch(/^Não é JSON, na linha 1/);
});

test('what is in it cannot command a terminal, or hang', async () => {
  const evil = '\u001b[2J\u202e\u0085';
  const texts = [{ [evil]: 1 }, { paths: { [evil]: '/u' } }, { binds: { users: evil } }, { run: [evil.repeat(2_000)] }];
  for (const value of texts) {
    const error = await reading(JSON.stringify(value)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).why).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect((error as UsageError).why?.length).toBeLessThan(300);
  }
});
