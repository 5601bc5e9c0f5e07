/** How often it is looked whether this thread gets its turn, in milliseconds. */
const everyMs = 100;

/**
 * What is no stall yet, in milliseconds: a machine with much to do is late by tenths of a second all the time, and every deadline
 * of a look at a part allows seconds.
 */
const harmlessMs = 500;

/** Of what is allowed for something, the part that a stall may take before what came too late can be the grader's own doing. */
const tolerated = 0.1;

/** Notes how long the grader's thread was held up: deadlines pass in that time, and nobody looks. */
export interface StallWatch extends Disposable {
  /** For how long since it was last asked, or since it began, in milliseconds. */
  takeMs(): number;
}

/** Watches this thread until it is disposed of. */
export function watchStalls(now: () => number = () => performance.now()): StallWatch {
  let last = now();
  let stalledMs = 0;
  const look = () => {
    const at = now();
    stalledMs += stallOf(at - last);
    last = at;
  };
  const timer = setInterval(look, everyMs).unref();
  return {
    takeMs: () => {
      look();
      const taken = stalledMs;
      stalledMs = 0;
      return taken;
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** What of the time between two looks was a stall, in milliseconds. */
function stallOf(betweenMs: number): number {
  const lateMs = betweenMs - everyMs;
  return lateMs >= harmlessMs ? lateMs : 0;
}

/**
 * Whether a stall could be why something was not seen within `allowedMs`: an honest work that needs more than nine tenths of its
 * time is as much at the mercy of the machine. Pure.
 */
export const couldMatter = (stalledMs: number, allowedMs: number): boolean => stalledMs > allowedMs * tolerated;
