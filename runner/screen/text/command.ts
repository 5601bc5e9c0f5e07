import { printable, textWidth } from '../../base/text/width.ts';

/**
 * A shell command broken into lines that still run when they are copied together: each but the last ends in ` \`, and
 * no line ends inside quotes. A part that is longer than a line stays whole; the caller cuts or wraps it.
 */
export function wrapCommand(command: string, width: number): string[] {
  const lines: string[] = [];
  for (const row of printable(command).split('\n')) {
    let line = '';
    for (const part of partsOf(row)) {
      const indent = lines.length > 0 && line === '' ? '  ' : '';
      if (line !== '' && textWidth(`${line} ${part} \\`) > width) {
        lines.push(`${line} \\`);
        line = `  ${part}`;
      } else {
        line = line === '' ? `${indent}${part}` : `${line} ${part}`;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** The command's words; quoted text stays in one piece, and so does an option with its value. */
function partsOf(command: string): string[] {
  const words = command.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+|["'\\]/g) ?? [];
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const takesValue = last !== undefined && /^--?[a-z][\w-]*$/.test(last) && !word.startsWith('-') && !flags.has(last);
    if (takesValue) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}

const flags = new Set([
  '-d',
  '--detach',
  '--rm',
  '-it',
  '-i',
  '-t',
  '-dit',
  '-q',
  '--quiet',
  '--init',
  '-f',
  '--force',
]);
