import { setInterval } from 'node:timers';
import { parentPort, workerData } from 'node:worker_threads';
import { type CpuShare, cpuAccount } from './cpu-share.ts';
import { startPolicyProxy } from './policy-proxy.ts';
import type { PolicyThreadData, PolicyThreadNews, PolicyThreadOrder } from './policy-thread.ts';

/*
 * The program of the thread that a sandbox's policy runs in; see `startPolicyThread`. It does as it is told: see `PolicyThreadOrder`.
 */

/** How often the thread looks at what it has taken, in milliseconds. */
const lookMs = 25;

/** The longest rest at once, in milliseconds: who ends the thread has to wait for it. What is left comes next. */
const maxRestMs = 500;

const tell = (news: PolicyThreadNews) => parentPort?.postMessage(news);
const { cpu, ...options } = workerData as PolicyThreadData;
const ending = new AbortController();
/** Lets the removal happen that is being looked at. */
let proceed = () => {};
const proxy = await startPolicyProxy({
  ...options,
  signal: ending.signal,
  onRefusal: refusal => tell({ kind: 'refusal', refusal }),
  follower: {
    onRebuild: () => tell({ kind: 'rebuild' }),
    onRemoval: removal => {
      tell({ kind: 'removal', removal });
      return new Promise<void>(resolve => {
        proceed = resolve;
      });
    },
  },
});
const timer = keepShare(cpu);
parentPort?.on('message', async (order: PolicyThreadOrder) => {
  if (order === 'images') return tell({ kind: 'images', requests: proxy.imageRequests });
  if (order === 'proceed') return proceed();
  if (typeof order === 'object') return proxy.serveFiles(order.files);
  clearInterval(timer);
  await proxy[Symbol.asyncDispose]();
  parentPort?.close();
});
tell({ kind: 'listening' });

/**
 * Makes this thread rest where it has taken more than its share. It is the one sandbox's that made it work: nobody else is held up.
 * Nothing is done where Node cannot tell what a single thread has taken (before 23.9).
 */
function keepShare(share: CpuShare): NodeJS.Timeout | undefined {
  if (typeof process.threadCpuUsage !== 'function') return undefined;
  const restMs = cpuAccount(share);
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  let last = { taken: process.threadCpuUsage(), at: performance.now() };
  return setInterval(() => {
    const now = { taken: process.threadCpuUsage(), at: performance.now() };
    const takenMs = (now.taken.user + now.taken.system - last.taken.user - last.taken.system) / 1000;
    const rest = restMs(takenMs, now.at - last.at);
    last = now;
    if (rest > 0) Atomics.wait(nobody, 0, 0, Math.min(rest, maxRestMs));
  }, lookMs);
}
