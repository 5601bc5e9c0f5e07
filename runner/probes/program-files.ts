import { tarEntriesOf } from '../base/tar-entries.ts';
import { type Engine, EngineError } from '../engine/engine.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { callableNames } from '../engine/names.ts';
import { statedPaths, type TextFile } from './paths/stated-paths.ts';
import { commandPaths, workingFolder } from './written-address.ts';

/** What the files of a container's program say. */
export interface ProgramFiles {
  /** The paths that they name, likeliest first. */
  readonly paths: readonly string[];
  /** The ids of the other containers that they name as somebody to call. */
  readonly names: ReadonlySet<string>;
}

const deadlineMs = 5_000;
const limits = { bytes: 48 * 1024 * 1024, fileBytes: 128 * 1024, textBytes: 512 * 1024, files: 100 } as const;
const foreign = /(?:^|\/)(?:node_modules|site-packages|vendor|\.git|__pycache__|\.venv|venv)\//;

/** The files of a running container rarely change: a live loop looks again and again. */
const known = new WeakMap<object, Promise<ProgramFiles>>();

/** The same as `readProgram`, once for each run of a container; `run` stands for that, such as its probe. */
export async function readProgramOnce(
  run: object,
  ...[engine, container, others, facts, signal]: Parameters<typeof readProgram>
): Promise<ProgramFiles> {
  const reading = known.get(run) ?? readProgram(engine, container, others, facts, signal);
  known.set(run, reading);
  try {
    return await reading;
  } catch (error) {
    known.delete(run);
    throw error;
  }
}

/**
 * Passive: reads the files of a container's program, as it was started: what it may be asked for, and which of the others it
 * names. Of a compiled program only names can be told. Empty where it cannot be said which files those are.
 */
export async function readProgram(
  engine: Engine,
  container: ContainerFacts,
  others: readonly ContainerFacts[],
  facts: Facts,
  signal: AbortSignal,
): Promise<ProgramFiles> {
  const reader = new ProgramReader(others);
  reader.text('command.js', container.command.join('\n'));
  for (const path of programFiles(container, facts)) await reader.read(engine, container.id, path, signal);
  return { paths: statedPaths(reader.files), names: reader.names };
}

/** Its working folder, what its command names elsewhere, and, where it works in the root folder, what it names there. */
function programFiles(container: ContainerFacts, facts: Facts): string[] {
  const folder = workingFolder(container, facts);
  const elsewhere = commandPaths(container).filter(path => folder === '' || !path.startsWith(`${folder}/`));
  if (folder !== '') return [folder, ...elsewhere];
  const inRoot = container.command.filter(word => /^(?:\.\/)?\w[\w/-]*\.\w{1,5}$/.test(word)).slice(0, 3);
  return [...elsewhere, ...inRoot.map(name => `/${name.replace(/^\.\//, '')}`)];
}

class ProgramReader {
  readonly files: TextFile[] = [];
  readonly names = new Set<string>();
  readonly #others: readonly { readonly id: string; readonly pattern: RegExp }[];
  #bytes = 0;
  #textBytes = 0;

  constructor(others: readonly ContainerFacts[]) {
    this.#others = others.flatMap(other => {
      const names = callableNames(other).filter(name => name.length > 1);
      if (names.length === 0) return [];
      const any = names.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
      // A host in a URL, or a text of its own: `http://stock:80/`, `'stock'`, `"stock:80"`.
      return [
        {
          id: other.id,
          pattern: new RegExp(`(?://|@)(?:${any})(?=[:/"'\`\\s]|$)|(["'\`])(?:${any})(?::\\d+)?\\1`, 'i'),
        },
      ];
    });
  }

  text(path: string, text: string): void {
    if (this.files.length >= limits.files || this.#textBytes + text.length > limits.textBytes) return;
    this.#textBytes += text.length;
    this.files.push({ path, text });
  }

  async read(engine: Engine, container: string, path: string, signal: AbortSignal): Promise<void> {
    if (this.#bytes > limits.bytes) return;
    try {
      const archive = engine.archive(container, path, { deadlineMs, signal });
      for await (const { type, name, size, content } of tarEntriesOf(archive)) {
        const isOwn = type === 'file' && !foreign.test(name);
        const chunks: Buffer[] = [];
        let rest = '';
        for await (const chunk of content) {
          this.#bytes += chunk.length;
          if (!isOwn) continue;
          if (size <= limits.fileBytes) chunks.push(chunk);
          const piece = rest + chunk.toString('latin1');
          this.#look(piece);
          rest = piece.slice(-200);
        }
        const text = Buffer.concat(chunks).toString('utf8');
        if (isOwn && !text.includes('\0')) this.text(name, text);
        if (this.#bytes > limits.bytes) break;
      }
    } catch (error) {
      signal.throwIfAborted();
      // It is not there, it is too much, or it is no archive: then it tells nothing more.
      if (error instanceof EngineError && error.kind === 'unreachable') throw error;
    }
  }

  #look(piece: string): void {
    for (const { id, pattern } of this.#others) if (pattern.test(piece)) this.names.add(id);
  }
}
