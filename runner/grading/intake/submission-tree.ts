import { join } from 'node:path';
import { isForeign } from './clutter.ts';
import { type Listed, type Listing, leadsOut } from './list-folder.ts';

/** All of a submission's files under the names that people know, wherever they are: some may come from archives inside of it. */
export class SubmissionTree {
  readonly #roots: { readonly prefix: string; readonly folder: string }[] = [];
  #entries: Listed[] = [];
  #cut = false;

  /** Adds what is in a folder under a path of the submission; empty for the submission itself. */
  add(prefix: string, folder: string, { entries, cut }: Listing): void {
    this.#roots.push({ prefix, folder });
    const parents: Listed[] = prefix === '' ? [] : [{ path: prefix, kind: 'folder', size: 0, executable: false }];
    this.#entries.push(
      ...parents,
      ...entries.map(entry => (prefix === '' ? entry : { ...entry, path: `${prefix}/${entry.path}` })),
    );
    this.#cut ||= cut;
  }

  get entries(): readonly Listed[] {
    return this.#entries;
  }

  get isCut(): boolean {
    return this.#cut;
  }

  get folders(): string[] {
    return this.#entries.filter(({ kind }) => kind === 'folder').map(({ path }) => path);
  }

  /** What is in a folder, with paths below it. */
  under(folder: string): Listed[] {
    if (folder === '') return [...this.#entries];
    const start = `${folder}/`;
    return this.#entries
      .filter(({ path }) => path.startsWith(start))
      .map(entry => ({ ...entry, path: entry.path.slice(start.length) }));
  }

  /** Absolute: where a path of the submission is on this machine. */
  real(path: string): string {
    const root = this.#roots
      .filter(({ prefix }) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`))
      .sort((one, other) => other.prefix.length - one.prefix.length)[0];
    if (root === undefined) throw new RangeError(`${path} is in no root`);
    return join(root.folder, path.slice(root.prefix === '' ? 0 : root.prefix.length + 1));
  }

  /** Links out of it; those of a Python environment or of installed packages are nobody's concern. */
  get linksOut(): readonly Listed[] {
    return this.#entries.filter(entry => leadsOut(entry) && !entry.path.split('/').some(isForeign));
  }

  get oddFiles(): readonly Listed[] {
    return this.#entries.filter(({ kind }) => kind === 'other');
  }
}
