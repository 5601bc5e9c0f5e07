import type { Line } from '../../base/text/line.ts';
import { blank } from '../../base/text/line.ts';

/** Exactly `height` lines: cut at the end, or filled with empty ones. */
export function exactly(lines: readonly Line[], height: number): Line[] {
  return Array.from({ length: Math.max(0, height) }, (_, index) => lines[index] ?? blank);
}

/** `height` of the lines, so that line `at` is among them, near the middle. */
export function around(lines: readonly Line[], at: number, height: number): Line[] {
  const start = startAround(lines.length, at, height);
  return lines.slice(start, start + height);
}

/** How many of `count` lines `around` leaves out above, and how many below. */
export function leftOut(count: number, at: number, height: number): { above: number; below: number } {
  const above = startAround(count, at, height);
  return { above, below: Math.max(0, count - above - height) };
}

function startAround(count: number, at: number, height: number): number {
  return Math.max(0, Math.min(at - Math.floor(height / 2), count - height));
}
