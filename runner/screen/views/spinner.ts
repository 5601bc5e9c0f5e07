const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';

/** What turns while something is being found out. */
export function spinner(frame: number): string {
  return frames.charAt(frame % frames.length);
}
