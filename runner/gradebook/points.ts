/*
 * Points are counted in hundredths, as whole numbers: sums are exact, and nothing is ever 0.30000000000000004.
 */

/** The most points that anything can be worth: what is multiplied below stays exact. */
export const maxPoints = 10_000;

/** Points, of two decimals at most, in hundredths. */
export function toHundredths(points: number): number {
  return Math.round(points * 100);
}

export function fromHundredths(hundredths: number): number {
  return hundredths / 100;
}

/** `whole * part / of`, rounded to a whole number, half away from zero; none of them below zero. Zero where `of` is. */
export function shareOf(whole: number, part: number, of: number): number {
  return of === 0 ? 0 : Math.floor((2 * whole * part + of) / (2 * of));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
