import { raceAbort } from '../../../base/race-abort.ts';
import type { ShellPort } from '../../ports.ts';
import type { ShellEffect } from './effect.ts';
import type { ShellEvent } from './state.ts';

/** Has done what is asked of a shell, at once where it can be. Rejects where it cannot, or the signal aborts. */
export async function performOnShell(
  port: ShellPort,
  effect: ShellEffect,
  tell: (event: ShellEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const { challenge } = effect;
  switch (effect.kind) {
    case 'open':
      return port.open(challenge, effect.size, effect.language, change => tell({ challenge: challenge.id, change }));
    case 'resize':
      return port.resize(challenge, effect.size);
    case 'write':
      return port.write(challenge, effect.keys);
    case 'look':
      return port.look(challenge);
    case 'type':
      return raceAbort(port.type(challenge, effect.command), signal);
  }
}
