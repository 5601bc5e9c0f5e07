import { describe, expect, it } from 'vitest';
import { lineWidth } from '../../base/text/line.ts';
import type { Field, FieldEdit, FieldPress } from './field.ts';
import { editField, emptyField, fieldEditOf, fieldOf, fieldView } from './field.ts';

const edit = (field: Field, ...kinds: (FieldEdit['kind'] | { insert: string })[]) =>
  kinds.reduce<Field>(
    (now, kind) =>
      editField(now, (typeof kind === 'string' ? { kind } : { kind: 'insert', text: kind.insert }) as FieldEdit),
    field,
  );
const shown = (field: Field, width: number) =>
  fieldView(field, width)
    .map(part => part.text)
    .join('');

describe('editField', () => {
  it('inserts where the cursor is', () => {
    expect(edit(fieldOf('docker logs'), 'start', 'right', { insert: '_' })).toEqual({
      text: 'd_ocker logs',
      cursor: 2,
    });
  });

  it('takes away characters as a reader sees them', () => {
    expect(edit(fieldOf('ação 👩‍👩‍👧'), 'backspace').text).toBe('ação ');
    expect(edit(fieldOf('e\u0301a'), 'start', 'delete')).toEqual({ text: 'a', cursor: 0 });
    expect(edit(fieldOf('e'), { insert: '\u0301' })).toEqual({ text: 'e\u0301', cursor: 1 });
  });

  it('takes away the word, or all, before the cursor', () => {
    expect(edit(fieldOf('docker run  '), 'erase-word')).toEqual({ text: 'docker ', cursor: 7 });
    expect(edit(fieldOf('docker run'), 'left', 'erase-start')).toEqual({ text: 'n', cursor: 0 });
  });

  it('stays within its text', () => {
    expect(edit(emptyField, 'left', 'right', 'backspace', 'delete', 'erase-word')).toEqual(emptyField);
  });

  it('makes one harmless line of what is pasted', () => {
    expect(fieldOf('docker run \\\n  --rm \u001b[31mred\u0007').text).toBe('docker run \\ --rm red');
  });
});

describe('fieldEditOf', () => {
  it.each<[string, FieldPress, FieldEdit | undefined]>([
    ['a letter', { input: 'a' }, { kind: 'insert', text: 'a' }],
    ['what comes at once', { input: 'abc' }, { kind: 'insert', text: 'abc' }],
    ['Ctrl-U', { input: 'u', ctrl: true }, { kind: 'erase-start' }],
    ['Ctrl-W', { input: 'w', ctrl: true }, { kind: 'erase-word' }],
    ['Ctrl-C', { input: 'c', ctrl: true }, undefined],
    ['Backspace', { input: '', backspace: true }, { kind: 'backspace' }],
    ['Home', { input: '', home: true }, { kind: 'start' }],
    ['Enter', { input: '\r' }, undefined],
    ['Tab', { input: '' }, undefined],
  ])('%s', (_name, press, expected) => expect(fieldEditOf(press)).toEqual(expected));
});

describe('fieldView', () => {
  it('shows the cursor between the characters, whatever styles the terminal has', () => {
    expect(shown(edit(fieldOf('abc'), 'left'), 20)).toBe('ab█c');
    expect(shown(emptyField, 20)).toBe('█');
  });

  it('keeps the cursor in sight', () => {
    const long = fieldOf('docker run --detach --name server --network app-net image');
    expect(shown(long, 20)).toBe('…twork app-net image█'.slice(-20).replace(/^./, '…'));
    expect(shown(edit(long, 'start'), 20)).toBe('█docker run --detac…');
    for (let at = 0; at < 58; at += 1) {
      const view = fieldView({ ...long, cursor: at }, 20);
      expect(lineWidth(view)).toBeLessThanOrEqual(20);
      expect(view.map(part => part.text)).toContain('█');
    }
  });

  it('never cuts a wide character in two', () => {
    const wide = fieldOf('容器容器容器容器容器');
    for (let at = 0; at <= 10; at += 1) expect(lineWidth(fieldView({ ...wide, cursor: at }, 9))).toBeLessThanOrEqual(9);
  });
});
