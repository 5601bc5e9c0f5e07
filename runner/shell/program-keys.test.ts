import { expect, it } from 'vitest';
import { keysForCommand, keysForProgram, splitScrolling } from './program-keys.ts';

const usual = { applicationCursorKeysMode: false, bracketedPasteMode: false };
const pasted = '\u001b[200~ls\rrm x\u001b[201~';

it('marks what is pasted only for programs that asked for it', () => {
  expect(keysForProgram(pasted, usual)).toBe('ls\rrm x');
  expect(keysForProgram(pasted, { ...usual, bracketedPasteMode: true })).toBe(pasted);
});

it('sends the cursor keys as the program wants them', () => {
  const keys = '\u001b[A\u001b[H\u001b[1;5C\u001b[3~x';
  expect(keysForProgram(keys, usual)).toBe(keys);
  expect(keysForProgram(keys, { ...usual, applicationCursorKeysMode: true })).toBe(
    '\u001bOA\u001bOH\u001b[1;5C\u001b[3~x',
  );
});

it('types a command of more than one line as one', () => {
  expect(keysForCommand('docker run \\\n  x', usual)).toBe('\u0005\u0015docker run \\\r  x\r');
  expect(keysForCommand('a\nb', { ...usual, bracketedPasteMode: true })).toBe(
    '\u0005\u0015\u001b[200~a\nb\u001b[201~\r',
  );
});

it('types no key that hides in a command, and none after its end', () => {
  const command = 'docker logs a\u001b[201~\u0003\rb\u202ec';
  expect(keysForCommand(command, usual)).toBe('\u0005\u0015docker logs abc\r');
  expect(keysForCommand(command, { ...usual, bracketedPasteMode: true })).toBe(
    '\u0005\u0015\u001b[200~docker logs abc\u001b[201~\r',
  );
});

it('keeps the keys that scroll the pane apart', () => {
  expect(splitScrolling('a\u001b[5;2~\u001b[6;2~b\u001b[5~')).toEqual(['a', -1, 1, 'b\u001b[5~']);
});
