import { expect, test } from 'vitest';
import { CouldNotTell, LabError, messageOf, UsageError } from './errors.ts';

test('each kind of error ends the program with its own code', () => {
  expect(new UsageError('x').exitCode).toBe(2);
  expect(new CouldNotTell('x').exitCode).toBe(3);
  expect(new LabError('x', { exitCode: 1 }).exitCode).toBe(1);
});

test('an error keeps what a person can act on, and its cause', () => {
  const cause = new Error('ECONNREFUSED');
  const error = new CouldNotTell('no engine', { why: 'nobody answers', next: ['lab doctor'], cause });
  expect(error).toMatchObject({ message: 'no engine', why: 'nobody answers', next: ['lab doctor'], cause });
  expect(error).toBeInstanceOf(LabError);
  expect(new UsageError('x')).toMatchObject({ why: undefined, next: [] });
});

test('anything that is thrown has one line', () => {
  expect(messageOf(new TypeError('bad'))).toBe('bad');
  expect(messageOf('text')).toBe('text');
  expect(messageOf(undefined)).toBe('undefined');
});
