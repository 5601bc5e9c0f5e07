import type { LogLine } from '../../engine/facts.ts';
import type { LogNews } from '../widgets/logs/state.ts';

/** A screen that draws more often only flickers. In milliseconds. */
const everyMs = 60;
/** More than these are seen by nobody: a batch has the last of them. */
const most = 5_000;

/** Gathers lines and tells them a few times a second, in order with the other news. */
export class LogBatch {
  readonly #tell: (news: LogNews) => void;
  #lines: LogLine[] = [];
  #leftOut = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (news: LogNews) => void) {
    this.#tell = tell;
  }

  add(line: LogLine): void {
    this.#lines.push(line);
    if (this.#lines.length >= 2 * most) this.#shorten();
    this.#timer ??= setTimeout(() => this.#flush(), everyMs);
  }

  /** Tells something at once, and the lines before it. */
  tell(news: LogNews): void {
    this.#flush();
    this.#tell(news);
  }

  /** Forgets what has not been told. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lines = [];
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#lines.length === 0) return;
    this.#shorten();
    const news: LogNews = { kind: 'lines', lines: this.#lines, leftOut: this.#leftOut };
    this.#lines = [];
    this.#leftOut = 0;
    this.#tell(news);
  }

  #shorten(): void {
    const over = this.#lines.length - most;
    if (over <= 0) return;
    this.#lines = this.#lines.slice(over);
    this.#leftOut += over;
  }
}
