import type { Line, Span } from '../../base/text/line.ts';
import { span } from '../../base/text/line.ts';
import { characters, printable, textWidth } from '../../base/text/width.ts';

/** One line of text that is being typed. */
export interface Field {
  readonly text: string;
  /** Before which character new ones go, counted in characters as a reader sees them. */
  readonly cursor: number;
}

/** What can be done to a field. `erase-start` takes away all before the cursor, `erase-word` the word before it. */
export type FieldEdit =
  | { readonly kind: 'insert'; readonly text: string }
  | { readonly kind: 'backspace' | 'delete' | 'left' | 'right' | 'start' | 'end' | 'erase-start' | 'erase-word' };

/** The keys that a field listens to, as the terminal reports them. */
export interface FieldPress {
  readonly input: string;
  readonly leftArrow?: boolean;
  readonly rightArrow?: boolean;
  readonly home?: boolean;
  readonly end?: boolean;
  readonly backspace?: boolean;
  readonly delete?: boolean;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

/** A field with nothing in it. */
export const emptyField: Field = { text: '', cursor: 0 };

/** A field with a text in it, and the cursor behind it. */
export function fieldOf(text: string): Field {
  return editField(emptyField, { kind: 'insert', text });
}

/** The field after an edit. What is inserted becomes one line: line ends turn into spaces, control characters vanish. */
export function editField(field: Field, edit: FieldEdit): Field {
  const all = characters(field.text);
  const before = all.slice(0, field.cursor);
  const after = all.slice(field.cursor);
  switch (edit.kind) {
    case 'insert':
      return joined(before.join('') + printable(edit.text).replace(/\s*\n\s*/g, ' '), after);
    case 'backspace':
      return joined(before.slice(0, -1).join(''), after);
    case 'delete':
      return joined(before.join(''), after.slice(1));
    case 'erase-start':
      return joined('', after);
    case 'erase-word':
      return joined(before.join('').replace(/\S+\s*$|\s+$/, ''), after);
    case 'left':
      return { ...field, cursor: Math.max(0, field.cursor - 1) };
    case 'right':
      return { ...field, cursor: Math.min(all.length, field.cursor + 1) };
    case 'start':
      return { ...field, cursor: 0 };
    case 'end':
      return { ...field, cursor: all.length };
  }
}

/** What a key does to a field, or undefined where it is none of the field's (Enter, Esc, Tab, up, down). */
export function fieldEditOf(press: FieldPress): FieldEdit | undefined {
  if (press.leftArrow === true) return { kind: 'left' };
  if (press.rightArrow === true) return { kind: 'right' };
  if (press.home === true) return { kind: 'start' };
  if (press.end === true) return { kind: 'end' };
  if (press.backspace === true) return { kind: 'backspace' };
  if (press.delete === true) return { kind: 'delete' };
  if (press.ctrl === true) return controls[press.input];
  if (press.meta === true || printable(press.input).replaceAll('\n', '') === '') return undefined;
  return { kind: 'insert', text: press.input };
}

const controls: Readonly<Record<string, FieldEdit>> = {
  a: { kind: 'start' },
  e: { kind: 'end' },
  u: { kind: 'erase-start' },
  w: { kind: 'erase-word' },
  d: { kind: 'delete' },
  h: { kind: 'backspace' },
};

/**
 * The field in a width of columns, scrolled so that the cursor is in sight; `…` where something is cut off. The cursor is
 * a cell of its own between the characters, because a cell that is only inverted cannot be seen where styles are off.
 */
export function fieldView(field: Field, width: number): Line {
  const room = Math.max(3, width);
  const all = characters(field.text);
  let before = all.slice(0, field.cursor);
  let after = all.slice(field.cursor);
  const total = textWidth(field.text) + 1;
  if (total > room) {
    // What follows gets a quarter of the room at most: people look at what they have just typed.
    const behind = Math.min(textWidth(after.join('')), Math.floor(room / 4));
    before = cutStart(before, room - 1 - behind);
    after = cutEnd(after, room - 1 - textWidth(before.join('')));
  }
  const spans: Span[] = [span(before.join('')), span('█', 'accent', true), span(after.join(''))];
  return spans.filter(part => part.text !== '');
}

function joined(before: string, after: readonly string[]): Field {
  return { text: before + after.join(''), cursor: characters(before).length };
}

function cutEnd(all: readonly string[], width: number): string[] {
  if (textWidth(all.join('')) <= width) return [...all];
  const kept: string[] = [];
  let left = width - 1;
  for (const character of all) {
    left -= textWidth(character);
    if (left < 0) break;
    kept.push(character);
  }
  return width < 1 ? [] : [...kept, '…'];
}

function cutStart(all: readonly string[], width: number): string[] {
  return cutEnd(all.toReversed(), width).toReversed();
}
