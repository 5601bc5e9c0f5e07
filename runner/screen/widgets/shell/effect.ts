import type { Language } from '../../../base/language.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import type { Size } from '../../state.ts';

/**
 * What the screen asks of a challenge's shell. `open` opens it, or goes on with the one that is open; `write` passes keys on as
 * they came from the terminal; `look` has it told at once whether a program is in the foreground; `type` types a command
 * and Enter once the shell waits for one.
 */
export type ShellEffect = { readonly to: 'shell'; readonly challenge: Challenge } & (
  | { readonly kind: 'open'; readonly size: Size; readonly language: Language }
  | { readonly kind: 'resize'; readonly size: Size }
  | { readonly kind: 'write'; readonly keys: string }
  | { readonly kind: 'look' }
  | { readonly kind: 'type'; readonly command: string }
);
