/** What was told to stop did not. */
export class Hung extends Error {
  override readonly name = 'Hung';
}

/**
 * The promise's outcome; where it has not come so many milliseconds after the signal aborted, Hung is thrown: clean-up takes
 * its time, but one work that cannot be ended must not keep the class waiting for ever.
 */
export async function withGracePeriod<Value>(
  promise: Promise<Value>,
  { signal, graceMs }: { readonly signal: AbortSignal; readonly graceMs: number },
): Promise<Value> {
  const { promise: hung, reject } = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    timer = setTimeout(() => reject(new Hung()), graceMs);
  };
  if (signal.aborted) wait();
  else signal.addEventListener('abort', wait, { once: true });
  try {
    return await Promise.race([promise, hung]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', wait);
  }
}
