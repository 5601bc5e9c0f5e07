import { StringDecoder } from 'node:string_decoder';
import type { LogLine } from '../facts.ts';

/** Takes a log in pieces of any size, and gives the lines that have become whole. */
export interface LogReader {
  push(chunk: Buffer): LogLine[];
  /** What was left without a line end when the log ended. */
  end(): LogLine[];
}

/** A program that never ends its line must not fill the memory: what is longer is told in pieces of this many bytes. */
const longest = 64 * 1024;
const headerLength = 8;
/** No engine sends so much in one frame, in bytes: what claims it is no log, and is not gathered. */
const largestFrame = 4 * 1024 * 1024;
const space = 0x20;

/**
 * Reads a log that is followed, with timestamps, in the frames (or, with a terminal, the bare text) that `logs.ts` tells
 * of. Frames, lines and characters may be split anywhere. Each frame begins with its time, also where it only goes on
 * with a line that was too long for one. `push` throws where what comes is no log.
 */
export function logReader(tty: boolean): LogReader {
  const out = lineReader('stdout');
  if (tty) return { push: chunk => out.push(chunk), end: () => out.end() };
  const err = lineReader('stderr');
  let rest: Buffer = Buffer.alloc(0);
  return {
    push: chunk => {
      const lines: LogLine[] = [];
      const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let at = 0;
      while (at + headerLength <= all.length) {
        const length = all.readUInt32BE(at + 4);
        if (length > largestFrame) throw new Error(`a frame of ${length} bytes is no part of a log`);
        const end = at + headerLength + length;
        if (end > all.length) break;
        const reader = all[at] === 2 ? err : out;
        lines.push(...reader.frame(all.subarray(at + headerLength, end)));
        at = end;
      }
      rest = Buffer.from(all.subarray(at));
      return lines;
    },
    end: () => [...out.end(), ...err.end()].sort((one, other) => (one.at < other.at ? -1 : 1)),
  };
}

function lineReader(stream: LogLine['stream']) {
  const decoder = new StringDecoder('utf8');
  let pending = '';
  const take = (text: string): LogLine[] => {
    pending += text;
    if (!pending.includes('\n') && pending.length < longest) return [];
    const parts = pending.split(/\r?\n/);
    pending = parts.pop() ?? '';
    const lines = parts.flatMap(part => parsed(part, stream));
    if (pending.length < longest) return lines;
    const [line] = parsed(pending, stream);
    pending = line === undefined ? '' : `${line.at} `;
    return line === undefined ? lines : [...lines, line];
  };
  return {
    push: (bytes: Buffer) => take(decoder.write(bytes)),
    frame: (bytes: Buffer) => {
      const goesOn = pending !== '' && startsWithTime(bytes);
      return take(decoder.write(goesOn ? bytes.subarray(bytes.indexOf(space) + 1) : bytes));
    },
    end: () => {
      const last = pending + decoder.end();
      pending = '';
      return parsed(last.replace(/\r$/, ''), stream);
    },
  };
}

function parsed(line: string, stream: LogLine['stream']): LogLine[] {
  const at = line.indexOf(' ') < 0 ? line : line.slice(0, line.indexOf(' '));
  return isTime(at) ? [{ at, stream, text: line.slice(at.length + 1) }] : [];
}

function startsWithTime(bytes: Buffer): boolean {
  const end = bytes.indexOf(space);
  return end > 0 && end < 40 && isTime(bytes.toString('latin1', 0, end));
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text);
}
