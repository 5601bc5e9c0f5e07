import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scriptCommands } from '../script-and-outline.ts';
import { literal } from './literal.ts';
import { catalogueLines, inCatalogue, skeletonOf } from './skeleton.ts';

const blueprint = { number: 97, name: 'order-desk', roles: ['store', 'desk', 'till'] };
const files = new Map(skeletonOf(blueprint).map(({ path, text }) => [path, text]));

test('the catalogue is still written in a way that takes another challenge', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../challenges/catalogue.ts'), 'utf8');
  const changed = inCatalogue(source, blueprint);
  for (const line of catalogueLines(blueprint)) expect(changed?.split('\n')).toContain(line);
  expect(changed?.split('\n')).toHaveLength(source.split('\n').length + 2);
});

test('one with a number between others stands between them', () => {
  const source = "import { one } from './01-one/challenge.ts';\nimport { nine } from './09-nine/challenge.ts';\n";
  const changed = inCatalogue(`${source}export const catalogue = [\n  one,\n  nine,\n];\n`, {
    ...blueprint,
    number: 5,
  });
  expect(changed).toMatch(/01-one.*\n.*05-order-desk.*\n.*09-nine[\s\S]* {2}one,\n {2}orderDesk,\n {2}nine,/);
  expect(inCatalogue('export const catalogue = [];\n', blueprint)).toBeUndefined();
});

test('the first role is called by all others, each by its name', () => {
  const commands = scriptCommands(files.get('solution/up.sh') ?? '');
  expect(commands).toContain('docker run --detach --name store --network order-desk-net store');
  for (const caller of ['desk', 'till'])
    expect(commands.find(command => command.includes(`--name ${caller} `))).toContain('STORE_URL=http://store:8080');
});

test('a name that another challenge suggests gets the number behind it, wherever it stands', () => {
  const own = new Map(
    skeletonOf({ ...blueprint, taken: new Set(['store', 'till']) }).map(({ path, text }) => [path, text]),
  );
  const commands = scriptCommands(own.get('solution/up.sh') ?? '');
  expect(commands).toContain('docker build --tag store-97 store');
  expect(commands).toContain('docker run --detach --name store-97 --network order-desk-net store-97');
  expect(commands.find(command => command.includes('--name desk '))).toContain('STORE_URL=http://store-97:8080');
  expect(own.get('challenge.ts')).toContain("suggested: 'till-97'");
  expect(own.get('brief.pt-BR.md')).toContain('`store-97`, `desk`, `till-97`');
  for (const [path, text] of own) if (path.endsWith('up.sh')) expect(text, path).not.toMatch(/--name (?:store|till) /);
});

test('each caller has sabotages of its own', () => {
  const folders = [...files.keys()].flatMap(path => /^sabotage\/([^/]+)\/up\.sh$/.exec(path)?.[1] ?? []);
  expect(folders).toEqual(expect.arrayContaining(['desk-once', 'desk-by-ip', 'till-once', 'till-by-ip']));
});

describe('data as TypeScript', () => {
  test.each([
    [['a', "b's"], `['a', "b's"]`],
    [{ 'a-b': 1, c: true }, "{ 'a-b': 1, c: true }"],
    [[], '[]'],
    ['back\\slash', "'back\\\\slash'"],
  ])('%j', (value, text) => {
    expect(literal(value)).toBe(text);
  });

  test('what is long has a line for each part', () => {
    const long = 'x'.repeat(120);
    expect(literal({ long })).toBe(`{\n  long:\n    '${long}',\n}`);
  });
});
