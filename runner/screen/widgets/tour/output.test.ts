import { expect, it } from 'vitest';
import { heard, noOutput, shownLines } from './output.ts';

const said = (...chunks: string[]) => shownLines(chunks.reduce(heard, noOutput));

it('puts lines together that come in pieces', () => {
  expect(said('Step 1/4 : FR', 'OM lab/node\n', 'Step 2')).toEqual(['Step 1/4 : FROM lab/node', 'Step 2']);
});

it('takes control sequences out, also those that come in pieces', () => {
  expect(said('\u001b[3', '1mred\u001b[0m\u0007\n', '\u001b]0;title\u0007plain')).toEqual(['red', 'plain']);
});

it('shows of a line that is drawn again and again what was drawn last', () => {
  expect(said('10 %\r', '20 %\r', '30 %')).toEqual(['30 %']);
  expect(said('10 %\r20 %\r\ndone\r\n')).toEqual(['20 %', 'done']);
});

it('keeps no more than the last lines, and says how many it dropped', () => {
  const output = heard(
    noOutput,
    Array.from({ length: 1000 }, (_, line) => `line ${line}`)
      .map(line => `${line}\n`)
      .join(''),
  );
  expect(output.lines).toHaveLength(400);
  expect(output.lines.at(-1)).toBe('line 999');
  expect(output.dropped).toBe(600);
});

it('stays small where a line never ends', () => {
  let output = noOutput;
  for (let index = 0; index < 100; index += 1) output = heard(output, 'x'.repeat(1000));
  expect(output.open.length).toBeLessThanOrEqual(2000);
});
