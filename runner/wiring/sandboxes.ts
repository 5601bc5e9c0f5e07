import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { imagesForGrading, labImages } from '../../lab-images/images.ts';
import type { Lab } from '../app/lab.ts';
import { CouldNotTell } from '../base/errors.ts';
import { usualLimits } from '../grading/policy/rules/policy-limits.ts';
import type { StartPolicy } from '../grading/sandbox/policy.ts';
import { sandboxRange } from '../grading/sandbox/private-network.ts';
import { type Sandboxes, SandboxFault } from '../grading/sandbox/sandbox.ts';
import { gradeSandboxMessages } from '../grading/texts/sandbox.ts';

export interface OpenSandboxesOptions {
  /** Absolute paths of images in `docker save`'s form, which every sandbox gets beside the lab's own. */
  readonly preload: readonly string[];
  readonly signal: AbortSignal;
  say(line: string): void;
}

/**
 * Gets this lab's engine ready to host sandboxes: builds the images that they need where they are missing, fills them, and
 * starts the cache that they share. `LAB_GRADE_REGISTRY` is what Docker Hub's images are pulled from instead, or `none`;
 * `LAB_GRADE_NETWORK` the network of the engine from which that is reached; `LAB_GRADE_RUNTIME` an OCI runtime such as
 * `sysbox-runc`. Throws CouldNotTell when this machine cannot host them.
 */
export async function openSandboxes(lab: Lab, { preload, signal, say }: OpenSandboxesOptions): Promise<Sandboxes> {
  const { root, env, language } = lab;
  const t = gradeSandboxMessages[language];
  const { engine } = await lab.connect();
  const { address } = engine;
  if (!address.startsWith('unix://'))
    throw new CouldNotTell(t.engineElsewhere(address), { why: t.engineElsewhereWhy, next: [t.engineElsewhereNext] });
  const [
    { buildLabImages },
    { makeSandboxes },
    { openEngine },
    { openHost },
    { isDead, newSession },
    { takeGradingTurn },
  ] = await Promise.all([
    import('../setup/images/build.ts'),
    import('../grading/sandbox/make-sandboxes.ts'),
    import('../engine/dockerode/dockerode-engine.ts'),
    import('../engine/dockerode/dockerode-host.ts'),
    import('../engine/sessions.ts'),
    import('../grading/sandbox/grading-turn.ts'),
  ]);
  const inside = labImages.map(({ name }) => name).filter(name => !imagesForGrading.includes(name));
  await buildLabImages({ engine, root, env, language, signal, say, only: [...inside, ...imagesForGrading] });
  const scratch = join(tmpdir(), `estaleiro-${process.getuid?.() ?? 0}`);
  await using owned = new AsyncDisposableStack();
  owned.use(await takeGradingTurn(scratch, address, { signal, onWait: () => say(t.waiting) }));
  say(t.preparing);
  const at = (socket: string) => ({ address: `unix://${socket}` });
  try {
    const made = await makeSandboxes({
      host: openHost({ address }),
      openEngine: socket => openEngine(at(socket)),
      openHost: socket => openHost(at(socket)),
      startPolicy: await policyFor(signal),
      images: { engine: 'lab/engine:latest', shell: 'lab/shell:latest', registry: 'lab/registry:latest' },
      preload: inside.map(name => `lab/${name}`),
      imagesFiles: preload,
      upstream: env.LAB_GRADE_REGISTRY || undefined,
      upstreamNetwork: env.LAB_GRADE_NETWORK || undefined,
      runtime: env.LAB_GRADE_RUNTIME || undefined,
      scratch,
      session: newSession(),
      isOver: session => isDead(session),
      signal,
    });
    owned.use(made);
    const kept = owned.move();
    return { open: options => made.open(options), [Symbol.asyncDispose]: () => kept.disposeAsync() };
  } catch (error) {
    if (!(error instanceof SandboxFault)) throw error;
    throw new CouldNotTell(t.noSandboxes, { why: error.message, next: [t.noSandboxesNext], cause: error });
  }
}

async function policyFor(signal: AbortSignal): Promise<StartPolicy> {
  const [{ startPolicyThread }, { refusalMessage }] = await Promise.all([
    import('../grading/policy/policy-thread.ts'),
    import('../grading/policy/rules/refusal.ts'),
  ]);
  return async options => {
    // An engine refuses more processors than there are, and the student's machine may have had more.
    const limits = {
      reservedSubnets: [sandboxRange],
      nanoCpus: Math.min(usualLimits.nanoCpus, availableParallelism() * 1e9),
    };
    const policy = await startPolicyThread({ ...options, limits, signal });
    return {
      get refusals() {
        return policy.refusals.map(refusalMessage);
      },
      imageRequests: () => policy.imageRequests(),
      follow: follower => policy.follow(follower),
      serveFiles: folder => policy.serveFiles(folder),
      get fault() {
        return policy.fault;
      },
      [Symbol.asyncDispose]: () => policy[Symbol.asyncDispose](),
    };
  };
}
