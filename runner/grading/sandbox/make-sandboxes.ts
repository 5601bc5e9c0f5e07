import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import type { Host } from '../../engine/host.ts';
import { asFault } from './as-fault.ts';
import { dockerHub, startCache } from './cache.ts';
import { nameServers } from './name-servers.ts';
import { openSandbox, type SandboxParts } from './open-sandbox.ts';
import type { StartPolicy } from './policy.ts';
import { type Sandboxes, SandboxFault } from './sandbox.ts';
import { longestSocketPath, scratchFolder } from './scratch-folder.ts';
import { provideSeed } from './seed.ts';

/** How long the registry behind the cache may take to answer, in milliseconds. */
const answerMs = 5_000;

export interface SandboxesOptions {
  /** The engine that hosts the sandboxes. It has to be on this machine: sandboxes are reached by sockets in its folders. */
  readonly host: Host;
  /** Opens the engine behind a unix socket: as an engine, and as a host. */
  openEngine(socket: string): Engine;
  openHost(socket: string): Host;
  readonly startPolicy: StartPolicy;
  /** References on the host: what sandboxes themselves are made of. */
  readonly images: { readonly engine: string; readonly shell: string; readonly registry: string };
  /** References on the host of images that every sandbox has. */
  readonly preload: readonly string[];
  /** Files of `docker save` with more of them. */
  readonly imagesFiles: readonly string[];
  /** What Docker Hub's images are pulled from, instead of Docker Hub; `none` where nothing is to be pulled through a cache. */
  readonly upstream?: string | undefined;
  /** A network of the host from which that is reached; without it, one with a way out and nobody else on it. */
  readonly upstreamNetwork?: string | undefined;
  /** An OCI runtime for the nested engines that keeps them apart better than the default one does: `sysbox-runc`, `kata`. */
  readonly runtime?: string | undefined;
  /** A folder of this machine with a short path: sockets are made below it. */
  readonly scratch: string;
  /** A mark of this process, and whether another one's is of one that is over. */
  readonly session: string;
  isOver(session: string): boolean;
  readonly signal: AbortSignal;
}

/**
 * Gets ready to open sandboxes: the images that each begins with, and the cache that they share. Throws SandboxFault when the
 * machine cannot host them.
 */
export function makeSandboxes(options: SandboxesOptions): Promise<Sandboxes> {
  const { host, images, upstream = dockerHub, runtime, signal, openEngine, openHost, startPolicy } = options;
  return asFault(signal, async () => {
    await using cleanUp = new AsyncDisposableStack();
    // What is left nevertheless is swept by the next `lab`.
    cleanUp.defer(() => host.removeAll().catch(() => {}));
    const scratch = cleanUp.use(await scratchFolder(options.scratch, options.session, options.isOver));
    if (socketBytes(join(scratch.path, '0000', 'e', 'engine.sock')) > longestSocketPath)
      throw new SandboxFault(`${options.scratch} is too long a path for sockets`);
    const caching =
      upstream === 'none'
        ? Promise.resolve(undefined)
        : startCache({
            ...{ host, image: images.registry, upstream, network: options.upstreamNetwork, signal },
          }).then(cache => cache && cleanUp.use(cache));
    const seeding = provideSeed({
      ...{ host, openHost, image: images.engine, images: options.preload, imagesFiles: options.imagesFiles, runtime },
      ...{ folder: scratch.path, signal },
    }).then(seed => cleanUp.use(seed));
    // Both have to be over before anything is cleaned up.
    const [cached, seeded, servers] = await Promise.allSettled([caching, seeding, nameServers()]);
    const parts: SandboxParts = {
      ...{ host, openEngine, images, startPolicy, runtime },
      ...{ cache: unlessRejected(cached), seed: unlessRejected(seeded).volume, nameServers: unlessRejected(servers) },
      isHubThere: asking => answers(upstream, asking),
      isDockerHub: upstream === dockerHub || upstream === 'none',
    };
    const owned = cleanUp.move();
    let count = 0;
    return {
      open: opening => openSandbox(parts, { ...opening, folder: join(scratch.path, String(count++)) }),
      [Symbol.asyncDispose]: () => owned.disposeAsync(),
    };
  });
}

const socketBytes = (path: string) => Buffer.byteLength(path);

function unlessRejected<Value>(settled: PromiseSettledResult<Value>): Value {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

/** True if a registry says anything at all, but that it is out of order. */
async function answers(upstream: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(new URL('/v2/', upstream), {
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
    });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
