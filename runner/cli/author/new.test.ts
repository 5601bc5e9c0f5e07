import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemsOfTypes } from '../../author/check-types.ts';
import { inspectChallenge } from '../../author/inspect-challenge.ts';
import { languages } from '../../base/language.ts';
import { FakeCheckout } from '../../test/fakes/checkout.ts';
import { fakeLab } from '../../test/fakes/lab.ts';
import { authorNew } from './new.ts';

let checkout: FakeCheckout;
beforeEach(async () => {
  checkout = await FakeCheckout.make();
});
afterEach(() => checkout[Symbol.asyncDispose]());

const labHere = (language: (typeof languages)[number] = 'en') =>
  fakeLab({ root: checkout.root, cwd: checkout.root, language });
const at = (...path: string[]) => join(checkout.root, ...path);
const { signal } = new AbortController();

describe.each([
  ['server,reader,writer', 'readers-and-writers', '97-readers-and-writers'],
  ['order-store,shop', 'class', '97-class'],
])('with the roles %s', (roles, name, id) => {
  test('it writes a challenge that is whole but for what its author has to write', async () => {
    expect(await authorNew(labHere(), '97', name, { roles })).toBe(0);
    const folder = at('challenges', id);
    const { challenge, problems, canBeProven } = await inspectChallenge(folder, checkout.root);
    expect(problems.filter(({ code }) => code !== 'author.to-do')).toEqual([]);
    expect(problems.map(({ params }) => params.path)).toEqual([
      ...['brief.en.md', 'brief.pt-BR.md', 'challenge.ts', 'texts/en.ts', 'texts/pt-BR.ts'],
    ]);
    expect(canBeProven).toBe(true);
    expect(challenge?.roles.map(role => role.id)).toEqual(roles.split(','));
    expect(challenge?.sabotage.length).toBeGreaterThanOrEqual(challenge?.objectives.length ?? 1);
  });

  test('its types fit', async () => {
    await authorNew(labHere(), '97', name, { roles });
    const folder = at('challenges', id);
    expect(await problemsOfTypes([folder], checkout.root, signal)).toEqual(new Map([[folder, []]]));
  });
});

test('the catalogue lists it by its number, and a test proves it', async () => {
  await authorNew(labHere(), '097'.slice(1), 'last-one', { roles: 'server,client' });
  const catalogue = readFileSync(at('challenges/catalogue.ts'), 'utf8');
  expect(catalogue).toContain("import { lastOne } from './97-last-one/challenge.ts';\n");
  expect(catalogue).toMatch(/ {2}lastOne,\n\];\n$/);
  expect(readFileSync(at('runner/test/challenges/proof-97.test.ts'), 'utf8')).toContain('proveClaims(lastOne);');
});

test('where the catalogue is not as it is known, it says which lines to add', async () => {
  writeFileSync(at('challenges/catalogue.ts'), 'export const catalogue = [];\n');
  const lab = labHere();
  expect(await authorNew(lab, '97', 'last-one', { roles: 'server,client' })).toBe(0);
  expect(lab.out.text).toContain("import { lastOne } from './97-last-one/challenge.ts';");
});

test('the scripts can be run', async () => {
  await authorNew(labHere(), '97', 'last-one', { roles: 'server,client' });
  const folder = at('challenges/97-last-one');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('up.sh'));
  expect(scripts.length).toBeGreaterThan(5);
  for (const script of scripts) expect(statSync(join(folder, script)).mode & 0o111, script).not.toBe(0);
});

describe.each(languages)('in %s', language => {
  test.each([
    ['0', 'name', 'aa,bb'],
    ['100', 'name', 'aa,bb'],
    ['six', 'name', 'aa,bb'],
    ['-1', 'name', 'aa,bb'],
    ['97', 'Name', 'aa,bb'],
    ['97', 'a--b', 'aa,bb'],
    ['97', '../evil', 'aa,bb'],
    ['97', '6-things', 'aa,bb'],
    ['97', 'name', 'server'],
    ['97', 'name', 'server,server'],
    ['97', 'name', 'server,a'],
    ['97', 'name', 'server,Client'],
    ['97', 'name', "server,it's"],
    ['97', 'name', ''],
    ['97', 'name', 'aa,bb,cc,dd,ee,ff'],
    ['1', 'name', 'aa,bb'],
    ['01', 'name', 'aa,bb'],
    ['97', 'networked-containers', 'aa,bb'],
  ])('%s %s --roles %s is refused, and nothing is written', async (number, name, roles) => {
    const before = readdirSync(checkout.root, { recursive: true, encoding: 'utf8' }).length;
    await expect(authorNew(labHere(language), number, name, { roles })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(/\p{L}.*[.!?]$/u),
    });
    expect(readdirSync(checkout.root, { recursive: true, encoding: 'utf8' })).toHaveLength(before);
  });
});

test('what is there already is never written over', async () => {
  writeFileSync(at('runner/test/challenges/proof-97.test.ts'), 'mine');
  await expect(authorNew(labHere(), '97', 'last-one', { roles: 'server,client' })).rejects.toThrow('is there already');
  expect(existsSync(at('challenges/97-last-one'))).toBe(false);
  mkdirSync(at('challenges/98-mine'));
  await expect(authorNew(labHere(), '98', 'other', { roles: 'server,client' })).rejects.toThrow('98-mine');
  expect(readFileSync(at('runner/test/challenges/proof-97.test.ts'), 'utf8')).toBe('mine');
});
