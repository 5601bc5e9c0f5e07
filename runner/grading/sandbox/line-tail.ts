import { printableLine } from '../printable-line.ts';

/** How long a line is at most, in characters: what comes behind is passed over. */
const longest = 500;

/** What docker says about the builder that the sandbox has chosen for it: nobody's who reads this. */
const advice =
  /^DEPRECATED: The legacy builder is deprecated|^ {12}(?:BuildKit is currently disabled; enable it|environment-variable\.$|Install the buildx component)/;

/** The last lines of an output, whatever is written to it: as people can read them, and never more than so many. */
export class LineTail {
  readonly #most: number;
  readonly #decoder = new TextDecoder();
  readonly #lines: string[] = [];
  #rest = '';

  constructor(most: number) {
    this.#most = most;
  }

  write(chunk: Uint8Array): void {
    const [first = '', ...others] = this.#decoder.decode(chunk, { stream: true }).split('\n');
    this.#append(first);
    for (const line of others) {
      this.#end();
      this.#append(line);
    }
  }

  /** Oldest first, with one that has no end yet. */
  get lines(): readonly string[] {
    const last = printableLine(this.#rest, longest);
    return last === '' ? this.#lines : [...this.#lines.slice(1 - this.#most), last];
  }

  #append(text: string): void {
    if (this.#rest.length < longest * 2) this.#rest += text.slice(0, longest * 2);
  }

  #end(): void {
    const line = printableLine(this.#rest, longest);
    this.#rest = '';
    if (advice.test(line)) return;
    this.#lines.push(line);
    if (this.#lines.length > this.#most) this.#lines.shift();
  }
}
