import type { Challenge } from '../challenge/definition.ts';
import type { Preferred } from './choose-casting.ts';
import type { Clue } from './clues.ts';

/** Which container (or volume) plays a role, how that was found, and what spoke for it. */
export interface Binding {
  readonly role: string;
  /** The container's id; `undefined` if none was found or several could be meant. */
  readonly container: string | undefined;
  /** For roles that volumes play: the volume's name. */
  readonly volume?: string;
  /** Where the role's container is gone: the image that it ran from. */
  readonly image?: string;
  readonly name: string | undefined;
  readonly how: 'bind' | 'name' | 'structure' | 'none' | 'ambiguous';
  readonly clues: readonly Clue[];
  /** Where it is ambiguous: the names of those that could be meant. */
  readonly candidates: readonly string[];
  /** The name of a container that was left out, for it is a part of another challenge, and the number of that. */
  readonly leftOut?: { readonly name: string; readonly challenge: number };
  /** Where no volume plays the role: those that hold a server's files. */
  readonly foreign?: readonly ForeignFiles[];
  /** Others that could have been meant just as well, and why this one was taken. */
  readonly preferred?: Preferred;
  /** Where nothing that they were asked for made anybody call, so that it stays open: those paths. */
  readonly tried?: readonly string[];
}

/** A volume, and the server whose files it holds, such as `PostgreSQL`. */
export interface ForeignFiles {
  readonly volume: string;
  readonly software: string;
}

/** Role → name, or a container's id, as a person gave them. */
export type Binds = Readonly<Record<string, string>>;

/** Those of roles that containers play. Pure. */
export function ofContainers({ roles }: Pick<Challenge, 'roles'>, bindings: readonly Binding[]): Binding[] {
  return bindings.filter(({ role }) => roles.some(({ id, kind }) => id === role && kind !== 'volume'));
}
