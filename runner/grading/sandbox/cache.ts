import { streamLines } from '../../base/stream-lines.ts';
import type { Host, Hosted, HostNetwork } from '../../engine/host.ts';
import { privateNetwork } from './private-network.ts';

/** Docker Hub, as its API is asked. */
export const dockerHub = 'https://registry-1.docker.io';

const alias = 'cache';

/** How long it may take until it listens, in milliseconds: it asks first what it is a cache of. */
const readyMs = 15_000;

export interface CacheOptions {
  readonly host: Host;
  /** Of the registry. */
  readonly image: string;
  /** What it is a cache of. */
  readonly upstream: string;
  /** The network from which that is reached, where it is another one than the host's own. */
  readonly network?: string | undefined;
  readonly signal: AbortSignal;
}

/** One registry for all sandboxes of a run, through which each image of Docker Hub comes once. */
export interface Cache extends AsyncDisposable {
  /** Host and port, as sandboxes know it. */
  readonly mirror: string;
  /** Lets a sandbox's network reach it; the returned function takes that back. */
  join(network: HostNetwork, signal: AbortSignal): Promise<() => Promise<void>>;
}

/**
 * Starts the cache. It publishes no port: only the networks of sandboxes reach it. `undefined` if what it would be a cache of
 * cannot be reached, as in a room without internet: then there is nothing to pull either.
 */
export async function startCache(options: CacheOptions): Promise<Cache | undefined> {
  const { host, image, upstream, signal } = options;
  await using cleanUp = new AsyncDisposableStack();
  const network = options.network ?? cleanUp.use(await privateNetwork(host, 'cache', signal)).name;
  const registry = cleanUp.use(
    await host.start(
      {
        ...{ image, purpose: 'cache', network, binds: [], readOnly: true, nested: false },
        env: { REGISTRY_PROXY_REMOTEURL: upstream, OTEL_TRACES_EXPORTER: 'none' },
        ...{ cpus: 2, memoryBytes: 512 * 1024 * 1024, processes: 256 },
      },
      { signal },
    ),
  );
  registry.stdout.resume();
  if (!(await listening(registry, signal))) return undefined;
  const owned = cleanUp.move();
  return {
    mirror: `${alias}:5000`,
    join: async (other, joining) => {
      await other.connect(registry.id, alias, { signal: joining });
      return () => other.disconnect(registry.id).catch(() => {});
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** False if it ends, or does not get as far in time. */
function listening(registry: Hosted, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), readyMs);
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const read = async () => {
    for await (const line of streamLines(registry.stderr)) if (/listening on/.test(line)) resolve(true);
    resolve(false);
  };
  read().catch(reject);
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
}
