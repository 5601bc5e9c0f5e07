import { expect, test } from 'vitest';
import { type Span, tracer } from './trace.ts';

test('each part’s time is told under its name, also of one that fails', async () => {
  const spans: Span[] = [];
  const trace = tracer(span => spans.push(span));
  expect(await trace('facts', async () => 42)).toBe(42);
  await expect(trace('http', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(spans.map(({ name }) => name)).toEqual(['facts', 'http']);
  expect(spans.every(({ ms }) => ms >= 0)).toBe(true);
});
