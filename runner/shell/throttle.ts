/** Calls `act` at once, and where it is asked for again within `ms`, once more when that time is over. */
export function atMostEvery(ms: number, act: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let waiting: NodeJS.Timeout | undefined;
  const run = () => {
    waiting = undefined;
    last = performance.now();
    act();
  };
  return () => {
    if (waiting !== undefined) return;
    const wait = last + ms - performance.now();
    if (wait <= 0) run();
    else waiting = setTimeout(run, wait);
  };
}
