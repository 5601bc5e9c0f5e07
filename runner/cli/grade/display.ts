import type { Lab } from '../../app/lab.ts';
import { afterEvent, beforeRun, type QueueEvent } from '../../grading/queue/progress-state.ts';
import type { Task } from '../../grading/queue/task.ts';
import { finishedLine, progressLines } from './lines.ts';

/** How a run is followed by a person. Disposing of it takes away what is not to stay. */
export interface GradeDisplay extends Disposable {
  show(event: QueueEvent): void;
  /** How many are done. */
  readonly done: number;
}

/** How often the seconds are counted up, and how soon after one change the next is drawn, in milliseconds. */
const tickMs = 1_000;
const soonMs = 100;

/** In a terminal a few lines that are drawn again and again; elsewhere a line for each part that is done. */
export function gradeDisplay(
  { err, language, screenReader }: Pick<Lab, 'err' | 'language' | 'screenReader'>,
  tasks: readonly Task[],
  jobs: number,
): GradeDisplay {
  let state = beforeRun(tasks, jobs);
  const { up } = err;
  const isLive = err.isTerminal && up !== undefined && !screenReader;
  let height = 0;
  const draw = (lines: readonly string[]) => {
    up?.(height);
    const gone = Math.max(0, height - lines.length);
    err.write([...lines, ...Array.from({ length: gone }, () => '')].map(line => `\r\u001b[K${line}\n`).join(''));
    up?.(gone);
    height = lines.length;
  };
  const drawNow = () => draw(progressLines(state, { language, columns: err.columns, now: performance.now() }));
  let soon: NodeJS.Timeout | undefined;
  const drawSoon = () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      drawNow();
    }, soonMs).unref();
  };
  const ticks = isLive ? setInterval(drawNow, tickMs).unref() : undefined;
  return {
    show: event => {
      state = afterEvent(state, event);
      if (isLive) drawSoon();
      else if (event.kind === 'finished') err.write(`${finishedLine(state, event.told, language)}\n`);
    },
    get done() {
      return state.done;
    },
    [Symbol.dispose]: () => {
      clearInterval(ticks);
      clearTimeout(soon);
      if (isLive) draw([]);
    },
  };
}
