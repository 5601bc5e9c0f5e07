import { randomInt } from 'node:crypto';
import { EngineError } from '../../engine/engine.ts';
import type { Host, HostNetwork } from '../../engine/host.ts';

const tries = 20;

/** What RFC 2544 keeps for measurements: no school's network uses it, and no engine chooses it by itself. */
export const sandboxRange = '198.18.0.0/15';

/**
 * A network with nobody else on it, and with room for thousands of its kind (see `sandboxRange`).
 */
export async function privateNetwork(host: Host, purpose: string, signal: AbortSignal): Promise<HostNetwork> {
  for (let left = tries; ; left--) {
    const subnet = `198.${18 + randomInt(2)}.${randomInt(256)}.${16 * randomInt(16)}/28`;
    try {
      return await host.createNetwork(purpose, subnet, { signal });
    } catch (error) {
      const isTaken = error instanceof EngineError && /overlap/i.test(error.message);
      if (!isTaken || left === 0) throw error;
    }
  }
}
