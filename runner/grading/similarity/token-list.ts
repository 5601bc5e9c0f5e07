/** The words and signs of a file, in which neither names nor what texts, numbers and comments say is left. */
export interface Tokens {
  /** A sign or keyword as a number that is the same everywhere; 0 for a name. */
  readonly signs: Uint32Array;
  /** For a name: how many tokens ago the same one stood last; 0 where it had not. */
  readonly since: Uint32Array;
  /** Line numbers, from 1. */
  readonly lines: Uint32Array;
}

/** FNV-1a, of 32 bits; never 0. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0 || 1;
}

/** Tokens as they are found, one after the other. */
export class TokenList {
  readonly #signs: number[] = [];
  readonly #since: number[] = [];
  readonly #lines: number[] = [];
  /** Where each name stood last. */
  readonly #last = new Map<string, number>();
  readonly #numbers = new Map<string, number>();

  sign(sign: string, line: number): void {
    let value = this.#numbers.get(sign);
    if (value === undefined) {
      value = numberOf(sign);
      this.#numbers.set(sign, value);
    }
    this.#push(value, 0, line);
  }

  name(name: string, line: number): void {
    const here = this.#signs.length;
    this.#push(0, here - (this.#last.get(name) ?? here), line);
    this.#last.set(name, here);
  }

  get tokens(): Tokens {
    return {
      signs: Uint32Array.from(this.#signs),
      since: Uint32Array.from(this.#since),
      lines: Uint32Array.from(this.#lines),
    };
  }

  #push(sign: number, since: number, line: number): void {
    this.#signs.push(sign);
    this.#since.push(since);
    this.#lines.push(line);
  }
}
