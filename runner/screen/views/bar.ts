import type { Line } from '../../base/text/line.ts';
import { span } from '../../base/text/line.ts';

/** `1 of 3` as a bar of so many columns; the numbers always stand beside it. */
export function bar(earned: number, possible: number, width: number, complete: boolean): Line {
  const filled = possible === 0 ? 0 : Math.min(width, Math.floor((earned / possible) * width));
  return [span('█'.repeat(filled), complete ? 'good' : 'accent'), span('░'.repeat(width - filled), 'quiet')];
}
