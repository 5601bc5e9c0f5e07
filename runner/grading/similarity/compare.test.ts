import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { costRatio } from '../../test/fakes/cost-ratio.ts';
import { compare } from './compare.ts';
import { gramLength } from './fingerprints.ts';
import { readSources } from './read-sources.ts';
import { type PartSources, sourceOf } from './source.ts';

const samples = join(import.meta.dirname, '../../test/fixtures/similarity');

async function classOf(language: string): Promise<PartSources[]> {
  const folder = join(samples, language);
  return Promise.all(readdirSync(folder).map(async id => ({ id, sources: await readSources(join(folder, id)) })));
}

const textPart = (id: string, ...texts: string[]): PartSources => ({
  id,
  sources: texts.flatMap((text, nth) => sourceOf(`${nth}.js`, text) ?? []),
});

/** Code that is the same for the same seed, and else has next to nothing in common. */
function program(seed: number, statements = 60): string {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const pick = (most: number) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
  const operators = '+ - * % < > && || ** ^ | & <= >='.split(' ');
  const term = (): string => (pick(3) === 0 ? `f${pick(5)}(${pick(9)}, v${pick(7)})` : `v${pick(7)}`);
  return Array.from({ length: statements }, () => {
    const expression = Array.from({ length: 2 + pick(4) }, term).reduce(
      (one, other) => `${one} ${operators[pick(operators.length)]} ${other}`,
    );
    return [
      `v${pick(7)} = ${expression};`,
      `if (${expression}) return v${pick(7)};`,
      `while (${expression}) v${pick(7)}++;`,
    ][pick(3)];
  }).join('\n');
}

describe.each(['javascript', 'python', 'go'])('in %s', language => {
  test('a copy with other names, texts, comments, layout and order is found, and nothing else', async () => {
    const found = compare(await classOf(language), []);
    expect(found.map(({ first, second }) => [first, second])).toEqual([['ana', 'ana-disguised']]);
    expect(found[0]?.score).toBeGreaterThan(0.9);
    expect(found[0]?.matches[0]?.length).toBeGreaterThan(100);
  });

  test('neither order nor direction changes anything', async () => {
    const parts = await classOf(language);
    expect(compare(parts.toReversed(), [])).toEqual(compare(parts, []));
    const swapped = parts.map(part => ({
      ...part,
      id: { ana: 'ana-disguised', 'ana-disguised': 'ana' }[part.id] ?? part.id,
    }));
    const [one] = compare(parts, []);
    const [other] = compare(swapped, []);
    expect(other?.score).toBe(one?.score);
    expect(other?.shared).toBe(one?.shared);
  });

  test('what was given to all does not count', async () => {
    const parts = await classOf(language);
    expect(compare(parts, parts.find(({ id }) => id === 'ana')?.sources ?? [])).toEqual([]);
  });
});

test('the lines of both sides are told', async () => {
  const [pair] = compare(await classOf('python'), []);
  expect(pair?.matches[0]).toMatchObject({
    first: { file: 'app.py', from: 42, to: 52 },
    second: { file: 'servico.py', from: 15, to: 25 },
  });
});

test('code that was taken over into a larger work is found', () => {
  const [pair] = compare(
    [textPart('small', program(1)), textPart('large', program(2, 300), program(1), program(3, 300))],
    [],
  );
  expect(pair).toMatchObject({ first: 'large', second: 'small', score: 1 });
});

test('too little code never counts', () => {
  expect(compare([textPart('a', program(1, 4)), textPart('b', program(1, 4)), textPart('c', '')], [])).toEqual([]);
});

test('one stretch again and again is no more than that stretch', () => {
  const again = program(1, 6);
  expect(compare([textPart('a', `${again}\n`.repeat(40)), textPart('b', `${again}\n${program(2)}`)], [])).toEqual([]);
});

test('what much of the class has counts for less, though a copy by a few is still found', () => {
  const lesson = program(1, 25);
  const parts = Array.from({ length: 30 }, (_, nth) => textPart(`s${nth}`, `${lesson}\n${program(nth + 10, 40)}`));
  expect(compare(parts, [])).toEqual([]);
  const copies = Array.from({ length: 5 }, (_, nth) => textPart(`copy${nth}`, `${lesson}\n${program(500, 60)}`));
  const found = compare([...parts, ...copies], []);
  expect(found).toHaveLength(10);
  expect(found.every(({ first, second }) => first.startsWith('copy') && second.startsWith('copy'))).toBe(true);
});

test('the whole class with the same code is still seen', () => {
  const parts = Array.from({ length: 8 }, (_, nth) => textPart(`s${nth}`, program(1, 120)));
  expect(compare(parts, [])).toHaveLength(28);
  expect(compare(parts, [], { pairs: 5 })).toHaveLength(5);
});

test('stretches are shown once, the longest first, and none overlaps another', async () => {
  const [pair] = compare(await classOf('javascript'), []);
  const lengths = pair?.matches.map(({ length }) => length) ?? [];
  expect(lengths).toEqual(lengths.toSorted((one, other) => other - one));
  expect(lengths.every(length => length >= gramLength)).toBe(true);
  expect(lengths.reduce((one, other) => one + other, 0)).toBeLessThan(520);
});

test('four times the class does not cost sixteen times as much', () => {
  const parts = Array.from({ length: 240 }, (_, nth) => textPart(`s${nth}`, program(nth, 40)));
  const few = parts.slice(0, 60);
  const ratio = costRatio(
    () => compare(few, []),
    () => compare(parts, []),
    10,
  );
  expect(ratio).toBeLessThan(10);
});

test('stops when it is told to', () => {
  const signal = AbortSignal.abort(new Error('enough'));
  expect(() => compare([textPart('a', program(1)), textPart('b', program(1))], [], { signal })).toThrow('enough');
});

describe('in a large class', () => {
  // A framework’s boilerplate of some three hundred tokens.
  const boilerplate = program(900, 12);
  const many = (count: number, withIt: number) =>
    Array.from({ length: count }, (_, nth) => {
      const own = program(1_000 + nth);
      return textPart(`s${String(nth).padStart(3, '0')}`, nth < withIt ? `${boilerplate}\n${own}` : own);
    });

  test.each([
    [40, 15],
    [60, 12],
    [24, 9],
  ])('of %i, what %i hand in makes no pairs', (count, withIt) => expect(compare(many(count, withIt), [])).toEqual([]));

  test('the two that are one program stand alone on top', () => {
    const copied = textPart('zoe', `${boilerplate}\n${program(1_003)}`);
    const [first, ...others] = compare([...many(40, 15), copied], []);
    expect([first?.first, first?.second, others.length]).toEqual(['s003', 'zoe', 0]);
  });
});
