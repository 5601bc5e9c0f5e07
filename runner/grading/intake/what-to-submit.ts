import { isForeign } from './clutter.ts';
import { type Listed, leadsOut } from './list-folder.ts';

/** Which files of a workspace are handed in. */
export interface ToSubmit {
  /** Folders, files and links that stay inside, parents first. */
  readonly entries: readonly Listed[];
  /** Folders and files that are left out, without what is in them: installed packages, histories, databases. */
  readonly leftOut: readonly string[];
  /** Links that lead out of the folder: an archive with one of them would be refused. */
  readonly linksOut: readonly string[];
  readonly bytes: number;
}

/** The name of the report in what is handed in. Whoever grades does not believe it. */
export const reportFile = 'lab-report.json';

/** Redis's and PostgreSQL's own files; a SQLite file may be what a program starts from. */
const redisFiles = /(?:^|\/)(?:dump\.rdb|appendonlydir)$/;

/** `except` is the path of the archive itself, where that is in the folder. */
export function whatToSubmit(listed: readonly Listed[], except: string | undefined): ToSubmit {
  const databases = listed.filter(({ path }) => /\/PG_VERSION$/.test(path)).map(({ path }) => path.slice(0, -11));
  const isOut = ({ path }: Listed) =>
    isForeign(path.slice(path.lastIndexOf('/') + 1)) || redisFiles.test(path) || databases.includes(path);
  const roots = listed.filter(isOut).map(({ path }) => path);
  const leftOut = roots.filter(path => !roots.some(root => path.startsWith(`${root}/`)));
  const kept = listed.filter(
    entry =>
      entry.kind !== 'other' &&
      entry.path !== except &&
      entry.path !== reportFile &&
      !leftOut.some(root => entry.path === root || entry.path.startsWith(`${root}/`)),
  );
  return {
    entries: kept.filter(entry => !leadsOut(entry)),
    leftOut,
    linksOut: kept.filter(leadsOut).map(({ path }) => path),
    bytes: kept.reduce((sum, { size }) => sum + size, 0),
  };
}
