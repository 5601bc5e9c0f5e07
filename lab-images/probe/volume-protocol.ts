/**
 * What the volume program (`volume.ts`) and `lab` say to each other: one JSON object a line. `lab` writes requests to its
 * standard input, and each is answered once, with its `id`. The learner's volumes are mounted read-only at
 * `/volumes/0`, `/volumes/1`…; a volume of the lab's own, where there is one, at `/scratch`.
 */
export type VolumeRequest =
  /** Which of the volumes hold SQLite files. */
  | { do: 'survey'; id: number }
  /** Copies the first volume to the scratch one and reads the databases there. */
  | { do: 'take'; id: number; capBytes: number }
  /** Remembers the rows of these databases in the scratch volume. */
  | { do: 'remember'; id: number; paths: string[] }
  /** Answers when a remembered database in the scratch volume has changed and is quiet again, or when the time is up. */
  | { do: 'await-change'; id: number; timeoutMs: number }
  /** Looks which of the remembered rows are still there. */
  | { do: 'compare'; id: number };

export type VolumeAnswer =
  | { id: number; kind: 'survey'; volumes: VolumeListing[] }
  | { id: number; kind: 'take'; taken: TakenVolume }
  | { id: number; kind: 'remember' }
  | { id: number; kind: 'await-change'; changed: boolean }
  | { id: number; kind: 'compare'; databases: DatabaseComparison[] }
  | { id: number; kind: 'error'; message: string };

/** The files of a volume. Paths are relative to its root. */
export interface VolumeListing {
  files: number;
  bytes: number;
  /** The first few files, by path. */
  sample: { path: string; bytes: number }[];
  /** Files that begin as SQLite files do, whatever their names. */
  databases: string[];
  /** True where there was more than we look at. */
  partial: boolean;
}

export interface TakenVolume {
  listing: VolumeListing;
  /** False where it is too big to be copied: then there are no databases to tell of. */
  copied: boolean;
  databases: DatabaseReading[];
}

export interface DatabaseReading {
  path: string;
  bytes: number;
  /** The user id that owns the file. */
  owner: number;
  /** Such as `delete` or `wal`. */
  journal: string;
  /** The program's own tables, without SQLite's. */
  tables: { name: string; rows: number }[];
  /** What `PRAGMA integrity_check` complains of; empty where it says ok. */
  problems: string[];
  /** Where SQLite could not read it: what it said. */
  error?: string;
}

/** What became of a database's rows. */
export interface DatabaseComparison {
  path: string;
  /** `before` counts the rows that were looked at, `lost` those of them that are not there any more. */
  tables: { name: string; before: number; after: number; lost: number }[];
  /** Where SQLite could not read it any more: what it said. */
  error?: string;
}
