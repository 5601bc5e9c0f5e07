/** How many of the paths that were tried are named. */
const named = 12;

/** The paths that were tried, for people: the first ones by their names, and how many more there were, as `andMore` says it. */
export function triedPaths(paths: readonly string[], andMore: (more: number) => string): string {
  const shown = paths.slice(0, named).map(path => `\`${path}\``);
  const more = paths.length - shown.length;
  return more <= 0 ? shown.join(', ') : `${shown.join(', ')} ${andMore(more)}`;
}
