import { addressesOf } from '../engine/addresses.ts';
import type { Engine } from '../engine/engine.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';

/** What came of looking through a container's program files for another's address. */
export interface WrittenEvidence {
  /** An address of the other that stands there; `undefined` if none does. */
  readonly address: string | undefined;
}

const deadlineMs = 5_000;
const maxBytes = 128 * 1024 * 1024;

/**
 * Passive: reads the files of the caller's program (its working folder, or what its command names) and looks whether an
 * address of the callee is written in them. `undefined` if it cannot be said which files those are.
 */
export async function findWrittenAddress(
  engine: Engine,
  caller: ContainerFacts,
  callee: ContainerFacts,
  facts: Facts,
  signal: AbortSignal,
): Promise<WrittenEvidence | undefined> {
  const paths = programPaths(caller, facts);
  if (paths.length === 0) return undefined;
  const addresses = addressesOf(callee);
  for (const path of paths) {
    const archive = engine.archive(caller.id, path, { deadlineMs, signal });
    const address = await findText(archive, addresses);
    if (address !== undefined) return { address };
  }
  return { address: undefined };
}

/** Where a container's program lies: its working folder, or what its command names; empty where that cannot be said. */
function programPaths(container: ContainerFacts, facts: Facts): string[] {
  const folder = workingFolder(container, facts);
  return folder === '' ? commandPaths(container) : [folder];
}

/** The working folder of a container's image; empty where it is the root folder. */
export const workingFolder = ({ imageId }: ContainerFacts, { images }: Facts): string =>
  (images.find(({ id }) => id === imageId)?.workingDirectory ?? '').replace(/\/+$/, '');

/** The files that a container's command names by their whole paths, but no program of the system, such as /usr/bin/node. */
export const commandPaths = ({ command }: ContainerFacts): string[] =>
  command
    .filter(word => /^\/(?!usr\/(?!src\/|app\/)|(?:bin|sbin|lib\w*|proc|sys|dev)(?:\/|$))[\w./-]+$/.test(word))
    .slice(0, 3);

/** The first of the texts that occurs in a stream as a whole number; it may lie across two chunks. */
async function findText(stream: AsyncIterable<Buffer>, texts: readonly string[]): Promise<string | undefined> {
  const patterns = texts.map(text => ({
    text,
    pattern: new RegExp(`(?<![\\d.])${text.replaceAll('.', '\\.')}(?![\\d])`),
  }));
  let rest = '';
  let bytes = 0;
  for await (const chunk of stream) {
    const piece = rest + chunk.toString('latin1');
    const found = patterns.find(({ pattern }) => pattern.test(piece));
    if (found !== undefined) return found.text;
    rest = piece.slice(-64);
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
  }
  return undefined;
}
