import { readFileSync } from 'node:fs';
import { type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { EngineAddress } from '../engine/address.ts';
import { socketPathOf } from './engine-address.ts';
import type { Silence } from './silence.ts';

/** What an engine said to a GET, or why there was no answer. */
export type Answer = { readonly body: string; readonly status: number } | Silence;

/** An engine on this machine answers in milliseconds; one that systemd starts by its socket needs a few seconds. */
export const answerDeadlineMs = 10_000;

/** GETs a path from an engine without a client library, which would cost its own start-up. Never throws. */
export async function askEngine(where: EngineAddress, path: string, deadlineMs = answerDeadlineMs): Promise<Answer> {
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const secure = where.tls !== undefined || where.address.startsWith('https:');
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const send = secure ? requestHttps : requestHttp;
    const asking = send({ ...targetOf(where), path, signal: deadline }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      response.on('error', reject);
    });
    asking.on('error', reject);
    asking.end();
    return await promise;
  } catch (error) {
    if (deadline.aborted) return { code: 'DEADLINE', why: `no answer within ${deadlineMs / 1_000} s` };
    const { code = 'OTHER', message = String(error) } = error as { code?: string; message?: string };
    // Node joins the attempts on each address of a name into an error without a message.
    return { code, why: message || code };
  }
}

/** Whether an engine answers there: undefined where it does, else why not. `ssh://` is taken at its word. */
export async function whyNoAnswer(where: EngineAddress, deadlineMs = answerDeadlineMs): Promise<Silence | undefined> {
  if (where.address.startsWith('ssh://')) return undefined;
  const answer = await askEngine(where, '/_ping', deadlineMs);
  if ('code' in answer) return answer;
  if (answer.status === 200) return undefined;
  return { code: 'STATUS', why: `HTTP ${answer.status}: ${answer.body.trim().slice(0, 200)}` };
}

function targetOf({ address, tls }: EngineAddress): RequestOptions & { ca?: Buffer; cert?: Buffer; key?: Buffer } {
  const socketPath = socketPathOf(address);
  if (socketPath !== undefined) return { socketPath, headers: { host: 'docker' }, agent: false };
  const url = new URL(address);
  const secure = tls !== undefined || url.protocol === 'https:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || (secure ? 2376 : 2375),
    agent: false,
    ...(tls?.ca ? { ca: readFileSync(tls.ca) } : {}),
    ...(tls?.cert ? { cert: readFileSync(tls.cert) } : {}),
    ...(tls?.key ? { key: readFileSync(tls.key) } : {}),
  };
}
