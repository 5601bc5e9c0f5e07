import { say } from '../../../language/say.ts';
import type { HandedBy, NotTaken } from '../../submission.ts';
import { withoutEnding } from '../archives/archive-name.ts';
import { isClutter } from '../clutter.ts';
import { printable } from '../printable.ts';
import { type DownloadName, downloadName } from './download-name.ts';
import type { Submitter } from './gradescope.ts';
import { lastUploads } from './second-uploads.ts';
import { idOf, uniqueIds } from './submission-ids.ts';

/** An entry of a class's folder. */
export interface ClassEntry {
  readonly name: string;
  /** What it is, by its first bytes where its name does not say. */
  readonly kind: 'folder' | 'archive' | 'file';
}

/** A piece of what somebody handed in. */
export interface Source extends ClassEntry {
  /** What the student called it; for a folder or an archive that is all of a submission, nothing. */
  readonly original: string;
}

/** What one student or team handed in. */
export interface Handed {
  readonly id: string;
  readonly sources: readonly Source[];
  readonly by: HandedBy;
  /** True if another has its name, and it got a number. */
  readonly renamed: boolean;
  /** Earlier uploads of what is in `sources`. */
  readonly earlier: readonly string[];
}

export const unknownHand: HandedBy = {
  ...{ name: '', canvasId: '', moodleId: '', sisUserId: '', email: '', late: undefined, submitted: '' },
};

/** What an instructor keeps beside the submissions. */
const instructors = /^(?:roster\.csv|rubric\.json|overrides\.json|submission_metadata\.ya?ml)$/i;

interface Drawn {
  readonly plain: string;
  readonly source: string;
  readonly sources: readonly Source[];
  readonly by: HandedBy;
  readonly earlier: readonly string[];
}

/**
 * What in a class's folder is a submission: each folder and each archive; of a school's download, all that has one owner. `submitters`
 * says who handed in which folder, where Gradescope does. Ids are unique without regard to case, and the same whatever the order of
 * the entries. Pure.
 */
export function handedIn(
  entries: readonly ClassEntry[],
  submitters: ReadonlyMap<string, Submitter> = new Map(),
): { readonly handed: readonly Handed[]; readonly notTaken: readonly NotTaken[] } {
  const owners = new Map<string, { entry: ClassEntry; said: DownloadName }[]>();
  const alone: Drawn[] = [];
  const notTaken: NotTaken[] = [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const { name, kind } = entry;
    if (name.startsWith('.') || isClutter(name) || instructors.test(name)) continue;
    const said = downloadName(name, kind === 'folder');
    if (said !== undefined) owners.set(said.owner, [...(owners.get(said.owner) ?? []), { entry, said }]);
    else if (kind === 'file') notTaken.push({ path: printable(name, 200), reason: say('intake.not-a-submission') });
    else alone.push(aloneOf(entry, submitters.get(name)));
  }
  const drawn = [...alone, ...[...owners.values()].map(downloaded)];
  const handed = uniqueIds(drawn).map(({ id, item: { sources, by, earlier, plain } }) => ({
    ...{ id, sources, by, earlier, renamed: id !== plain },
  }));
  for (const { earlier } of drawn)
    for (const path of earlier) notTaken.push({ path: printable(path, 200), reason: say('intake.earlier-upload') });
  return { handed, notTaken };
}

function aloneOf(entry: ClassEntry, submitter: Submitter | undefined): Drawn {
  const { name, kind } = entry;
  return {
    plain: idOf(submitter?.name || (kind === 'folder' ? name : withoutEnding(name))),
    source: name,
    sources: [{ ...entry, original: '' }],
    by: submitter === undefined ? unknownHand : { ...unknownHand, ...submitter },
    earlier: [],
  };
}

function downloaded(files: readonly { readonly entry: ClassEntry; readonly said: DownloadName }[]): Drawn {
  const [first] = files;
  if (first === undefined) throw new RangeError('nobody owns nothing');
  const { name, canvasId, moodleId } = first.said;
  const uploads = lastUploads(files.map(file => ({ ...file, original: file.said.original || file.entry.name })));
  const last = uploads.map(({ file }) => file);
  return {
    plain: idOf(name),
    source: first.entry.name,
    sources: uploads.map(({ file: { entry, said }, name: called }) => ({
      ...entry,
      original: said.original === '' ? '' : called,
    })),
    by: {
      ...{ ...unknownHand, canvasId, moodleId },
      // Canvas writes it without spaces and accents: that is no name to call anybody by.
      name: moodleId === '' ? '' : name,
      late: canvasId === '' ? undefined : last.some(({ said }) => said.isLate),
    },
    earlier: uploads.flatMap(({ earlier }) => earlier.map(({ entry }) => entry.name)),
  };
}
