const mebibyte = 1024 * 1024;

/** How much of a submission is read. Sizes are in bytes. */
export interface IntakeLimits {
  /** An archive as it was handed in. */
  readonly archiveBytes: number;
  /** All that is unpacked for one submission, archives inside of it included. Bytes that really came out are counted. */
  readonly unpackedBytes: number;
  readonly fileBytes: number;
  /** Files and folders, of an archive or of a folder. */
  readonly entries: number;
  /** Unpacked to packed. Looked at only beyond `ratioFreeBytes`: a small file of zeros is no bomb. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
  /** Of a path below the submission, in UTF-8. */
  readonly pathBytes: number;
  /** Folders in each other. */
  readonly depth: number;
  /** How much of a README, a script or a lab.json is read. */
  readonly textBytes: number;
  /** How much of a part's content goes into its digest; what is beyond goes in by name and size. */
  readonly digestBytes: number;
}

export const usualLimits: IntakeLimits = {
  archiveBytes: 512 * mebibyte,
  unpackedBytes: 1024 * mebibyte,
  fileBytes: 256 * mebibyte,
  entries: 100_000,
  ratio: 200,
  ratioFreeBytes: 64 * mebibyte,
  pathBytes: 1024,
  depth: 48,
  textBytes: mebibyte,
  digestBytes: 128 * mebibyte,
};
