/** Rounds that are always run, so that the compiler has seen all of it; and how many at most, to find two undisturbed ones. */
const rounds = { least: 5, most: 60 };

/**
 * How many times the processor time of `few` it is that `many` takes, each at its quickest; of what takes less than a millisecond, as if
 * it took one. What else the machine does can only make either slower, so where it is not below `limit` yet, it is tried again.
 */
export function costRatio(few: () => unknown, many: () => unknown, limit: number): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const ratio = () => most / Math.max(1, least);
  for (let round = 0; round < rounds.least || (round < rounds.most && ratio() >= limit); round += 1) {
    least = Math.min(least, cpuMs(few));
    most = Math.min(most, cpuMs(many));
  }
  return ratio();
}

function cpuMs(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  // The kernel knows the sum exactly, and how it is divided by sampling only.
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1_000;
}
