import type { DatabaseComparison, DatabaseReading, TakenVolume } from '../../../lab-images/probe/volume-protocol.ts';

/** Bigger volumes are not copied. */
export const capBytes = 512 * 1024 * 1024;

/** What is in a volume. */
export interface VolumeEvidence extends TakenVolume {
  /** Where there is no database in it: files elsewhere in the container that look like one by name. */
  readonly outside: readonly string[];
}

/** A database of the copy, as SQLite reads it. */
export type DatabaseEvidence = Readonly<DatabaseReading>;

/** What came of running a learner's image again on a copy of the volume: once, and once more in a new container. */
export interface RecreationEvidence {
  readonly image: string;
  readonly target: string;
  /** False if only the image is known, and how its container was started is not. */
  readonly commandKnown: boolean;
  readonly runs: readonly RecreatedRun[];
}

export interface RecreatedRun {
  /** `undefined` if it was still running when we had seen enough. */
  readonly exitCode?: number;
  /** True if it wrote to a database. */
  readonly wrote: boolean;
  /** The end of what it said. */
  readonly said: readonly string[];
  readonly databases: readonly DatabaseComparison[];
}
