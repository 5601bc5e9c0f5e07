import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../../base/errors.ts';
import type { ImageRequest } from '../sandbox/image-request.ts';
import { nobodyFollows, type Removal, type ScriptFollower } from '../sandbox/script-follower.ts';
import type { CpuShare } from './cpu-share.ts';
import type { PolicyProxy, PolicyProxyOptions } from './policy-proxy.ts';
import type { Refusal } from './rules/refusal.ts';

/** What the thread begins with. */
export interface PolicyThreadData extends Omit<PolicyProxyOptions, 'signal' | 'onRefusal' | 'follower'> {
  readonly cpu: CpuShare;
}

/** What the thread tells. */
export type PolicyThreadNews =
  | { readonly kind: 'listening' }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'images'; readonly requests: readonly ImageRequest[] }
  /** It waits until it is told to `proceed`; one at a time. */
  | { readonly kind: 'removal'; readonly removal: Removal }
  | { readonly kind: 'rebuild' };

/**
 * What the thread is told: to end, to say what was asked of the engine about images, to let a removal happen, or where the
 * submission's files are.
 */
export type PolicyThreadOrder = 'end' | 'images' | 'proceed' | { readonly files: string };

/** A policy in a thread of its own. */
export interface PolicyThread extends AsyncDisposable, Pick<PolicyProxy, 'refusals' | 'serveFiles'> {
  /** As `PolicyProxy` has them, asked of the thread; none where it has ended. */
  imageRequests(): Promise<readonly ImageRequest[]>;
  /** From now on, tells this one what the script does. */
  follow(follower: ScriptFollower): void;
  /** Why it ended before it was told to; `undefined` if it did not. From then on nobody answers the script. */
  readonly fault: string | undefined;
}

/** What a thread may take of the machine. */
interface ThreadLimits {
  readonly cpu: CpuShare;
  /** For what it reads, in megabytes. Where it runs out, the thread ends, and nothing else. */
  readonly memoryMb: number;
}

/** A request takes 3 to 5 ms on a busy machine, and fifty may pass in a second. */
const usualLimits: ThreadLimits = { cpu: { share: 0.25, burstMs: 2_000 }, memoryMb: 192 };

/** How long the thread may take to end by itself, in milliseconds, before it is ended. */
const endingMs = 2_000;

/** Beside this file; the bundle's has the digest of what it was made from in its name, so that it is never another version's. */
const digest = process.env.LAB_BUNDLE_DIGEST;
const program = digest === undefined ? './policy-worker.ts' : `./policy-worker-${digest.slice(0, 12)}.js`;

/**
 * Starts a policy in a thread of its own, with a share of a processor and memory of its own: whatever a submission makes it read
 * holds up its own requests, and neither the grader nor the policies of others. Throws where it cannot listen.
 */
export async function startPolicyThread(
  { signal, ...options }: Omit<PolicyProxyOptions, 'onRefusal' | 'follower'>,
  { cpu, memoryMb }: ThreadLimits = usualLimits,
): Promise<PolicyThread> {
  signal.throwIfAborted();
  const workerData: PolicyThreadData = { ...options, cpu };
  const worker = new Worker(new URL(program, import.meta.url), {
    ...{ workerData, env: {} },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const refusals: Refusal[] = [];
  /** Who waits for what the thread says of images, in the order in which they asked. */
  const asked: ((requests: readonly ImageRequest[]) => void)[] = [];
  const order = (what: PolicyThreadOrder) => worker.postMessage(what);
  const listening = Promise.withResolvers<void>();
  let follower = nobodyFollows;
  let fault: string | undefined;
  let isEnding = false;
  const ended = new Promise<void>(resolve =>
    worker.once('exit', code => {
      if (!isEnding) fault ??= `it ended with code ${code}`;
      listening.reject(new Error(`the policy did not start: ${fault ?? 'it was told to end'}`));
      resolve();
    }),
  );
  worker.on('error', error => {
    if (!isEnding) fault ??= messageOf(error);
    listening.reject(error);
  });
  worker.on('message', (news: PolicyThreadNews) => {
    if (news.kind === 'listening') listening.resolve();
    else if (news.kind === 'refusal') refusals.push(news.refusal);
    else if (news.kind === 'rebuild') follower.onRebuild();
    else if (news.kind === 'removal') {
      const proceed = () => order('proceed');
      follower.onRemoval(news.removal).then(proceed, proceed);
    } else asked.shift()?.(news.requests);
  });
  const end = async () => {
    isEnding = true;
    order('end');
    const waiting = new AbortController();
    const late = after(endingMs, undefined, { signal: waiting.signal }).then(
      () => worker.terminate(),
      () => {},
    );
    await Promise.race([ended, late]);
    waiting.abort();
  };
  const onAbort = () => void end();
  signal.addEventListener('abort', onAbort, { once: true });
  const dispose = async () => {
    signal.removeEventListener('abort', onAbort);
    await end();
  };
  try {
    await listening.promise;
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    refusals,
    serveFiles: files => order({ files }),
    follow: one => {
      follower = one;
    },
    imageRequests: async () => {
      const { promise, resolve } = Promise.withResolvers<readonly ImageRequest[]>();
      asked.push(resolve);
      order('images');
      return Promise.race([promise, ended.then(() => [])]);
    },
    get fault() {
      return fault;
    },
    [Symbol.asyncDispose]: dispose,
  };
}
