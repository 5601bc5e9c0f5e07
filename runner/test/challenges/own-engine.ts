import { afterAll, beforeAll } from 'vitest';
import { openEngine } from '../../engine/dockerode-engine.ts';
import { limits, sandboxesHere } from '../docker/sandbox-bench.ts';

/*
 * Each file of this folder has an engine to itself, within the tests' engine: on one and the same, they would find each other's
 * containers. So they can run side by side.
 */
const roomy = { ...limits, memoryBytes: 2 * limits.memoryBytes, processes: 4_096, diskBytes: 4 * limits.diskBytes };
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
