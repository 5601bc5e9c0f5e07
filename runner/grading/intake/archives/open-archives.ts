import { join } from 'node:path';
import type { Message } from '../../../base/message.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import { say } from '../../../language/say.ts';
import { nameOf } from '../candidate-folders.ts';
import { type Listed, listFolder } from '../list-folder.ts';
import { challengeNamed } from '../names/challenge-name.ts';
import { printable } from '../printable.ts';
import { ArchiveRefused } from '../refused.ts';
import type { SubmissionTree } from '../submission-tree.ts';
import { isArchive, withoutEnding } from './archive-name.ts';
import { unpack } from './unpack.ts';
import type { UnpackOptions } from './unpacking.ts';

/** Archives in archives: no deeper than this. */
const deepest = 2;
const maxArchives = 20;
/** What a school's system or a student puts beside an archive, and no instructions are in. */
const document = /\.(?:pdf|html?|txt|docx?|odt|rtf|png|jpe?g|url)$/i;

/** The folder that Moodle makes for what was typed and not handed in as a file. */
const moodleText = /_assignsubmission_onlinetext_?$/;

export interface OpenOptions extends UnpackOptions {
  readonly challenges: readonly Challenge[];
  /** An empty folder of our own, for what is unpacked. */
  readonly scratch: string;
}

/**
 * Opens the archives that a submission is made of: where a folder has nothing but archives, all of them; elsewhere those that are
 * called after a challenge. What is in them is then in the tree, under the archive's name. Returns remarks.
 */
export async function openArchives(tree: SubmissionTree, options: OpenOptions): Promise<readonly Message[]> {
  const remarks: Message[] = [];
  const opened = new Set<string>();
  for (let depth = 1; depth <= deepest; depth += 1) {
    for (const path of archivesToOpen(tree.entries, options.challenges)) {
      if (opened.has(path) || opened.size >= maxArchives) continue;
      opened.add(path);
      const folder = join(options.scratch, `archive-${opened.size}`);
      try {
        const more = await unpack(tree.real(path), folder, options);
        tree.add(freeName(path, tree), folder, await listFolder(folder, options.limits, options.signal));
        remarks.push(say('intake.inner-archive', { name: printable(path, 160) }), ...more);
      } catch (error) {
        if (!(error instanceof ArchiveRefused)) throw error;
        remarks.push(say('intake.inner-archive-refused', { name: printable(path, 160), why: error.finding }));
      }
    }
  }
  return remarks;
}

/** The paths of the archives that are worth opening, in the listing's order. */
function archivesToOpen(entries: readonly Listed[], challenges: readonly Challenge[]): string[] {
  const siblings = new Map<string, Listed[]>();
  for (const entry of entries) {
    const parent = parentOf(entry.path);
    siblings.set(parent, [...(siblings.get(parent) ?? []), entry].slice(-1000));
  }
  return entries
    .filter(({ kind, path }) => kind === 'file' && isArchive(path) && path.split('/').length <= 5)
    .filter(({ path }) => {
      const around = siblings.get(parentOf(path)) ?? [];
      const onlyArchives = around.every(it =>
        it.kind === 'file' ? isArchive(it.path) || document.test(it.path) : moodleText.test(it.path),
      );
      return onlyArchives || challengeNamed(withoutEnding(nameOf(path)), challenges) !== undefined;
    })
    .map(({ path }) => path);
}

/** An archive beside a folder of the same name is told apart. */
function freeName(path: string, tree: SubmissionTree): string {
  const plain = withoutEnding(path);
  return tree.folders.includes(plain) ? `${plain} (archive)` : plain;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
