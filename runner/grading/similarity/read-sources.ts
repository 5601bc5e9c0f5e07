import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { grammarOf } from './grammar.ts';
import { type Source, sourceOf } from './source.ts';

/** What is read of one folder at most. What is beyond is left out without a word: this tells where to look, and no more. */
export interface ReadingCaps {
  /** Of one file; larger ones are left out whole. */
  readonly fileBytes: number;
  /** Of all files together. */
  readonly bytes: number;
  readonly files: number;
  /** Of folders and files that are walked past. */
  readonly entries: number;
  /** Of folders in folders. */
  readonly depth: number;
}

export const readingCaps: ReadingCaps = {
  fileBytes: 256 * 1024,
  bytes: 1024 * 1024,
  files: 300,
  entries: 20_000,
  depth: 12,
};

/** What others have written, or a tool has. */
const foreign = new Set(
  'node_modules vendor bower_components site-packages venv env dist target __pycache__ coverage'.split(' '),
);

/**
 * Reads the code in a folder, one file after the other, in the order of their names. Links are not followed, and hidden folders, those
 * of other people's code, and files that are not there, no text, or not written by hand are left out.
 */
export async function readSources(
  folder: string,
  { caps = readingCaps, signal }: { caps?: ReadingCaps; signal?: AbortSignal | undefined } = {},
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  let bytes = 0;
  for (const file of await filesIn(folder, caps, signal)) {
    signal?.throwIfAborted();
    if (sources.length >= caps.files) break;
    const text = await readText(join(folder, file), Math.min(caps.fileBytes, caps.bytes - bytes));
    if (text === undefined) continue;
    bytes += text.length;
    const source = sourceOf(file, text);
    if (source !== undefined) sources.push(source);
  }
  return sources;
}

/** Paths of the files that may hold code, below the folder. */
async function filesIn(folder: string, caps: ReadingCaps, signal: AbortSignal | undefined): Promise<readonly string[]> {
  const files: string[] = [];
  let entries = 0;
  const walk = async (path: string, depth: number): Promise<void> => {
    signal?.throwIfAborted();
    // A folder that cannot be read has nothing to tell.
    const found = await readdir(join(folder, path), { withFileTypes: true }).catch(() => []);
    found.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of found) {
      if (++entries > caps.entries) return;
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isFile() && grammarOf(below) !== undefined) files.push(below);
      const isOwn = entry.isDirectory() && !entry.name.startsWith('.') && !foreign.has(entry.name);
      if (isOwn && depth < caps.depth) await walk(below, depth + 1);
    }
  };
  await walk('', 1);
  return files;
}

/** The text of a regular file; `undefined` if it is too large, or none. What is no UTF-8 in it becomes U+FFFD. */
export async function readText(path: string, maxBytes: number): Promise<string | undefined> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size } = await file.stat();
    if (size === 0 || size > maxBytes) return undefined;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0);
    const text = buffer.toString('utf8', 0, bytesRead);
    return text.includes('\0') || isPacked(text) ? undefined : text;
  } catch {
    // It has gone, or is nobody's to read.
    return undefined;
  }
}

/** Nobody writes many lines of so many characters by hand. */
function isPacked(text: string): boolean {
  const lines = text.split('\n').length;
  return text.length > 8192 && text.length / lines > 250;
}
