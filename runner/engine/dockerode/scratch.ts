import { randomBytes } from 'node:crypto';
import type Docker from 'dockerode';
import type { Scratch } from '../engine.ts';
import { label, scratchPrefix } from '../labels.ts';

/** Creates a volume for experiments, marked as the session's, so that a later `lab` removes it where this one could not. */
export async function createScratch(
  docker: Docker,
  purpose: string,
  session: string,
  abortSignal: AbortSignal,
): Promise<Scratch> {
  const name = `${scratchPrefix}${randomBytes(6).toString('hex')}`;
  await docker.createVolume({
    Name: name,
    Labels: { [label.session]: session, [label.purpose]: purpose },
    abortSignal,
  } as object);
  return {
    name,
    [Symbol.asyncDispose]: async () => {
      // Never throws: what is left nevertheless is swept by its session's label.
      const abortSignal = AbortSignal.timeout(10_000);
      await docker
        .getVolume(name)
        .remove({ force: true, abortSignal } as object)
        .catch(() => {});
    },
  };
}
