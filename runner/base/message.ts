/**
 * A sentence as data: which one it is, and what it speaks of. It belongs to no language; `tell` makes it one in any of them.
 * In JSON, a code never changes its meaning: keys of `params` are only added.
 */
export interface Message {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** What adds to it, in order. */
  readonly more?: readonly Message[];
}

/** The message, with others that add to it; those that are undefined are left out. Pure. */
export function withMore(message: Message, ...more: readonly (Message | undefined)[]): Message {
  const others = more.filter(one => one !== undefined);
  return others.length === 0 ? message : { ...message, more: [...(message.more ?? []), ...others] };
}
