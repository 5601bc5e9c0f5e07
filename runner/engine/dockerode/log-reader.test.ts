import { describe, expect, it } from 'vitest';
import { logReader } from './log-reader.ts';

const time = '2026-11-20T10:00:00.000000001Z';
const frame = (stream: number, payload: string | Buffer) => {
  const header = Buffer.alloc(8);
  const bytes = Buffer.from(payload as string);
  header[0] = stream;
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
};

/** What is read where the log comes in pieces of a size. */
function readBy(size: number, log: Buffer, tty = false) {
  const reader = logReader(tty);
  const lines = [];
  for (let at = 0; at < log.length; at += size) lines.push(...reader.push(log.subarray(at, at + size)));
  return [...lines, ...reader.end()];
}

describe('logReader', () => {
  const log = Buffer.concat([
    frame(1, `${time} olá, contêiner 容器 🚢\n`),
    frame(2, `${time} oops\r\n`),
    frame(1, `${time} \n`),
  ]);

  it.each([1, 2, 3, 7, 8, 9, 30, 1000])('reads both streams in pieces of %i bytes', size => {
    expect(readBy(size, log)).toEqual([
      { at: time, stream: 'stdout', text: 'olá, contêiner 容器 🚢' },
      { at: time, stream: 'stderr', text: 'oops' },
      { at: time, stream: 'stdout', text: '' },
    ]);
  });

  it('tells a line as soon as it is whole', () => {
    const reader = logReader(false);
    const bytes = frame(1, `${time} now\n`);
    expect(reader.push(bytes.subarray(0, -1))).toEqual([]);
    expect(reader.push(bytes.subarray(-1))).toMatchObject([{ text: 'now' }]);
  });

  it('joins a line that the engine told in parts, each with a time, even within a character', () => {
    const text = Buffer.from('é');
    const parts = [
      frame(1, Buffer.concat([Buffer.from(`${time} caf`), text.subarray(0, 1)])),
      frame(2, `${time} between\n`),
      frame(1, Buffer.concat([Buffer.from(`${time} `), text.subarray(1), Buffer.from('!\n')])),
    ];
    expect(readBy(5, Buffer.concat(parts)).map(line => line.text)).toEqual(['between', 'café!']);
  });

  it('reads the bare text of a terminal', () => {
    const text = Buffer.from(`${time} olá\r\n${time} prompt>`);
    for (const size of [1, 4, 100]) {
      expect(readBy(size, text, true).map(line => line.text)).toEqual(['olá', 'prompt>']);
    }
  });

  it('does not keep a line for ever that never ends', () => {
    const reader = logReader(false);
    const told = Array.from({ length: 40 }, () => reader.push(frame(1, `${time} ${'x'.repeat(8192)}`))).flat();
    expect(told.length).toBeGreaterThan(3);
    const all = [...told, ...reader.end()];
    expect(all.map(line => line.text).join('')).toBe('x'.repeat(40 * 8192));
    expect(all.every(line => line.at === time)).toBe(true);
  });

  it('gathers no frame that no engine would send', () => {
    const header = Buffer.from([1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
    expect(() => logReader(false).push(header)).toThrow('no part of a log');
  });

  it('leaves out what has no time', () => {
    expect(readBy(100, frame(1, 'no time at all\n'))).toEqual([]);
  });
});
