import { printable } from '../intake/printable.ts';

/** What the shell says when a script has ended. */
export interface ScriptReport {
  readonly exitCode: number;
  /** True if the shell's memory ran out. */
  readonly outOfMemory: boolean;
  /** Empty where none is known. */
  readonly failingCommand: string;
  readonly leftRunning: readonly string[];
  /** Names that it gave to images, or meant to. */
  readonly namedImages: readonly string[];
  /** The first usual program that it called and this shell does not have; empty where there was none. */
  readonly missingTool: string;
  /** The first command by which it would have started something by Compose; empty where none did, or others ran something by hand. */
  readonly compose: string;
}

/** How long a command is told, in characters. */
const longest = 300;

/** How many commands are told that were left running. */
const most = 10;

/** How many names of images are read: no script gives more. */
const maxNames = 64;

/**
 * Reads the line that `lab-images/shell/entrypoint.sh` writes. The student's own programs could have written it, too: it says how
 * their script ended and nothing else, and none of it is a reason to fail. `undefined` if it is no such line. Pure.
 */
export function parseScriptReport(line: string): ScriptReport | undefined {
  try {
    const json: unknown = JSON.parse(line);
    if (typeof json !== 'object' || json === null) return undefined;
    const { code, memory, failed, left, named, missing, compose } = json as Record<string, unknown>;
    if (typeof code !== 'number' || !Number.isInteger(code)) return undefined;
    return {
      exitCode: code,
      outOfMemory: memory === true,
      failingCommand: code === 0 ? '' : commandOf(typeof failed === 'string' ? failed : ''),
      leftRunning: linesOf(left).slice(0, most),
      namedImages: linesOf(named).slice(0, maxNames),
      missingTool: linesOf(missing)[0] ?? '',
      compose: linesOf(compose)[0] ?? '',
    };
  } catch {
    return undefined;
  }
}

/** Behind its exit code, the depth of its shell and the moment. */
const commandOf = (noted: string) => oneLine(noted.replace(/^\d+ \d+ \d+ /, ''));

function linesOf(value: unknown): string[] {
  const lines = typeof value === 'string' ? value.split('\n') : [];
  return lines.filter(line => line.trim() !== '').map(oneLine);
}

const oneLine = (text: string) => printable(text.replace(/\s+/g, ' ').trim(), longest);
