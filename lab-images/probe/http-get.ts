import { get } from 'node:http';
import type { HttpOutcome, HttpTarget } from './protocol.ts';

/** In characters, where the request does not say otherwise. */
const usualBody = 2_048;

/** One GET over a connection of its own. Never rejects: what went wrong is an outcome too. */
export function httpGet(target: HttpTarget): Promise<HttpOutcome> {
  const mostBody = target.mostBody ?? usualBody;
  const began = performance.now();
  const { promise, resolve } = Promise.withResolvers<HttpOutcome>();
  const request = get({
    host: target.address,
    port: target.port,
    path: target.path,
    headers: { host: target.host, 'user-agent': 'estaleiro-probe', connection: 'close' },
    agent: false,
    // A shell script behind a small web server ends its lines without CR, and browsers take that.
    insecureHTTPParser: true,
    signal: AbortSignal.timeout(target.timeoutMs),
  });
  request.on('error', error => resolve(failure(error as NodeJS.ErrnoException)));
  request.on('response', response => {
    let body = '';
    const done = () =>
      resolve({
        ok: true,
        status: response.statusCode ?? 0,
        durationMs: Math.round(performance.now() - began),
        contentType: response.headers['content-type'] ?? '',
        body,
        ...(response.headers.location === undefined ? {} : { location: response.headers.location }),
      });
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      body += chunk.slice(0, mostBody - body.length);
      // A body that never ends (a stream of events) has said enough.
      if (body.length >= mostBody) request.destroy();
    });
    response.on('end', done).on('close', done).on('error', done);
  });
  return promise;
}

function failure(error: NodeJS.ErrnoException): HttpOutcome {
  const detail = error.message;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return { ok: false, reason: 'timeout', detail };
  if (error.code === 'ECONNREFUSED') return { ok: false, reason: 'refused', detail };
  if (error.code?.startsWith('HPE_')) return { ok: false, reason: 'not-http', detail };
  if (error.code === 'ECONNRESET') return { ok: false, reason: 'closed', detail };
  return { ok: false, reason: 'unreachable', detail };
}
