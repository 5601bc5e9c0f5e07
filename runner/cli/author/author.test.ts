import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { languages } from '../../base/language.ts';
import { FakeCheckout } from '../../test/fakes/checkout.ts';
import { type FakeLab, fakeLab } from '../../test/fakes/lab.ts';
import { authorCheck } from './author.ts';
import { authorNew } from './new.ts';

/* `lab author check` up to where it asks for an engine, which these labs do not have. */

let checkout: FakeCheckout;
let folder: string;

beforeEach(async () => {
  checkout = await FakeCheckout.make();
  folder = join(checkout.root, 'challenges/97-pair');
  await authorNew(labHere(), '97', 'pair', { roles: 'server,client' });
});
afterEach(() => checkout[Symbol.asyncDispose]());

const labHere = (language: (typeof languages)[number] = 'en') =>
  fakeLab({ root: checkout.root, cwd: checkout.root, language });

function change(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const noEngine = 'this lab has no engine';

/** No path of ours and nothing that was thrown: all is said to the author. */
function expectPlain({ out, err }: FakeLab): void {
  for (const text of [out.text, err.text]) {
    expect(text).not.toContain(checkout.root);
    expect(text).not.toMatch(/node_modules|^\s+at |Error:|undefined|\[object/m);
  }
}

describe.each(languages)('in %s', language => {
  test('what is not there keeps nothing from the engine', async () => {
    rmSync(join(folder, 'sabotage/client-once'), { recursive: true });
    rmSync(join(folder, 'brief.pt-BR.md'));
    rmSync(join(checkout.root, 'runner/test/challenges/proof-97.test.ts'));
    writeFileSync(join(checkout.root, 'challenges/catalogue.ts'), '');
    const lab = labHere(language);
    await expect(authorCheck(lab, ['97'])).rejects.toThrow(noEngine);
    for (const name of ['`client-once`', '`brief.pt-BR.md`', 'proof-97.test.ts', 'challenges/catalogue.ts'])
      expect(lab.out.text).toContain(name);
    expectPlain(lab);
  });

  test('a kind that is misspelt is told with those that are near, and nothing is tried', async () => {
    change('objectives.ts', "'own-images'", "'own-imagez'");
    change('objectives.ts', "kind: 'shared-network'", "kind: 'shard-network'");
    const lab = labHere(language);
    expect(await authorCheck(lab, ['97'])).toBe(1);
    expect(lab.out.text).toMatch(/`shard-network`.*`shared-network`/);
    expect(lab.out.text).toMatch(/`objectives\.ts`, (line|linha) \d+/);
    expect(lab.err.text).toContain('97-pair');
    expectPlain(lab);
  });

  test('a language without its file is told by the file', async () => {
    rmSync(join(folder, 'texts/pt-BR.ts'));
    const lab = labHere(language);
    expect(await authorCheck(lab, ['97'])).toBe(1);
    expect(lab.out.text).toMatch(/✖ 97-pair: .*`texts\/pt-BR\.ts`/);
    expectPlain(lab);
  });

  test('one text that is missing is told by its place and its language', async () => {
    change('texts/pt-BR.ts', "'Cria uma rede sua, na qual os contêineres se encontram pelo nome.'", "' '");
    const lab = labHere(language);
    await expect(authorCheck(lab, ['97'])).rejects.toThrow(noEngine);
    expect(lab.out.text).toMatch(/✖ 97-pair: .*`steps\[4\]`|✖ 97-pair: .*`steps\[0\]`/);
    expect(lab.out.text).toContain('pt-BR');
  });

  test('a number that is not its folder’s is told', async () => {
    const other = join(checkout.root, 'challenges/98-pair');
    renameSync(folder, other);
    const lab = labHere(language);
    await expect(authorCheck(lab, ['98'])).rejects.toThrow(noEngine);
    expect(lab.out.text).toMatch(/✖ 98-pair: .*`98-pair`.*`97-pair`/);
    expectPlain(lab);
  });

  test.each([
    ['challenge.ts', 'number: 97', 'number: '],
    ['challenge.ts', "'./objectives.ts'", "'./goals.ts'"],
    ['challenge.ts', 'export const', 'const'],
    ['challenge.ts', 'calls: []', 'call: []'],
    ['texts/en.ts', 'objectives:', 'objective:'],
    ['texts/en.ts', 'export const texts', 'export const text', 'challenge.ts'],
  ])('%s with %j as %j is told, and is no bug of ours', async (file, from, to, told = file) => {
    change(file, from, to);
    const lab = labHere(language);
    expect(await authorCheck(lab, ['97']).catch((error: Error) => error.message)).toSatisfy(
      (result: unknown) => result === 1 || result === noEngine,
    );
    expect(lab.out.text).toMatch(
      new RegExp(`✖ 97-pair: .*\`${told}\`(?:, (?:line|linha) \\d+| (?:exports|não exporta))`),
    );
    expectPlain(lab);
  });

  test('an unknown sabotage and a folder without a challenge are wrong usage', async () => {
    const asked = authorCheck(labHere(language), ['97'], { sabotage: ['by-magic'] });
    await expect(asked).rejects.toMatchObject({ name: 'UsageError', why: expect.stringContaining('client-once') });
    await expect(authorCheck(labHere(language), ['99'])).rejects.toMatchObject({ name: 'UsageError' });
  });
});
