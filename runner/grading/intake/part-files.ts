import { isForeign } from './clutter.ts';
import type { Listed } from './list-folder.ts';
import { isDockerfile } from './plan/dockerfile.ts';

/** The files of one part, with the texts of those that may say how it is brought up. Paths are below the part's folder. */
export interface PartFiles {
  readonly paths: readonly string[];
  readonly folders: ReadonlySet<string>;
  /** Shell scripts, by their names. */
  readonly scripts: readonly string[];
  /** By their names, too. */
  readonly dockerfiles: readonly string[];
  /** `undefined` if it was not read. */
  text(path: string): string | undefined;
  /** True if not all of it was read. */
  isCut(path: string): boolean;
  /** True if it is UTF-16, as PowerShell's `>` writes it. */
  isUtf16(path: string): boolean;
  isExecutable(path: string): boolean | undefined;
}

/** A text that was read, maybe only its beginning. */
export interface ReadText {
  readonly text: string;
  readonly cut: boolean;
  /** True if it was UTF-16, which no shell reads. */
  readonly isUtf16?: boolean;
}

/** No more files of a kind than these are opened to find out how a part is brought up. */
const maxTexts = 60;

/** Folders that scripts are kept in, beside what they run. */
const scriptFolder = /^(?:scripts?|bin|sh|shell|docker|infra|deploy)\//i;
const readme = /^(?:readme|leia[-_ ]?me)(?:[-_.](?:pt|pt[-_]br|en|br))?(?:\.(?:md|markdown|txt|mkd))?$/i;

/** Other texts in which somebody may have written down what to type. */
const notes =
  /^(?:docs?\/)?(?:[^/]+\.(?:md|markdown|mkd|mdown|txt|text|rst|adoc|asciidoc|org|html?)|(?!(?:docker|container|make|just|proc|gem|rake|vagrant|jenkins)file|licen[cs]e|copying|changelog|authors)[^/.]+)$/i;
/** What else may hold commands: other shells' scripts, and what only looks like one. */
const elsewhere = /^(?:(?:scripts?|bin|docker|windows)\/)?(?:[^/]+\.(?:ps1|bat|cmd)|(?:gnu)?makefile)$/i;

/** The files of a part that are worth reading, in a fixed order. */
export function textsOf(files: readonly Listed[]): string[] {
  const names = files.filter(({ kind }) => kind === 'file').map(({ path }) => path);
  const wanted = names.filter(
    path =>
      path === 'lab.json' ||
      (!path.includes('/') && readme.test(path)) ||
      (isScript(path) && path.split('/').length <= 3 && !path.split('/').some(isForeign)),
  );
  const dockerfiles = names.filter(path => isDockerfile(path) && !path.split('/').some(isForeign));
  return [wanted, dockerfiles, names.filter(isNotes), names.filter(path => elsewhere.test(path))].flatMap(paths =>
    paths.sort(byDepthAndName).slice(0, maxTexts),
  );
}

export function partFiles(files: readonly Listed[], texts: ReadonlyMap<string, ReadText>): PartFiles {
  const byPath = new Map(files.map(file => [file.path, file]));
  const paths = files.filter(({ kind }) => kind === 'file').map(({ path }) => path);
  return {
    paths: paths.sort(byDepthAndName),
    folders: new Set(files.filter(({ kind }) => kind === 'folder').map(({ path }) => path)),
    scripts: [...texts.keys()].filter(isScript).sort(byDepthAndName),
    dockerfiles: [...texts.keys()].filter(isDockerfile).sort(byDepthAndName),
    text: path => texts.get(path)?.text,
    isCut: path => texts.get(path)?.cut === true,
    isUtf16: path => texts.get(path)?.isUtf16 === true,
    isExecutable: path => byPath.get(path)?.executable,
  };
}

/** Directly in the part's folder, or in a folder for scripts. */
export function isAtHand(path: string): boolean {
  return !path.replace(scriptFolder, '').includes('/');
}

export function isReadme(path: string): boolean {
  return readme.test(path);
}

export function isNotes(path: string): boolean {
  return notes.test(path) && !isReadme(path);
}

function isScript(path: string): boolean {
  return /\.(?:sh|bash)$/i.test(path);
}

/** Shallow ones first, then as bytes compare: the same everywhere. */
export function byDepthAndName(one: string, other: string): number {
  const depth = one.split('/').length - other.split('/').length;
  if (depth !== 0) return depth;
  return one < other ? -1 : Number(one > other);
}
