import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as tar from 'tar-stream';

/** Every entry has this time, so that the same content makes the same archive. */
const someTime = new Date('2026-01-01T00:00:00Z');

export interface Ownership {
  readonly owner?: number;
  readonly mode?: number;
}

/** Writes a tar archive, each entry once and in the order given. Parent folders come by themselves. */
export class TarWriter {
  readonly #pack = tar.pack();
  readonly #names = new Set<string>();

  /** The archive. */
  readonly stream: Readable = Readable.from(this.#pack, { objectMode: false });

  has(name: string): boolean {
    return this.#names.has(name);
  }

  folder(name: string, { owner = 0, mode = 0o755 }: Ownership = {}): Promise<void> {
    return this.#add({ name, type: 'directory', uid: owner, gid: owner, mode });
  }

  link(name: string, target: string): Promise<void> {
    return this.#add({ name, type: 'symlink', linkname: target, mode: 0o777 });
  }

  hardLink(name: string, target: string): Promise<void> {
    return this.#add({ name, type: 'link', linkname: target });
  }

  text(name: string, content: string | Buffer, { owner = 0, mode = 0o644 }: Ownership = {}): Promise<void> {
    return this.#add({ name, type: 'file', uid: owner, gid: owner, mode }, Buffer.from(content));
  }

  /** The content of a file of this machine. */
  async file(name: string, path: string, ownership: Ownership = {}): Promise<void> {
    const { size } = await stat(path);
    await this.content(name, createReadStream(path), size, ownership);
  }

  async content(
    name: string,
    from: AsyncIterable<Uint8Array>,
    size: number,
    { owner = 0, mode = 0o644 }: Ownership,
  ): Promise<void> {
    if (!(await this.#announce(name))) return;
    const header = { name, type: 'file' as const, uid: owner, gid: owner, mode, mtime: someTime, size };
    await pipeline(from, this.#pack.entry(header) as unknown as NodeJS.WritableStream);
  }

  end(): void {
    this.#pack.finalize();
  }

  async #add(header: Partial<tar.Header> & Pick<tar.Header, 'name'>, content?: Buffer): Promise<void> {
    if (!(await this.#announce(header.name))) return;
    await new Promise<void>((resolve, reject) => {
      const done = (error?: Error | null) => (error ? reject(error) : resolve());
      const complete = { uid: 0, gid: 0, mode: 0o644, mtime: someTime, ...header };
      if (content) this.#pack.entry(complete, content, done);
      else this.#pack.entry(complete, done);
    });
  }

  /** False if the name is taken. */
  async #announce(name: string): Promise<boolean> {
    if (this.#names.has(name)) return false;
    const parent = name.slice(0, Math.max(name.lastIndexOf('/'), 0));
    if (parent !== '' && !this.#names.has(parent)) await this.folder(parent);
    this.#names.add(name);
    return true;
  }
}
