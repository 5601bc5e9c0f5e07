import { EngineError } from '../engine.ts';
import { isGone } from './answers.ts';

const unreachable = new Set(['ECONNREFUSED', 'ENOENT', 'EACCES', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT']);

/** What dockerode threw, as an EngineError that says what was being done. */
export function engineError(what: string, error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const { statusCode, code, json, message } = (error ?? {}) as {
    statusCode?: number;
    code?: string;
    json?: { message?: string };
    message?: string;
  };
  // A stream that the engine has cut off is said to be aborted, which nobody did.
  const said = json?.message ?? (message === 'aborted' ? 'the engine closed the connection' : message) ?? String(error);
  if (isGone(error)) return new EngineError('not-found', `${what}: ${said}`, error);
  if (statusCode === 409) return new EngineError('conflict', `${what}: ${said}`, error);
  if (statusCode !== undefined && statusCode < 500) return new EngineError('refused', `${what}: ${said}`, error);
  if (code !== undefined && (unreachable.has(code) || code.startsWith('ERR_STREAM_PREMATURE')))
    return new EngineError('unreachable', `${what}: ${said}`, error);
  return new EngineError('other', `${what}: ${said}`, error);
}
