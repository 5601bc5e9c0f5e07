import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { logLines } from './logs.ts';

const frame = (stream: number, text: string) => {
  const payload = Buffer.from(text);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(payload.length, 4);
  return Buffer.concat([header, payload]);
};

test('a log as the engine sends it', () => {
  const log = readFileSync(join(import.meta.dirname, '../../test/fixtures/engine-20.10/log-gone.bin'));
  expect(logLines(log, false)).toMatchObject([{ stream: 'stdout', text: 'tchau' }]);
});

test('both streams, in the order of their times', () => {
  const log = Buffer.concat([
    frame(1, '2026-11-20T10:00:01.000000000Z dois\n2026-11-20T10:00:03.5Z quatro é\n'),
    frame(2, '2026-11-20T10:00:00Z um\r\n'),
  ]);
  expect(logLines(log, false).map(({ stream, text }) => [stream, text])).toEqual([
    ['stderr', 'um'],
    ['stdout', 'dois'],
    ['stdout', 'quatro é'],
  ]);
});

test('a terminal’s log has no frames', () => {
  expect(logLines(Buffer.from('2026-11-20T10:00:00Z olá\r\n'), true)).toMatchObject([{ text: 'olá' }]);
});

test('what is cut off, empty or no log is left out', () => {
  expect(logLines(Buffer.alloc(0), false)).toEqual([]);
  expect(logLines(frame(1, '2026-11-20T10:00:00Z inteiro').subarray(0, 20), false)).toEqual([]);
  expect(logLines(Buffer.from('no time at all\n'), true)).toEqual([]);
});
