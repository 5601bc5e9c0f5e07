import { constants, open } from 'node:fs/promises';
import type { ReadText } from './part-files.ts';

/** The beginning of a file as text: UTF-8, UTF-16 where a mark says so, or else Windows-1252. Empty where it cannot be read. */
export async function readText(file: string, most: number): Promise<ReadText> {
  // A file that was put there as a pipe or a link meanwhile is not opened.
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    () => undefined,
  );
  if (handle === undefined) return { text: '', cut: false };
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size, most));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const isUtf16 = /^(?:fffe|feff)/.test(bytes.toString('hex', 0, 2));
    const text = decodeText(bytes);
    const bounded = boundedText(text);
    return { text: bounded, cut: size > most || bounded.length < text.length, ...(isUtf16 ? { isUtf16 } : {}) };
  } catch {
    return { text: '', cut: false };
  } finally {
    await handle.close();
  }
}

const longestLine = 4_000;
const widestGap = 200;
const mostEmptyLines = 100;

/** A text that no pattern takes long over: nobody writes such long lines, gaps or rows of empty lines but to keep us busy. Pure. */
export function boundedText(text: string): string {
  const lines = text.split('\n');
  let empty = 0;
  const kept: string[] = [];
  for (const line of lines) {
    empty = line.trim() === '' ? empty + 1 : 0;
    if (empty <= mostEmptyLines) kept.push(boundedLine(line));
  }
  return kept.join('\n');
}

function boundedLine(line: string): string {
  const short = line.length > longestLine ? line.slice(0, longestLine) : line;
  if (short.length <= widestGap) return short;
  return short.replace(/[ \t\r\v\f]{201,}/g, gap => gap.slice(0, widestGap));
}

/** A mark at the beginning of UTF-8 stays: who runs the file has to know of it. */
function decodeText(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
