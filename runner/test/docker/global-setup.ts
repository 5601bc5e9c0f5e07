import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../../engine/dockerode/dockerode-engine.ts';
import { buildLabImages } from '../../setup/images/build.ts';
import { ensureEngine } from '../../setup/provide-engine.ts';
import { buildGradingImages } from './sandbox-bench.ts';

/**
 * Before the tests that use the real engine: an engine (the lab provides one where there is none, as it does for people) and
 * the lab images on it, those of engines within it too. The workers inherit DOCKER_HOST, and a LAB_STATE_DIR in which nobody's
 * progress is.
 */
export async function setup(): Promise<() => Promise<void>> {
  const state = await mkdtemp(join(tmpdir(), 'lab-test-state-'));
  process.env.LAB_STATE_DIR = state;
  // What test files share on disk: each of these set-ups has its own, and the last one's is used.
  process.env.LAB_TEST_ROOTFS = state;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const found = await ensureEngine({
    env: process.env,
    home: homedir(),
    language: 'en',
    interactive: false,
    // On a machine whose engine was killed and has left its socket, the tests use one of the lab's own.
    byName: true,
    say,
    confirm: async () => false,
  });
  // Over TLS or through a context, the environment of this process leads there already.
  if (found.tls === undefined) process.env.DOCKER_HOST = found.address;
  await using engine = openEngine(found);
  await buildLabImages({
    engine,
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    env: process.env,
    language: 'en',
    say,
  });
  await buildGradingImages();
  return () => rm(state, { recursive: true, force: true });
}
