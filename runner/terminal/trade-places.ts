/** How a screen gives the terminal away; what it returns takes the terminal again. */
export type Suspend = () => Promise<() => Promise<void>>;

/** The signals of job control, and how to stop oneself; a test has its own. */
export interface JobControl {
  on(signal: 'SIGTSTP' | 'SIGCONT', listener: () => void): void;
  off(signal: 'SIGTSTP' | 'SIGCONT', listener: () => void): void;
  /** Stops this very process, until somebody lets it go on. */
  stopSelf(): void;
}

const ofProcess: JobControl = {
  on: (signal, listener) => process.on(signal, listener),
  off: (signal, listener) => process.off(signal, listener),
  stopSelf: () => process.kill(process.pid, 'SIGSTOP'),
};

/**
 * Lets the screen and the shell that started it take turns. Told to stop (`kill -TSTP`), the screen gives the terminal away
 * first; told to go on, it takes it again, and draws itself anew, also where it was stopped without being told.
 */
export function tradePlaces(jobs: JobControl = ofProcess): { whenStopped(suspend: Suspend): void; stop(): void } {
  let suspend: Suspend | undefined;
  let back: (() => Promise<void>) | undefined;
  // One after the other, however fast the signals come.
  let turn = Promise.resolve();
  const next = (action: () => Promise<void>) => {
    turn = turn.then(action).catch(() => {});
  };
  const goAway = () =>
    next(async () => {
      back ??= await suspend?.();
      jobs.stopSelf();
    });
  const comeBack = () =>
    next(async () => {
      const again = back ?? (await suspend?.());
      back = undefined;
      await again?.();
    });
  jobs.on('SIGTSTP', goAway);
  jobs.on('SIGCONT', comeBack);
  return {
    whenStopped: how => {
      suspend = how;
    },
    stop: () => {
      jobs.off('SIGTSTP', goAway);
      jobs.off('SIGCONT', comeBack);
    },
  };
}
