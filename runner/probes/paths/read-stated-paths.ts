import { constants, type Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { statedPaths, type TextFile } from './stated-paths.ts';

/** What is read of a folder at most: it may be somebody's home, or handed in to do harm. */
const limits = { depth: 6, entries: 4_000, files: 200, fileBytes: 128 * 1024, bytes: 1024 * 1024 } as const;

/** What others have written, or a tool has. */
const foreign = new Set(
  'node_modules vendor bower_components site-packages venv env dist target build __pycache__ coverage'.split(' '),
);

const isDockerfile = (path: string) => /(?:^|\/)(?:[\w-]+\.)?(?:docker|container)file(?:[._-][\w-]+)?$/i.test(path);

/** Files that may say what to ask for: sources, scripts, configuration and prose. Names without an ending may be scripts. */
const isTelling = (path: string) =>
  isDockerfile(path) ||
  /\.(?:[cm]?[jt]sx?|py|go|java|kts?|scala|groovy|php|rb|ru|cs|rs|exs?|pl|cgi|lua|dart|sh|bash|bat|ps1|cmd|md|markdown|txt|conf|cfg|template|http|rest)$/i.test(
    path,
  ) ||
  /(?:^|\/)(?:makefile|justfile|caddyfile|readme|leiame|nginx[^/.]*)$|(?:^|\/)cgi-bin\/[^/]+$/i.test(path);

/**
 * The paths that the files in a folder name, likeliest first. Empty where the folder is not there, or nothing in it is made
 * for Docker: then it is about something else. Links are not followed. Never throws but where the signal aborts.
 */
export async function readStatedPaths(folder: string, signal?: AbortSignal): Promise<string[]> {
  const paths = await pathsBelow(folder, signal);
  const files: TextFile[] = [];
  let bytes = 0;
  for (const path of paths.filter(isTelling).slice(0, limits.files)) {
    signal?.throwIfAborted();
    const text = await readText(join(folder, path), Math.min(limits.fileBytes, limits.bytes - bytes));
    if (text === undefined) continue;
    bytes += text.length;
    files.push({ path, text });
  }
  return files.some(isAboutDocker) ? statedPaths(files) : [];
}

const isAboutDocker = ({ path, text }: TextFile) =>
  isDockerfile(path) || /\bdocker\b[^\n]*\b(?:run|build)\b/.test(text);

/** Shallow ones first, in the order of their names. */
async function pathsBelow(folder: string, signal: AbortSignal | undefined): Promise<string[]> {
  const found: string[] = [];
  let entries = 0;
  let level = [''];
  for (let depth = 0; depth < limits.depth && level.length > 0; depth++) {
    const below: string[] = [];
    for (const place of level) {
      signal?.throwIfAborted();
      // A folder that cannot be read has nothing to tell.
      const listed = await readdir(join(folder, place), { withFileTypes: true }).catch((): Dirent[] => []);
      for (const entry of listed.sort((one, other) => (one.name < other.name ? -1 : 1))) {
        if (++entries > limits.entries) return found;
        const path = place === '' ? entry.name : `${place}/${entry.name}`;
        if (entry.isFile()) found.push(path);
        if (entry.isDirectory() && !entry.name.startsWith('.') && !foreign.has(entry.name)) below.push(path);
      }
    }
    level = below;
  }
  return found;
}

/** `undefined` if it is no text, too large, gone, or nobody's to read. */
async function readText(file: string, maxBytes: number): Promise<string | undefined> {
  try {
    await using handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size } = await handle.stat();
    if (size === 0 || size > maxBytes) return undefined;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
    const text = buffer.toString('utf8', 0, bytesRead);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
