import type { Line } from '../text/line.ts';
import { blank } from '../text/line.ts';

/** Exactly `height` lines: cut at the end, or filled with empty ones. */
export function exactly(lines: readonly Line[], height: number): Line[] {
  return Array.from({ length: Math.max(0, height) }, (_, index) => lines[index] ?? blank);
}

/** `height` of the lines, so that line `at` is among them, near the middle. */
export function around(lines: readonly Line[], at: number, height: number): Line[] {
  const start = Math.max(0, Math.min(at - Math.floor(height / 2), lines.length - height));
  return lines.slice(start, start + height);
}
