/** The middle one; the upper of two. Zero where there is none. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? 0;
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A figure beside the limit that the issue sets for it. */
export interface Limited {
  readonly name: string;
  readonly figure: number;
  readonly limit: number;
  readonly unit: string;
}

/** Says which figures exceed their limits; true where none does. */
export function areWithin(figures: readonly Limited[]): boolean {
  const beyond = figures.filter(({ figure, limit }) => !(figure <= limit));
  for (const { name, figure, limit, unit } of beyond)
    say(`TOO MUCH: ${name}: ${figure.toFixed(1)} ${unit}, and ${limit} ${unit} is the limit.`);
  return beyond.length === 0;
}
