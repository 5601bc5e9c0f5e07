import { EngineError } from './engine.ts';

/**
 * Runs `work` for at most `ms` milliseconds; `work` gets a signal that aborts at the deadline or with `outer`.
 * Throws an EngineError of kind `deadline` that names `what`, even where `work` does not heed the signal; where `outer`
 * aborts, its reason.
 */
export async function withDeadline<Result>(
  what: string,
  ms: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  outer?.throwIfAborted();
  const own = new AbortController();
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => stop(new EngineError('deadline', `${what}: no answer within ${ms / 1000} s`)), ms);
  const stop = (reason: unknown) => {
    reject(reason);
    own.abort(reason);
  };
  const onOuter = () => stop(outer?.reason);
  outer?.addEventListener('abort', onOuter, { once: true });
  const working = (async () => work(own.signal))();
  working.catch(() => {});
  try {
    return await Promise.race([working, stopped]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', onOuter);
  }
}
