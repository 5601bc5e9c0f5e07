import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';
import type { Host } from '../../engine/host.ts';
import type { PackageIndex } from './package-index.ts';
import type { Doubt } from './unreachable.ts';

/** How long an index may take to answer, in seconds. */
const answerSeconds = 10;
/** How long asking for it may take in all, in milliseconds. */
const askingMs = 30_000;

/** Where the machine is asked from. */
export interface Asking {
  readonly host: Host;
  readonly images: { readonly shell: string };
  /** The container of the sandbox's engine. */
  readonly engine: string;
  /** `undefined` if the sandbox's engine asks registries itself. */
  readonly cache: object | undefined;
  isHubThere(signal: AbortSignal): Promise<boolean>;
  readonly signal: AbortSignal;
}

/** True if one of these doubts turns out to be about something that this machine does not reach. */
export async function isOutOfReach(doubts: readonly Doubt[], asking: Asking): Promise<boolean> {
  const { cache, isHubThere, signal } = asking;
  // What the engine says of a registry elsewhere, it has seen.
  if (doubts.some(({ kind }) => kind === 'registry')) return true;
  const hub = doubts.filter(doubt => doubt.kind === 'hub');
  // An engine that its mirror has told of no such image asks Docker Hub itself, and says only how that went.
  if (hub.some(({ told }) => told || cache === undefined) || (hub.length > 0 && !(await isHubThere(signal))))
    return true;
  const indexes = new Map(doubts.flatMap(doubt => (doubt.kind === 'index' ? [[doubt.index.url, doubt.index]] : [])));
  for (const index of indexes.values()) if (!(await answers(index, asking))) return true;
  return false;
}

/** Whether an index answers from within the sandbox; where its certificate was not trusted, whether all the world would trust it. */
async function answers({ url, certificate }: PackageIndex, { host, images, engine, signal }: Asking): Promise<boolean> {
  if (certificate) return isTrusted(url, signal);
  const format = '%{http_code}';
  await using curl = await host.start(
    {
      ...{ image: images.shell, purpose: 'shell', network: `container:${engine}`, readOnly: true, nested: false },
      command: ['curl', '-sS', '-I', '-o', '/dev/null', '-m', String(answerSeconds), '-w', format, url],
      ...{ env: {}, binds: [], cpus: 1, memoryBytes: 128 * 1024 ** 2, processes: 32 },
    },
    { signal },
  );
  curl.stderr.resume();
  const code = await Promise.race([text(curl.stdout), after(askingMs, '', { signal, ref: false })]);
  return /^[1-4]\d\d$/.test(code.trim());
}

/** Whether a server's certificate is one that those who know only the public authorities trust. */
function isTrusted(url: string, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const limit = AbortSignal.any([signal, AbortSignal.timeout(answerSeconds * 1_000)]);
  const asking = request(url, { method: 'HEAD', ca: [...rootCertificates], signal: limit, agent: false });
  asking.once('response', answer => {
    answer.resume();
    resolve(true);
  });
  asking.once('error', () => (signal.aborted ? reject(signal.reason) : resolve(false)));
  asking.end();
  return promise;
}
