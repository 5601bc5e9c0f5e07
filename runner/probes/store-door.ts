import type { Endpoint } from '../../lab-images/probe/protocol.ts';
import type { StoreRefusal } from './evidence/store-evidence.ts';
import type { Probe } from './probe.ts';
import { listenersOf } from './sighting.ts';

/** Where in its container's namespace a store is to be asked. */
export interface Door {
  readonly address: string;
  readonly port: number;
}

/** A store did not let us in, for a reason that is nobody's fault here. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
  readonly refusal: StoreRefusal;

  constructor(reason: StoreRefusal['reason'], detail: string) {
    super(detail);
    this.refusal = { reason, detail };
  }
}

/** Between two looks at something that is not ready yet. In milliseconds. */
export const retryDelayMs = 100;

/** Waits until something listens, `usual` first; `undefined` if nothing does within `deadlineMs`. */
export async function findDoor(
  probe: Probe,
  usual: number,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<Door | undefined> {
  const began = performance.now();
  for (;;) {
    const { sockets } = await probe.snapshot(signal);
    const listeners = listenersOf(sockets);
    const found = listeners.find(({ port }) => port === usual) ?? listeners[0];
    if (found !== undefined) return doorAt(found);
    if (performance.now() - began >= deadlineMs) return undefined;
    await probe.until(() => false, retryDelayMs, signal);
  }
}

/** Where something is to be asked from within its namespace that listens like this. */
export function doorAt({ address, port }: Endpoint): Door {
  if (address === '0.0.0.0' || address === '::') return { address: '127.0.0.1', port };
  return { address: /^(0:){7}1$/.test(address) ? '::1' : address, port };
}
