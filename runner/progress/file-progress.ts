import { access, constants, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../base/errors.ts';
import { lockFile } from '../base/file-lock.ts';
import { freeName, replaceFile } from '../base/replace-file.ts';
import type { Parsed } from './parse-progress.ts';
import { noProgress, type Progress } from './progress.ts';
import type { Kept, ProgressStore, Reason, Trouble } from './progress-store.ts';

/** How long to wait for another `lab` that is saving, in milliseconds. */
const timeoutMs = 5_000;

/**
 * Progress in one JSON file. It is replaced as a whole, under a lock, so that nobody reads half of it, no crash leaves half
 * of it, and no `lab` loses what another one saved. What cannot be read is set aside and never written over.
 */
export class FileProgress implements ProgressStore {
  readonly file: string;
  readonly #folder: string;
  readonly #timeoutMs: number;

  constructor(folder: string, options: { readonly timeoutMs?: number } = {}) {
    this.#folder = folder;
    this.file = join(folder, 'progress.json');
    this.#timeoutMs = options.timeoutMs ?? timeoutMs;
  }

  async read(): Promise<Kept> {
    const found = await readParsed(this.file).catch((error: unknown) => messageOf(error));
    if (typeof found === 'string') return kept(noProgress, [this.#notSaved({ kind: 'system', message: found })]);
    if (found === undefined) return kept(noProgress);
    // What is not whole is looked at again under the lock, and set aside.
    return found.kind === 'progress' ? kept(found.progress) : this.#underLock(progress => progress);
  }

  update(change: (saved: Progress) => Progress, options: { backup?: 'reset' | 'import' } = {}): Promise<Kept> {
    return this.#underLock(change, options.backup);
  }

  async #underLock(change: (saved: Progress) => Progress, backup?: 'reset' | 'import'): Promise<Kept> {
    let saved = noProgress;
    const troubles: Trouble[] = [];
    let keptBefore: string | undefined;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await access(this.#folder, constants.W_OK);
      using lock = await lockFile(join(this.#folder, 'progress.lock'), { deadlineMs: this.#timeoutMs });
      const found = await readParsed(this.file);
      if (found?.kind === 'progress') saved = found.progress;
      if (lock === undefined) return kept(change(saved), [this.#notSaved({ kind: 'busy' })]);
      if (found !== undefined && found.kind !== 'progress') troubles.push(await this.#setAside(found));
      const next = change(saved);
      if (JSON.stringify(next) !== JSON.stringify(saved)) {
        if (backup !== undefined && found?.kind === 'progress') keptBefore = await this.#backUp(backup);
        await replaceFile(this.file, `${JSON.stringify(next, undefined, 2)}\n`);
      }
      return kept(next, troubles, keptBefore);
    } catch (error) {
      const reason: Reason = { kind: 'system', message: messageOf(error) };
      const known = await readParsed(this.file).catch(() => undefined);
      if (known?.kind === 'progress') saved = known.progress;
      return kept(change(saved), [...troubles, this.#notSaved(reason)], keptBefore);
    }
  }

  async #setAside(found: Exclude<Parsed, { kind: 'progress' }>): Promise<Trouble> {
    const file = freeName(this.file, found.kind);
    await rename(this.file, file);
    const problems = found.kind === 'damaged' ? found.problems : [];
    return { kind: 'set-aside', why: found.kind, file, problems };
  }

  async #backUp(before: 'reset' | 'import'): Promise<string> {
    const file = freeName(this.file, `before-${before}`);
    await replaceFile(file, await readFile(this.file));
    return file;
  }

  #notSaved(reason: Reason): Trouble {
    return { kind: 'not-saved', file: this.file, reason };
  }
}

function kept(progress: Progress, troubles: readonly Trouble[] = [], backup?: string): Kept {
  return { progress, troubles, backup };
}

/** Undefined if there is no file. What reads it, and what tells faults, is loaded only when it is needed. */
async function readParsed(file: string): Promise<Parsed | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    const { soundProgress } = await import('./sound-progress.ts');
    const progress = soundProgress(text);
    if (progress !== undefined) return { kind: 'progress', progress };
    const { parseProgress } = await import('./parse-progress.ts');
    return parseProgress(text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
