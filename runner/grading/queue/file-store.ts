import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freeName, replaceFile } from '../../base/replace-file.ts';
import { fileNameOf } from '../../gradebook/file-name.ts';
import type { SubmissionResult } from '../../gradebook/result.ts';
import { parsePart, renderPart } from './parse-part.ts';
import type { PartName, PartStore, SetAside, StoredPart } from './part-store.ts';

/**
 * Results as JSON, a file each: `works/<submission>/<challenge>.json`, and `submissions/<submission>.json`. Only who holds the
 * folder's lock uses it. What cannot be read is set aside, told, and never written over.
 */
export class FileStore implements PartStore {
  readonly #folder: string;
  readonly #onSetAside: (what: SetAside) => void;

  constructor(folder: string, onSetAside: (what: SetAside) => void) {
    this.#folder = folder;
    this.#onSetAside = onSetAside;
  }

  async read(name: PartName): Promise<StoredPart | undefined> {
    const file = this.#fileOf(name);
    const content = await readText(file);
    if (content === undefined) return undefined;
    const parsed = parsePart(content, name);
    if (parsed.kind === 'work') return parsed.stored;
    // It is judged again, and written over then.
    if (parsed.kind === 'older') return undefined;
    const aside = freeName(file, parsed.kind);
    await rename(file, aside);
    this.#onSetAside({ why: parsed.kind, file: aside });
    return undefined;
  }

  async keep(name: PartName, stored: StoredPart): Promise<void> {
    await write(this.#fileOf(name), renderPart(name, stored));
  }

  async keepSubmission(result: SubmissionResult): Promise<void> {
    const file = join(this.#folder, 'submissions', `${fileNameOf(result.id)}.json`);
    const content = `${JSON.stringify(result, undefined, 2)}\n`;
    if ((await readText(file)) !== content) await write(file, content);
  }

  #fileOf({ submission, challenge }: PartName): string {
    return join(this.#folder, 'works', fileNameOf(submission), `${challenge}.json`);
  }
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await replaceFile(file, content);
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
