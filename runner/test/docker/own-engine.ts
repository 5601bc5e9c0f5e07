import { afterAll, beforeAll } from 'vitest';
import { openEngine } from '../../engine/dockerode/dockerode-engine.ts';
import { limits, sandboxesHere } from './sandbox-bench.ts';

const roomy = { ...limits, memoryBytes: 2 * limits.memoryBytes, processes: 4_096, diskBytes: 4 * limits.diskBytes };

/**
 * Gives a file of tests an engine to itself, within the tests' engine, from its first `beforeAll` on: whatever else there is on
 * the latter is not seen, has no name that a test wants, and is left alone. It costs some two seconds.
 */
export function runOnOwnEngine(): void {
  const engine = new AsyncDisposableStack();
  beforeAll(async () => {
    let address = '';
    const sandboxes = engine.use(
      await sandboxesHere({
        openEngine: socket => {
          address = `unix://${socket}`;
          return openEngine({ address });
        },
      }),
    );
    engine.use(await sandboxes.open({ limits: roomy, builder: 'classic', signal: new AbortController().signal }));
    // Of this file's own process.
    process.env.DOCKER_HOST = address;
  });
  afterAll(() => engine.disposeAsync());
}
