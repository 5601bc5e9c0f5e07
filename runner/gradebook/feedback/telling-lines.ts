/** So few lines are shown as they are. */
const few = 8;
/** Of the lines that say what went wrong, and of those at the end, so many. */
const maxTelling = 8;
const end = 3;

/** What docker, shells, package managers and runtimes write where something goes wrong. */
const telling =
  /\b(?:err(?:or|o)?|errors|failed|failure|fatal|denied|refused|cannot|can't|could not|unable|not found|no such|invalid|unknown|conflict|already (?:in use|allocated|exists)|in use|timed? ?out|traceback|exception|panic|killed|unauthorized|forbidden|missing|required|syntax|unexpected|falh(?:a|ou)|n[ãa]o (?:encontrad|existe|foi))|\b[A-Z]\w+Error\b|\bE[A-Z]{4,}\b/i;

/** What is written on the way of any build or pull. */
const progress =
  /^(?:\s*$|Step \d+\/\d+|\s*-+> |Removing intermediate container|Sending build context|[0-9a-f]{12}: |#\d+ (?:\[|\d|sha256|DONE|CACHED|transferring)|sha256:[0-9a-f]{64}$|[0-9a-f]{64}$|Digest: |Status: )/;

/**
 * The lines of a script's output that say what went wrong, and its end, in their order; `…` stands for what is left out. A short output
 * is shown as it is. Pure.
 */
export function tellingLines(lines: readonly string[]): string[] {
  if (lines.length <= few) return [...lines];
  const spoken = lines.flatMap((line, at) => (progress.test(line) && !telling.test(line) ? [] : [at]));
  const found = spoken.filter(at => telling.test(lines[at] ?? '')).slice(-maxTelling);
  // What stands before it often says what it is about.
  const before = found.flatMap(at => spoken.filter(other => other < at).slice(-1));
  const shown = [...new Set([...before, ...found, ...spoken.slice(-end)])].sort((one, other) => one - other);
  if (shown.length === 0) return ['…', ...lines.slice(-end)];
  return shown.flatMap((at, index) => {
    const isGap = at > (index === 0 ? 0 : (shown[index - 1] ?? 0) + 1);
    return [...(isGap ? ['…'] : []), lines[at] ?? ''];
  });
}
