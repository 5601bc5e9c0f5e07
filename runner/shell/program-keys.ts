import { printable } from '../base/text/width.ts';

/** What the program in the shell has asked of its terminal. */
export interface ProgramModes {
  readonly applicationCursorKeysMode: boolean;
  readonly bracketedPasteMode: boolean;
}

const esc = '\u001b';
const pasteMarkers = new RegExp(`${esc}\\[20[01]~`, 'g');
const cursorKeys = new RegExp(`${esc}\\[([ABCDHF])`, 'g');
const scrollKeys = new RegExp(`(${esc}\\[[56];2~)`);

/** Keys as the program inside wants to read them: the outer terminal sends them as the lab wants to. */
export function keysForProgram(keys: string, modes: ProgramModes): string {
  const pasted = modes.bracketedPasteMode ? keys : keys.replaceAll(pasteMarkers, '');
  return modes.applicationCursorKeysMode ? pasted.replaceAll(cursorKeys, `${esc}O$1`) : pasted;
}

/**
 * A command, and Enter, as if it had been pasted: whatever was typed before it is put away (Ctrl-Y has it in bash). It may
 * have names in it that nobody vouches for: what would be a key, or end the paste, is left out, as where it is shown.
 */
export function keysForCommand(command: string, modes: ProgramModes): string {
  const shown = printable(command);
  const typed = modes.bracketedPasteMode ? `${esc}[200~${shown}${esc}[201~` : shown.replaceAll('\n', '\r');
  return `\u0005\u0015${typed}\r`;
}

/** The keys in order, with those that scroll the pane on their own: -1 is a page up, 1 a page down. */
export function splitScrolling(keys: string): (string | -1 | 1)[] {
  return keys
    .split(scrollKeys)
    .filter(part => part !== '')
    .map(part => (part === `${esc}[5;2~` ? -1 : part === `${esc}[6;2~` ? 1 : part));
}
