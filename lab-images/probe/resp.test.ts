import { expect, test } from 'vitest';
import { decodeReply, encodeCommand } from './resp.ts';

test('a command is an array of texts, each with its length in bytes', () => {
  expect(encodeCommand(['GET', 'visitação'])).toBe('*2\r\n$3\r\nGET\r\n$11\r\nvisitação\r\n');
});

test.each([
  ['+OK\r\n', 'OK'],
  [':42\r\n', 42],
  ['$-1\r\n', null],
  ['*-1\r\n', null],
  ['$0\r\n\r\n', ''],
  ['$11\r\nvisitação\r\n', 'visitação'],
  ['-WRONGTYPE no\r\n', { error: 'WRONGTYPE no' }],
  ['*2\r\n$1\r\n0\r\n*1\r\n$6\r\nvisits\r\n', ['0', ['visits']]],
])('%j is read whole, and not before it is whole', (bytes, reply) => {
  const whole = Buffer.from(bytes);
  expect(decodeReply(whole)).toEqual({ reply, end: whole.length });
  for (let length = 0; length < whole.length; length++) expect(decodeReply(whole.subarray(0, length))).toBeUndefined();
});

test('what is no RESP is told', () => {
  expect(() => decodeReply(Buffer.from('HTTP/1.1 400 Bad Request\r\n'))).toThrow(TypeError);
});
