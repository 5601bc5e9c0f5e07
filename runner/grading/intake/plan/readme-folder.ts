import { posix } from 'node:path';
import { shellQuote } from '../../../base/shell-quote.ts';

/**
 * Where a README's `cd` lines lead. They are often meant from above the part's folder, or from its root though another block has
 * left it: each is turned into one that gets there from where the commands before it have got to.
 */
export class ReadmeFolder {
  readonly #folders: ReadonlySet<string>;
  #current = '';
  #previous = '';

  /** `folders`: all of the part's, below it. */
  constructor(folders: ReadonlySet<string>) {
    this.#folders = folders;
  }

  /** The `cd` to run, or undefined where it leads nowhere in the part's folder, and so is left out. */
  enter(target: string): string | undefined {
    if (/[$`*]/.test(target)) return `cd ${target}`;
    const to =
      target === '-' ? this.#previous : this.#resolve(target.replace(/^(['"])(.*)\1$/, '$2').replaceAll('\\', '/'));
    if (to === undefined || to === this.#current) return undefined;
    const path = posix.relative(this.#current, to) || '.';
    this.#previous = this.#current;
    this.#current = to;
    return `cd ${shellQuote(path)}`;
  }

  #resolve(target: string): string | undefined {
    const clean = target.replace(/\/+$/, '');
    const from = (base: string, path: string) => {
      const joined = posix.normalize(posix.join(base, path)).replace(/^\.$/, '').replace(/\/$/, '');
      return joined === '' || this.#folders.has(joined) ? joined : undefined;
    };
    if (clean === '' || clean === '~') return '';
    if (/^(?:\.\.\/?)+$/.test(clean)) return from(this.#current, clean) ?? '';
    const parts = clean.split('/').filter(part => part !== '' && part !== '~');
    const here = clean.startsWith('/') ? undefined : from(this.#current, clean);
    if (here !== undefined) return here;
    for (let first = 0; first < parts.length; first += 1) {
      const found = from('', parts.slice(first).join('/'));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
