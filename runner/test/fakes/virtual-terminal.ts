import type { Output } from '../../app/lab.ts';

/** A terminal that knows what a live display needs: line ends, going to the first column, up, and erasing a line. */
export class VirtualTerminal implements Output {
  readonly isTerminal: boolean = true;
  readonly colour = false;
  readonly columns = 80;
  readonly up?: ((lines: number) => void) | undefined = lines => {
    this.#row = Math.max(0, this.#row - lines);
    this.#column = 0;
  };
  readonly #rows: string[] = [''];
  #row = 0;
  #column = 0;

  write(text: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it obeys.
    for (const [part] of text.matchAll(/\r|\n|\u001b\[K|[^\r\n\u001b]+/g)) this.#obey(part);
  }

  /** The rows down to the last one with something on it. */
  lines(): string[] {
    const last = this.#rows.findLastIndex(row => row.trim() !== '');
    return this.#rows.slice(0, last + 1).map(row => row.trimEnd());
  }

  #obey(part: string): void {
    const row = this.#rows[this.#row] ?? '';
    if (part === '\r') this.#column = 0;
    else if (part === '\n') {
      this.#row += 1;
      this.#column = 0;
      this.#rows[this.#row] ??= '';
    } else if (part === '\u001b[K') this.#rows[this.#row] = row.slice(0, this.#column);
    else {
      this.#rows[this.#row] =
        row.slice(0, this.#column).padEnd(this.#column) + part + row.slice(this.#column + part.length);
      this.#column += part.length;
    }
  }
}
