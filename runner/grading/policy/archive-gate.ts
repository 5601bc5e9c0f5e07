import { Transform } from 'node:stream';
import { compressionOf } from './compression.ts';
import { PolicyRefusal } from './rules/refusal.ts';

/** As far as a tar archive's first header goes (`ustar` stands at 257). */
const headerBytes = 512;

/**
 * Lets an archive through that the engine reads as a plain tar (where `gzip` is true, or as gzip, as `docker build --compress` makes
 * it), up to `most` bytes. Other compressions would start programs of the engine's as root, or make gigabytes of a few bytes; what
 * gzip makes is bounded by the sandbox's disk. Ends with a PolicyRefusal otherwise.
 */
export function archiveGate(most: number, gzip: boolean): Transform {
  let begun = Buffer.alloc(0);
  let judged = false;
  let length = 0;
  const fault = (): PolicyRefusal | undefined => {
    const compression = compressionOf(begun);
    if (compression === undefined) return isTar(begun) ? undefined : new PolicyRefusal('no-archive', 'tar');
    if (gzip && compression === 'gzip') return undefined;
    return new PolicyRefusal('compressed', compression, gzip ? 'build' : '');
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > most) return done(new PolicyRefusal('too-large', 'tar', String(most), 413));
      if (judged) return done(null, chunk);
      begun = Buffer.concat([begun, chunk]);
      if (begun.length < headerBytes) return done();
      judged = true;
      return done(fault(), begun);
    },
    flush(done) {
      if (judged || begun.length === 0) return done();
      return done(fault(), begun);
    },
  });
}

/** An empty archive is all zeros. */
function isTar(begun: Buffer): boolean {
  return begun.toString('latin1', 257, 262) === 'ustar' || (begun.length >= headerBytes && begun.every(it => it === 0));
}
