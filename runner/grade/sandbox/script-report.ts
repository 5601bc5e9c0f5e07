import { printable } from '../intake/printable.ts';

/** What the shell says when a script has ended. */
export interface ScriptReport {
  readonly exitCode: number;
  /** True where the shell's memory ran out. */
  readonly outOfMemory: boolean;
  /** Empty where none is known. */
  readonly failingCommand: string;
  readonly leftRunning: readonly string[];
}

/** How long a command is told, in characters. */
const longest = 300;

/** How many commands are told that were left running. */
const most = 10;

/**
 * Reads the line that `lab-images/shell/entrypoint.sh` writes. The student's own programs could have written it, too: it says how
 * their script ended and nothing else, and none of it is a reason to fail. Undefined where it is no such line. Pure.
 */
export function parseScriptReport(line: string): ScriptReport | undefined {
  try {
    const json: unknown = JSON.parse(line);
    if (typeof json !== 'object' || json === null) return undefined;
    const { code, memory, failed, left } = json as Record<string, unknown>;
    if (typeof code !== 'number' || !Number.isInteger(code)) return undefined;
    return {
      exitCode: code,
      outOfMemory: memory === true,
      failingCommand: code === 0 ? '' : commandOf(typeof failed === 'string' ? failed : ''),
      leftRunning: (typeof left === 'string' ? left : '')
        .split('\n')
        .filter(command => command.trim() !== '')
        .slice(0, most)
        .map(oneLine),
    };
  } catch {
    return undefined;
  }
}

/** Behind its exit code, the depth of its shell and the moment. */
const commandOf = (noted: string) => oneLine(noted.replace(/^\d+ \d+ \d+ /, ''));

const oneLine = (text: string) => printable(text.replace(/\s+/g, ' ').trim(), longest);
