import { isNumberOfAChallenge } from './challenge-name.ts';

/** A file of a download, by what the student called it. */
export interface Uploaded {
  readonly original: string;
}

/** The last of several uploads of one file, under the name that it had at first, and those that it stands for. */
export interface LastUpload<File> {
  readonly file: File;
  readonly name: string;
  readonly earlier: readonly File[];
}

/**
 * Canvas writes `-1`, `-2` before the last ending of a file that is handed in again (`projeto.tar-1.gz`). Which of a student's files
 * are such uploads of one and the same, in the order in which they were first handed in. A number that says which challenge it is
 * (`desafio-2.zip`) is none. Pure.
 */
export function lastUploads<File extends Uploaded>(files: readonly File[]): LastUpload<File>[] {
  const byName = new Map<string, { file: File; nth: number }[]>();
  for (const file of files) {
    const { name, nth } = withoutCount(file.original);
    byName.set(name, [...(byName.get(name) ?? []), { file, nth }]);
  }
  return [...byName].map(([name, uploads]) => {
    const inOrder = uploads.toSorted((one, other) => one.nth - other.nth);
    const [last] = inOrder.slice(-1);
    if (last === undefined) throw new RangeError('no upload of a name');
    return { file: last.file, name, earlier: inOrder.slice(0, -1).map(({ file }) => file) };
  });
}

function withoutCount(original: string): { readonly name: string; readonly nth: number } {
  const [, stem = '', count, ending = ''] = /^(.*?)-(\d{1,3})(\.[^.]*)?$/s.exec(original) ?? [];
  if (count === undefined || stem === '' || isNumberOfAChallenge(`${stem}-${count}`, stem))
    return { name: original, nth: 0 };
  return { name: `${stem}${ending}`, nth: Number(count) };
}
