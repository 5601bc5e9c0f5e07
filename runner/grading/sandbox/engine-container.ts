import { join } from 'node:path';
import { streamLines } from '../../base/stream-lines.ts';
import type { Host, Hosted } from '../../engine/host.ts';
import { printable } from '../intake/printable.ts';
import { SandboxFault, type SandboxLimits } from './sandbox.ts';

/** Memory and processes of a sandbox that its engine keeps for itself, so that it outlives what its containers do. */
const reserve = { memoryBytes: 256 * 1024 * 1024, processes: 128 };

/** How long an engine may take until it listens, in milliseconds. */
const readyMs = 60_000;

export interface EngineContainerOptions {
  readonly host: Host;
  readonly image: string;
  readonly purpose: string;
  readonly name?: string;
  /** On this machine: where its socket is to be. */
  readonly folder: string;
  readonly network: string;
  /** The volume of the seed, and whether it is being made or built upon. */
  readonly seed: { readonly volume: string; readonly use: 'make' | 'use' };
  readonly limits: SandboxLimits;
  readonly nameServers: readonly string[];
  /** Host and port of the registry through which Docker Hub's images come. */
  readonly mirror?: string | undefined;
  readonly runtime?: string | undefined;
  readonly signal: AbortSignal;
}

/** Where the socket is of an engine whose folder this is. */
export const engineSocket = (folder: string): string => join(folder, 'engine.sock');

export interface EngineContainer extends AsyncDisposable {
  readonly container: Hosted;
  /** On this machine. */
  readonly socket: string;
}

/**
 * Starts a Docker engine in a container, and waits until it listens. Throws SandboxFault, with the last that it said, where it
 * ends before.
 *
 * It may mount file systems and set up networks within its own namespaces, which a Docker engine cannot do without; it is not
 * `--privileged`, and gets no device of the host but loop devices, of which it makes its disk.
 */
export async function startEngineContainer(options: EngineContainerOptions): Promise<EngineContainer> {
  const { host, folder, seed, limits, signal, mirror } = options;
  const container = await host.start(
    {
      image: options.image,
      purpose: options.purpose,
      ...(options.name === undefined ? {} : { name: options.name }),
      hostname: 'docker',
      network: options.network,
      env: {
        LAB_SEED: seed.use,
        LAB_DISK: String(limits.diskBytes),
        LAB_MEMORY: String(Math.max(limits.memoryBytes - reserve.memoryBytes, Math.floor(limits.memoryBytes / 2))),
        LAB_PROCESSES: String(Math.max(limits.processes - reserve.processes, Math.floor(limits.processes / 2))),
        LAB_GROUP: String(process.getgid?.() ?? 0),
        LAB_DNS: options.nameServers.join(' '),
        ...(mirror === undefined ? {} : { LAB_MIRROR: mirror }),
      },
      binds: [`${folder}:/run/lab`, `${seed.volume}:/seed${seed.use === 'use' ? ':ro' : ''}`],
      volumes: ['/var/lib/docker', '/var/lib/lab'],
      readOnly: false,
      nested: true,
      // The last of them to get into containers that run as another user, as `docker exec` does.
      capabilities: ['SYS_ADMIN', 'NET_ADMIN', 'SYS_PTRACE'],
      devices: ['b 7:* rwm', 'c 10:237 rwm'],
      runtime: options.runtime,
      ...{ cpus: limits.cpus, memoryBytes: limits.memoryBytes, processes: limits.processes },
    },
    { signal },
  );
  try {
    container.stdout.resume();
    await listening(container, signal);
    return {
      container,
      socket: engineSocket(folder),
      [Symbol.asyncDispose]: () => container[Symbol.asyncDispose](),
    };
  } catch (error) {
    await container[Symbol.asyncDispose]();
    throw error;
  }
}

/** Fulfilled when the engine says that it listens. What it says after that is read, so that it can go on, and passed over. */
function listening(container: Hosted, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const said: string[] = [];
  const fail = (what: string) => reject(new SandboxFault([what, ...said].join('\n')));
  const timer = setTimeout(() => fail(`its engine was not ready within ${readyMs / 1_000} s`), readyMs);
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const read = async () => {
    for await (const line of streamLines(container.stderr)) {
      if (/API listen on/.test(line)) resolve();
      said.push(printable(line, 300));
      if (said.length > 8) said.shift();
    }
    fail('its engine ended before it was ready');
  };
  read().catch(reject);
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
}
