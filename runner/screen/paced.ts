import type { ScreenTerminal } from '../terminal/screen-terminal.ts';

/** Whether the last frame has arrived, and when it has. */
export type Pace = Pick<ScreenTerminal, 'isBusy' | 'whenIdle'>;

type Subscribe = (listener: () => void) => () => void;

/**
 * Changes as fast as the terminal can show them: while a frame is on its way, they gather, and are drawn as one when it
 * has arrived. So what a slow line shows is always the present.
 */
export function paced(subscribe: Subscribe, pace: Pace): Subscribe {
  return listener => {
    let isLate = false;
    const leaveStore = subscribe(() => {
      isLate = pace.isBusy();
      if (!isLate) listener();
    });
    const leavePace = pace.whenIdle(() => {
      if (!isLate) return;
      isLate = false;
      listener();
    });
    return () => {
      leaveStore();
      leavePace();
    };
  };
}
