import { closeSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { VolumeListing } from './volume-protocol.ts';

/** More files than this are no learner's volume; nor are deeper folders. */
const mostFiles = 20_000;
const deepest = 12;
const sampleSize = 8;

/** How every SQLite 3 file begins: https://sqlite.org/fileformat2.html#magic_header_string */
const magic = Buffer.from('SQLite format 3\0', 'latin1');

/** True where a file's header is SQLite's and its page size is one that SQLite has. */
function isDatabase(file: string): boolean {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, header, 0, header.length, 0) < header.length) return false;
  } finally {
    closeSync(handle);
  }
  const pageSize = header.readUInt16BE(16);
  return header.subarray(0, magic.length).equals(magic) && (pageSize === 1 || (pageSize & (pageSize - 1)) === 0);
}

/** All files (no folders, links or sockets) under `root`, in order of their paths, up to a limit. */
function filesUnder(root: string): { files: { path: string; bytes: number }[]; partial: boolean } {
  const files: { path: string; bytes: number }[] = [];
  let partial = false;
  const walk = (folder: string, depth: number): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
      one.name < other.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < deepest) walk(path, depth + 1);
      else if (entry.isFile() && files.length < mostFiles)
        files.push({ path: relative(root, path), bytes: sizeOf(path) });
      else if (entry.isFile() || entry.isDirectory()) partial = true;
    }
  };
  walk(root, 0);
  return { files, partial };
}

/** What is in a volume. A file that goes while we look, such as a journal, counts as empty. */
export function listVolume(root: string): VolumeListing {
  const { files, partial } = filesUnder(root);
  const isReadableDatabase = (path: string) => {
    try {
      return isDatabase(join(root, path));
    } catch {
      return false;
    }
  };
  return {
    files: files.length,
    bytes: files.reduce((total, file) => total + file.bytes, 0),
    sample: files.slice(0, sampleSize),
    databases: files.filter(file => file.bytes >= 100 && isReadableDatabase(file.path)).map(file => file.path),
    partial,
  };
}

function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
