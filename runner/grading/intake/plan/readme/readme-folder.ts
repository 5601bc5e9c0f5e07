import { posix } from 'node:path';
import { shellQuote } from '../../../../base/shell-quote.ts';
import { buildPaths } from './build-paths.ts';

/** What there is in a part's folder: paths below it. */
export interface ReadmeFiles {
  readonly folders: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
}

/**
 * Where a README's commands are to be run. Its `cd` lines are often meant from above the part's folder, or from its root though
 * another block has left it, and its paths with other accents or capitals than those on disk: each is turned into one that gets
 * there from where the commands before it have got to.
 */
export class ReadmeFolder {
  readonly #files: ReadmeFiles;
  readonly #known: ReadonlyMap<string, string>;
  #current = '';
  #previous = '';

  constructor(files: ReadmeFiles) {
    this.#files = files;
    const all = [...files.folders, ...files.paths];
    const counted = new Map<string, string | undefined>();
    // Where two names are told apart by their form alone, neither is guessed.
    for (const path of all) counted.set(formless(path), counted.has(formless(path)) ? undefined : path);
    this.#known = new Map([...counted].flatMap(([key, path]) => (path === undefined ? [] : [[key, path] as const])));
  }

  /** The `cd` to run, or undefined where it leads nowhere in the part's folder, and so is left out. */
  enter(target: string): string | undefined {
    if (/[$`*]/.test(target)) return `cd ${target}`;
    const to =
      target === '-' ? this.#previous : this.#resolve(target.replace(/^(['"])(.*)\1$/, '$2').replaceAll('\\', '/'));
    return to === undefined ? undefined : this.#go(to);
  }

  /**
   * The lines for a command: itself, behind a `cd` where what it builds is only found from another folder, or with the paths that
   * there are.
   */
  at(command: string): string[] {
    const wanted = buildPaths(command);
    if (wanted === undefined || this.#files.paths.size === 0) return [command];
    for (const base of new Set([this.#current, '', ...above(this.#current)])) {
      const found = this.#found(base, wanted.context, wanted.file);
      if (found === undefined) continue;
      const line = this.#go(base);
      return [...(line === undefined ? [] : [line]), this.#rewritten(command, wanted, found)];
    }
    // Paths from above the part's folder begin with folders that are not in it.
    const segments = wanted.context.split('/').filter(part => part !== '' && part !== '.');
    for (let first = 1; first <= segments.length; first += 1) {
      const context = segments.slice(first).join('/') || '.';
      const start = `${segments.slice(0, first).join('/')}/`;
      const file = wanted.file?.replace(/^\.\//, '');
      const found = this.#found('', context, file?.startsWith(start) ? file.slice(start.length) : file);
      if (found === undefined) continue;
      const line = this.#go('');
      return [...(line === undefined ? [] : [line]), this.#rewritten(command, wanted, found)];
    }
    return [command];
  }

  #go(to: string): string | undefined {
    if (to === this.#current) return undefined;
    const path = posix.relative(this.#current, to) || '.';
    this.#previous = this.#current;
    this.#current = to;
    return `cd ${shellQuote(path)}`;
  }

  /** A context and a Dockerfile as they are on disk, below `base`. */
  #found(base: string, context: string, file: string | undefined) {
    const folder = this.#folder(posix.join(base, context));
    if (folder === undefined) return undefined;
    const dockerfile = this.#file(file === undefined ? posix.join(folder, 'Dockerfile') : posix.join(base, file));
    return dockerfile === undefined ? undefined : { folder, dockerfile };
  }

  #rewritten(
    command: string,
    { context, file }: { readonly context: string; readonly file?: string | undefined },
    found: { readonly folder: string; readonly dockerfile: string },
  ): string {
    let text = command;
    const swap = (from: string, to: string) => {
      if (inFolder(this.#current, from) === to) return;
      const at = text.lastIndexOf(from);
      const path = posix.relative(this.#current, to) || '.';
      const isQuoted = /['"]/.test(text[at - 1] ?? '');
      if (at >= 0) text = text.slice(0, at) + (isQuoted ? path : shellQuote(path)) + text.slice(at + from.length);
    };
    swap(context, found.folder);
    if (file !== undefined) swap(file, found.dockerfile);
    return text;
  }

  #folder(path: string): string | undefined {
    const clean = cleaned(path);
    if (clean === '' || this.#files.folders.has(clean)) return clean;
    const known = this.#known.get(formless(clean));
    return known !== undefined && this.#files.folders.has(known) ? known : undefined;
  }

  #file(path: string): string | undefined {
    const clean = cleaned(path);
    if (this.#files.paths.has(clean)) return clean;
    const known = this.#known.get(formless(clean));
    return known !== undefined && this.#files.paths.has(known) ? known : undefined;
  }

  #resolve(target: string): string | undefined {
    const clean = target.replace(/\/+$/, '');
    if (clean === '' || clean === '~') return '';
    if (/^(?:\.\.\/?)+$/.test(clean)) return this.#folder(posix.join(this.#current, clean)) ?? '';
    const parts = clean.split('/').filter(part => part !== '' && part !== '~');
    const here = clean.startsWith('/') ? undefined : this.#folder(posix.join(this.#current, clean));
    if (here !== undefined) return here;
    for (let first = 0; first < parts.length; first += 1) {
      const found = this.#folder(parts.slice(first).join('/'));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** Without regard to capitals and to how accents are written: as a Mac or Windows finds a file. */
function formless(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function cleaned(path: string): string {
  return posix.normalize(path).replace(/^\.$/, '').replace(/\/$/, '');
}

function inFolder(folder: string, path: string): string {
  return cleaned(posix.join(folder, path));
}

function above(folder: string): string[] {
  const parts = folder.split('/');
  return parts.map((_, depth) => parts.slice(0, parts.length - depth - 1).join('/')).filter(path => path !== '');
}
