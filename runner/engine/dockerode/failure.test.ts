import { expect, test } from 'vitest';
import { EngineError } from '../engine.ts';
import { engineError } from './failure.ts';

test.each([
  [{ statusCode: 404, json: { message: 'No such container: x' } }, 'not-found'],
  [{ statusCode: 409, json: { message: 'name is in use' } }, 'conflict'],
  [{ statusCode: 400, json: { message: 'bad parameter' } }, 'refused'],
  [{ statusCode: 500, json: { message: 'driver failed' } }, 'other'],
  [{ code: 'ECONNREFUSED', message: 'connect' }, 'unreachable'],
  [{ code: 'ENOENT', message: 'connect' }, 'unreachable'],
  [{ code: 'ERR_STREAM_PREMATURE_CLOSE', message: 'Premature close' }, 'unreachable'],
  [{ code: 'ERR_INVALID_ARG_TYPE', message: 'x' }, 'other'],
] as const)('%o is %s', (thrown, kind) => {
  expect(engineError('facts', thrown)).toMatchObject({ name: 'EngineError', kind, cause: thrown });
});

test('the message says what was being done, and what the engine said of it', () => {
  const thrown = Object.assign(new Error('(HTTP code 404) no such container - No such container: x '), {
    statusCode: 404,
    json: { message: 'No such container: x' },
  });
  expect(engineError('restart x', thrown).message).toBe('restart x: No such container: x');
  const cutOff = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  expect(engineError('events', cutOff).message).toBe('events: the engine closed the connection');
  expect(engineError('restart x', new Error('socket hang up')).message).toBe('restart x: socket hang up');
});

test('an error that is one of the engine’s already stays what it is', () => {
  const error = new EngineError('deadline', 'logs: no answer');
  expect(engineError('facts', error)).toBe(error);
});

test.each([undefined, null, 'text', 7])('%s that was thrown makes an error too', thrown => {
  expect(engineError('facts', thrown)).toMatchObject({ kind: 'other', message: `facts: ${thrown}` });
});
