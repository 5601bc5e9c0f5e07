import { expect, test } from 'vitest';
import { boundedText } from './read-text.ts';

test('what people write is left as it is', () => {
  const text = `# a\r\n\n\n   docker run -d x\n${'y'.repeat(4_000)}\n`;
  expect(boundedText(text)).toBe(text);
});

test.each([
  ['long lines', 'a'.repeat(1_000_000), 4_000],
  ['wide gaps', `# a${' '.repeat(3_000)}x`, 204],
  ['rows of empty lines', `${'\n'.repeat(1_000_000)}x`, 101],
])('%s are cut', (_, text, length) => {
  expect(boundedText(text)).toHaveLength(length);
});
