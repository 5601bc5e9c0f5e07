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
    return { text: decodeText(bytes), cut: size > most, ...(isUtf16 ? { isUtf16 } : {}) };
  } catch {
    return { text: '', cut: false };
  } finally {
    await handle.close();
  }
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
