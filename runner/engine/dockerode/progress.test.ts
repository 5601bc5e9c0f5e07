import { expect, test } from 'vitest';
import { EngineError } from '../engine.ts';
import { progressOf } from './progress.ts';

test('a build says what its steps say, a pull what becomes of each layer', () => {
  expect(progressOf('{"stream":"Step 1/2 : FROM scratch\\n"}', 'build x')).toBe('Step 1/2 : FROM scratch\n');
  expect(progressOf('{"status":"Downloading","id":"abc","progress":"[=> ] 1MB"}', 'pull x')).toBe(
    'abc Downloading [=> ] 1MB',
  );
  expect(progressOf('{"aux":{"ID":"sha256:0"}}', 'build x')).toBe('');
});

test('what is no JSON is a failure of the engine, and none of ours', () => {
  const fail = () => progressOf('<html>Bad gateway</html>', 'build server');
  expect(fail).toThrow(EngineError);
  expect(fail).toThrow(/^build server: /);
});

test('a line with an error is the failure, though the status was 200', () => {
  const fail = () => progressOf('{"errorDetail":{"code":1},"error":"returned a non-zero code: 1"}', 'build server');
  expect(fail).toThrow(EngineError);
  expect(fail).toThrow('build server: returned a non-zero code: 1');
});
