/** What the name of something downloaded from a school's system says of who handed it in. */
export interface DownloadName {
  /** The same for all that one student or team handed in. */
  readonly owner: string;
  /** What the system calls them. */
  readonly name: string;
  /** Canvas's number of the user; empty if it is not Canvas's. */
  readonly canvasId: string;
  /** Moodle's number of the participant; empty if it is not Moodle's. */
  readonly moodleId: string;
  readonly isLate: boolean;
  /** What the student called the file; empty for a folder of several. */
  readonly original: string;
}

const canvas = /^([\p{L}\p{M}\p{N}.'’-]+?)(_LATE)?_(\d+)_(\d+)_(.+)$/u;
const moodle = /^(.+?)_(\d+)_assignsubmission_(?:file|onlinetext)_?(?:_?(.*))?$/;

/**
 * Reads the name of a file as Canvas's "Download Submissions" writes it (`name[_LATE]_USERID_SUBMISSIONID_original.ext`), or of a
 * folder or a file as Moodle's "Download all submissions" does (`Full Name_12345_assignsubmission_file_`, and the file's name
 * behind it where there are no folders). `undefined` if it is neither. Pure.
 */
export function downloadName(entry: string, isFolder: boolean): DownloadName | undefined {
  const name = entry.normalize('NFC');
  const byCanvas = isFolder ? null : canvas.exec(name);
  const byMoodle = byCanvas === null ? moodle.exec(name) : null;
  if (byMoodle !== null) {
    const [, who = '', moodleId = '', original = ''] = byMoodle;
    return { owner: `moodle ${moodleId}`, name: who.trim(), canvasId: '', moodleId, isLate: false, original };
  }
  if (byCanvas === null) return undefined;
  const [, who = '', late, canvasId = '', , original = ''] = byCanvas;
  return { owner: `canvas ${canvasId}`, name: who, canvasId, moodleId: '', isLate: late !== undefined, original };
}
