import { CouldNotTell } from '../base/errors.ts';
import { answerDeadlineMs } from './ask-engine.ts';
import type { KnownSocket } from './known-sockets.ts';
import type { Silence } from './silence.ts';
import type { System } from './system.ts';
import type { setupMessages } from './texts/setup.ts';

/** An engine's socket is there, and the engine cannot be used: containers may be with it, so that no other takes its place. */
export class UnusableEngine extends CouldNotTell {
  /** True if an engine of the lab's own may be started all the same, if somebody asks for it by name. */
  readonly yieldsToOwn: boolean;
  constructor(
    message: string,
    details: { readonly why: string; readonly next: readonly string[]; readonly yieldsToOwn: boolean },
  ) {
    super(message, details);
    this.yieldsToOwn = details.yieldsToOwn;
  }
}

/** How an engine behind a usual socket fails: see `SilenceKind`. */
export interface Failing {
  readonly socket: KnownSocket;
  readonly kind: 'dead' | 'hung' | 'broken';
  readonly silence: Silence;
}

/** The error that tells of it, and what to do. Pure. */
export function unusableEngine(
  { socket, kind, silence }: Failing,
  system: System,
  { unusable: t }: (typeof setupMessages)['en'],
): UnusableEngine {
  const { path } = socket;
  if (kind === 'dead') {
    return new UnusableEngine(t.dead(path), {
      why: t.deadWhy,
      next: t.fixDead(socket, system),
      yieldsToOwn: true,
    });
  }
  // The lab's own, asked for by name, is waited for: it may be starting.
  const yieldsToOwn = socket.id === 'own';
  const next = t.fixHung(socket, system);
  if (kind === 'hung') {
    return new UnusableEngine(t.hung(path, answerDeadlineMs / 1_000), { why: t.hungWhy, next, yieldsToOwn });
  }
  return new UnusableEngine(t.broken(path), { why: silence.why, next, yieldsToOwn });
}
