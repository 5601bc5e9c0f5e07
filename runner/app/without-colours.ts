import { stripVTControlCharacters } from 'node:util';

const start = '\u001b';
/** A control sequence, to its final byte (ECMA-48, 5.4), or an escape sequence of another kind. */
const whole = new RegExp(`^${start}(\\[[0-?]*[ -/]*[@-~]|[^[])`);
/** No colour is as long as this: what goes on for longer is no sequence that a terminal would wait for either. */
const longestSequence = 64;

/** Text that comes in pieces, without colours and other signs to a terminal: those, too, that two pieces share. */
export class WithoutColours {
  #held = '';

  /** What is plain of all that came so far and was not given yet. */
  add(piece: string): string {
    const text = this.#held + piece;
    const last = text.lastIndexOf(start);
    const isCut = last !== -1 && text.length - last < longestSequence && !whole.test(text.slice(last));
    this.#held = isCut ? text.slice(last) : '';
    return stripVTControlCharacters(isCut ? text.slice(0, last) : text).replaceAll(start, '');
  }
}
