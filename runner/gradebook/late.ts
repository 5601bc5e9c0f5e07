import type { Lateness, PenaltyStep } from './book-files/rubric.ts';
import { shareOf } from './points.ts';

const hour = 3_600_000;

/** How late something was handed in, and what that takes off. */
export interface Late {
  readonly milliseconds: number;
  /** Of the points that were earned. */
  readonly percent: number;
  /** In hundredths of a point. */
  readonly points: number;
}

/**
 * What handing in at a moment takes off; `undefined` if that is nothing. Handed in at the deadline itself is in time, and a
 * step after 24 hours begins when 24 hours have passed. Pure.
 */
export function lateOf(lateness: Lateness, submitted: string, earned: number): Late | undefined {
  const milliseconds = Date.parse(submitted) - Date.parse(lateness.deadline);
  if (!(milliseconds > 0)) return undefined;
  const percent = Math.min(lateness.most, ...[Math.max(0, ...lateness.steps.map(step => taken(step, milliseconds)))]);
  const points = shareOf(earned, Math.round(percent * 100), 10_000);
  return points === 0 ? undefined : { milliseconds, percent, points };
}

function taken({ kind, hours, percent }: PenaltyStep, milliseconds: number): number {
  const period = hours * hour;
  if (kind === 'after') return milliseconds > period ? percent : 0;
  return Math.ceil(milliseconds / period) * percent;
}
