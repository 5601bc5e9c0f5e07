import { expect, test } from 'vitest';
import { WithoutColours } from './without-colours.ts';

const plain = (...pieces: string[]) => {
  const text = new WithoutColours();
  return pieces.map(piece => text.add(piece)).join('');
};
const red = '\u001b[91mnpm notice\n\u001b[0mnpm notice New version\u001b[39m\n';

test('colours are taken out', () => {
  expect(plain(red)).toBe('npm notice\nnpm notice New version\n');
});

test('wherever the pieces begin', () => {
  for (let at = 0; at <= red.length; at++)
    expect(plain(red.slice(0, at), red.slice(at)), `cut at ${at}`).toBe('npm notice\nnpm notice New version\n');
  expect(plain(...red)).toBe('npm notice\nnpm notice New version\n');
});

test('an escape sign that begins nothing keeps no text back for ever', () => {
  expect(plain('\u001b', 'x'.repeat(100))).toMatch(/^x{99,100}$/);
});

test('other text is passed on as it comes', () => {
  const text = new WithoutColours();
  expect(text.add('Step 1/2')).toBe('Step 1/2');
  expect(text.add(' : FROM\n')).toBe(' : FROM\n');
});
