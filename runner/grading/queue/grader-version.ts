import { createHash } from 'node:crypto';

/** What has a say in a verdict besides the submission and its challenge. */
export interface GraderInputs {
  /** The lab's version, as in `package.json`. */
  readonly version: string;
  /** Of everything that the running program was bundled from; `undefined` if nothing is known of it. */
  readonly program: string | undefined;
  /** Name of each image that a sandbox is made of → digest of what it is made from. */
  readonly images: Readonly<Record<string, string>>;
}

/**
 * The lab's version and a digest of the program that judges and of the images that it judges with, so that nobody has to
 * remember to count a number up. Whatever changes the program makes it another grader: it is better to judge once too often
 * than to take an old verdict for a new one. Throws a TypeError when the program does not know what it was made of. Pure.
 */
export function graderVersion({ version, program, images }: GraderInputs): string {
  if (!program) throw new TypeError('the program does not know what it was bundled from');
  const hash = createHash('sha256').update(JSON.stringify([program, Object.entries(images).sort()]));
  return `${version}-${hash.digest('hex').slice(0, 16)}`;
}
