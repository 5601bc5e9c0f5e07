import {
  chmodSync,
  chownSync,
  copyFileSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** SQLite keeps what belongs to a database beside it, under these names. */
const companions = ['', '-wal', '-shm', '-journal'];
/** What SQLite's state is in: the index of the WAL (`-shm`) is made anew from it. */
const telling = ['', '-wal', '-journal'];

const mostTries = 40;
const betweenMs = 40;

/** Copies a folder with owners and modes, so that the program that owned the original can work on the copy. */
export function copyFolder(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target, { recursive: true });
      copyFolder(source, target);
    } else if (entry.isFile()) copyFile(source, target);
    else if (entry.isSymbolicLink()) copyLink(source, target);
  }
  adopt(from, to);
}

/**
 * Copies databases that may be written to at this moment: again and again, until none of their files has changed during
 * the copy. False where that did not come about.
 */
export async function copyDatabases(from: string, to: string, paths: readonly string[]): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = stampOf(from, paths);
    for (const path of paths) copyDatabase(join(from, path), join(to, path));
    if (stampOf(from, paths) === before) return true;
    await pause(betweenMs);
  }
  return false;
}

/** Says whether databases have changed: it differs when they have. */
export function stampOf(root: string, paths: readonly string[]): string {
  const files = paths.flatMap(path => telling.map(suffix => join(root, path + suffix)));
  return files
    .map(file => {
      const stat = lstatSync(file, { throwIfNoEntry: false, bigint: true });
      return stat === undefined ? '-' : `${stat.ino}:${stat.size}:${stat.mtimeNs}`;
    })
    .join(' ');
}

function copyDatabase(from: string, to: string): void {
  for (const suffix of companions) rmSync(to + suffix, { force: true });
  for (const suffix of telling) copyFile(from + suffix, to + suffix);
}

/** Journals come and go while we copy. */
function copyFile(from: string, to: string): void {
  try {
    copyFileSync(from, to);
    adopt(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    rmSync(to, { force: true });
  }
}

function copyLink(from: string, to: string): void {
  const { uid, gid } = lstatSync(from);
  symlinkSync(readlinkSync(from), to);
  lchownSync(to, uid, gid);
}

function adopt(from: string, to: string): void {
  const { mode, uid, gid } = lstatSync(from);
  chmodSync(to, mode & 0o7777);
  chownSync(to, uid, gid);
}
