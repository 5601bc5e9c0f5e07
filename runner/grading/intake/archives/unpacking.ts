import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Message } from '../../../base/message.ts';
import { say } from '../../../language/say.ts';
import type { IntakeLimits } from '../archive-limits.ts';
import { isClutter, isForeign } from '../clutter.ts';
import { printable } from '../printable.ts';
import { ArchiveRefused } from '../refused.ts';
import { entryPath, linkTarget } from './entry-path.ts';

/** What an archive is unpacked with. */
export interface UnpackOptions {
  readonly limits: IntakeLimits;
  readonly signal: AbortSignal;
  /** What is left for this submission: the archives in it share it. */
  readonly allowance: Allowance;
}

/** What may still be unpacked. */
export interface Allowance {
  bytes: number;
  entries: number;
}

/** A file of so many bytes is small, and read at once. */
export const smallBytes = 256 * 1024;
const writesAtOnce = 32;

interface Link {
  readonly path: string;
  readonly target: string;
}

/**
 * Writes an archive's entries into an empty folder. It never makes a link, a device or anything outside of that folder, so
 * no entry can lead a later one astray. Every method throws ArchiveRefused where a limit is reached.
 */
export class Unpacking {
  readonly #folder: string;
  readonly #options: UnpackOptions;
  readonly #packedBytes: number;
  #unpackedBytes = 0;
  /** Without regard to case, because not every file system has any. */
  readonly #written = new Map<string, { path: string; kind: 'file' | 'folder'; size: number }>();
  readonly #links: Link[] = [];
  readonly #writing = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;
  #replaced = 0;
  #skippedLinks = 0;
  #firstReplaced = '';
  #firstSkipped = '';

  constructor(folder: string, packedBytes: number, options: UnpackOptions) {
    this.#folder = folder;
    this.#packedBytes = packedBytes;
    this.#options = options;
  }

  async folder(name: string): Promise<void> {
    const path = this.#announce(name);
    if (path !== undefined) await this.#makeFolder(path, name);
  }

  /** Writes a file. Whoever reads the archive has counted its bytes. */
  async file(name: string, executable: boolean, content: AsyncIterable<unknown>): Promise<void> {
    const path = this.#announce(name);
    if (path === undefined) {
      // The rest of an archive that is read in one go comes after it.
      for await (const _ of content) this.#options.signal.throwIfAborted();
      return;
    }
    const target = await this.#place(path, name);
    let size = 0;
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        size += chunk.length;
        if (size > this.#options.limits.fileBytes) done(this.#tooBig(name));
        else done(null, chunk);
      },
    });
    const to = createWriteStream(target, { flags: 'wx', mode: modeOf(executable) });
    await pipeline(content, counted, to, { signal: this.#options.signal });
    this.#written.set(key(path), { path: relative(this.#folder, target), kind: 'file', size });
  }

  /** The same for a small file: many of them are written at once. */
  async smallFile(name: string, executable: boolean, content: Buffer): Promise<void> {
    const path = this.#announce(name);
    if (path === undefined) return;
    const { length } = content;
    if (length > this.#options.limits.fileBytes) throw this.#tooBig(name);
    const target = await this.#place(path, name);
    if (this.#writing.size >= writesAtOnce) await Promise.race(this.#writing);
    if (this.#failure !== undefined) throw this.#failure.error;
    const writing = writeFile(target, content, { flag: 'wx', mode: modeOf(executable) })
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
    this.#written.set(key(path), { path: relative(this.#folder, target), kind: 'file', size: length });
  }

  /** A link inside of the archive is noted, and becomes a copy of what it points to at the end. */
  link(name: string, target: string, kind: 'symbolic' | 'hard'): void {
    const path = this.#announce(name);
    if (path === undefined) return;
    const to = linkTarget(kind === 'hard' ? '' : path, target);
    if (to !== undefined) this.#links.push({ path, target: to });
    // The environment of a Python program links to the system's Python: no reason to refuse a whole submission.
    else if (path.split('/').some(isForeign)) this.#skip(path);
    else throw new ArchiveRefused(say('intake.link-out', { name: printable(name), target: printable(target) }));
  }

  refuse(name: string, kind: 'device' | 'sparse' | 'encrypted' | 'unknown'): never {
    throw new ArchiveRefused(say('intake.bad-entry', { name: printable(name), kind }));
  }

  /** Counts bytes that came out of the archive, whatever becomes of them. */
  count(bytes: number): void {
    const { limits, allowance } = this.#options;
    this.#unpackedBytes += bytes;
    allowance.bytes -= bytes;
    if (allowance.bytes < 0) throw new ArchiveRefused(say('intake.too-much', { bytes: limits.unpackedBytes }));
    const most = Math.max(limits.ratioFreeBytes, this.#packedBytes * limits.ratio);
    if (this.#unpackedBytes > most) throw new ArchiveRefused(say('intake.bomb', { ratio: limits.ratio }));
  }

  /** Makes the copies that links stand for. Returns what is worth a remark. */
  async finish(): Promise<readonly Message[]> {
    await this.settle();
    for (const { path, target } of this.#links) await this.#copyLinked(path, target);
    const remarks: Message[] = [];
    if (this.#replaced > 0)
      remarks.push(say('intake.duplicate-entries', { count: this.#replaced, first: printable(this.#firstReplaced) }));
    if (this.#skippedLinks > 0)
      remarks.push(say('intake.skipped-links', { count: this.#skippedLinks, first: printable(this.#firstSkipped) }));
    return remarks;
  }

  /** Waits until nothing is being written any more. Throws what went wrong with it. */
  async settle(): Promise<void> {
    await Promise.all(this.#writing);
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  async #copyLinked(path: string, target: string): Promise<void> {
    const from = this.#written.get(key(target));
    if (from?.kind !== 'file' || this.#written.has(key(path))) return this.#skip(path);
    this.count(from.size);
    await copyFile(join(this.#folder, from.path), await this.#place(path, path));
    this.#written.set(key(path), { ...from, path });
  }

  /** The path of an entry, or undefined where it is not wanted. */
  #announce(name: string): string | undefined {
    const { limits, signal, allowance } = this.#options;
    signal.throwIfAborted();
    allowance.entries -= 1;
    if (allowance.entries < 0) throw new ArchiveRefused(say('intake.too-many', { most: limits.entries }));
    const path = entryPath(name, limits);
    return path === '' || isClutter(path) ? undefined : path;
  }

  /** Makes room for a file: the last of several with the same name is the one that counts. */
  async #place(path: string, name: string): Promise<string> {
    const before = this.#written.get(key(path));
    if (before?.kind === 'folder') throw new ArchiveRefused(say('intake.file-and-folder', { name: printable(name) }));
    if (before !== undefined) {
      this.#replaced += 1;
      this.#firstReplaced ||= path;
      await this.settle();
      await rm(join(this.#folder, before.path), { force: true });
    }
    await this.#makeFolder(dirname(path), name);
    return join(this.#folder, this.#onDisk(path));
  }

  async #makeFolder(path: string, name: string): Promise<void> {
    if (path === '.') return;
    const before = this.#written.get(key(path));
    if (before?.kind === 'folder') return;
    if (before !== undefined) throw new ArchiveRefused(say('intake.file-and-folder', { name: printable(name) }));
    await this.#makeFolder(dirname(path), name);
    const onDisk = this.#onDisk(path);
    await mkdir(join(this.#folder, onDisk), { recursive: true, mode: 0o755 });
    this.#written.set(key(path), { path: onDisk, kind: 'folder', size: 0 });
  }

  /** With the folder's name as it was first written: `App/` and `app/` are one. */
  #onDisk(path: string): string {
    const parent = dirname(path);
    const name = path.slice(parent === '.' ? 0 : parent.length + 1);
    return parent === '.' ? name : join(this.#written.get(key(parent))?.path ?? parent, name);
  }

  #skip(path: string): void {
    this.#skippedLinks += 1;
    this.#firstSkipped ||= path;
  }

  #tooBig(name: string): ArchiveRefused {
    return new ArchiveRefused(
      say('intake.file-too-big', { name: printable(name), bytes: this.#options.limits.fileBytes }),
    );
  }
}

function modeOf(executable: boolean): number {
  return executable ? 0o755 : 0o644;
}

function key(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
