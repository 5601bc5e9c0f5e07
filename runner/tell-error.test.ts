import { expect, test } from 'vitest';
import { CouldNotTell, UsageError } from './base/errors.ts';
import { EngineError } from './engine/engine.ts';
import { tellError } from './tell-error.ts';
import { keptOutput } from './test/fakes/lab.ts';

function told(error: unknown, debug = false): { code: number; text: string } {
  const err = keptOutput();
  return { code: tellError(error, 'en', err, debug), text: err.text };
}

test('an error for people is what, why and what to do', () => {
  const error = new CouldNotTell('It broke.', { why: 'It was old.', next: ['docker ps'] });
  expect(told(error)).toEqual({ code: 3, text: 'It broke.\nIt was old.\n\nWhat to do:\n  docker ps\n' });
  expect(told(new UsageError('No.'))).toEqual({ code: 2, text: 'No.\n' });
});

test('a failed call to the engine is nobody’s wrong answer', () => {
  const { code, text } = told(new EngineError('unreachable', 'connect ENOENT'));
  expect(code).toBe(3);
  expect(text).toContain('connect ENOENT');
  expect(text).toContain('lab doctor');
});

test('a bug is told as ours, and where it was only when asked', () => {
  const error = new TypeError('x is not a function', { cause: new Error('deeper') });
  expect(told(error).code).toBe(3);
  expect(told(error).text).toMatch(/our bug.*x is not a function/);
  expect(told(error).text).not.toContain('    at ');
  expect(told(error, true).text).toContain('    at ');
  expect(told(error, true).text).toContain('deeper');
  expect(told('a string').text).toContain('a string');
});
