import { once } from 'node:events';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imagesForGrading, labImages } from '../../../lab-images/images.ts';
import { openEngine } from '../../engine/dockerode/dockerode-engine.ts';
import { openHost } from '../../engine/dockerode/dockerode-host.ts';
import { isDead, newSession } from '../../engine/sessions.ts';
import { startPolicyProxy } from '../../grading/policy/policy-proxy.ts';
import { makeSandboxes, type SandboxesOptions } from '../../grading/sandbox/make-sandboxes.ts';
import type { StartPolicy } from '../../grading/sandbox/policy.ts';
import type { Sandboxes } from '../../grading/sandbox/sandbox.ts';
import { buildLabImages } from '../../setup/images/build.ts';

/** Known once the tests' set-up has run. */
const here = () => ({ address: process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock' });
const at = (socket: string) => ({ address: `unix://${socket}` });

/** Lets everything through. */
const noPolicy: StartPolicy = async ({ upstream, listen }) => {
  const server = createServer({ allowHalfOpen: true }, client => {
    const engine = createConnection({ path: upstream, allowHalfOpen: true });
    client.pipe(engine).pipe(client);
    client.on('error', () => engine.destroy());
    engine.on('error', () => client.destroy());
  });
  server.listen(listen);
  await once(server, 'listening');
  return {
    refusals: [],
    imageRequests: async () => [],
    serveFiles: () => {},
    follow: () => {},
    [Symbol.asyncDispose]: async () => void server.close(),
  };
};

/** As `lab grade` has it. */
export const withPolicy: StartPolicy = async options => {
  const proxy = await startPolicyProxy({ ...options, signal: new AbortController().signal });
  return {
    refusals: [],
    imageRequests: async () => proxy.imageRequests,
    serveFiles: proxy.serveFiles,
    follow: () => {},
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
};

export const limits = { cpus: 2, memoryBytes: 1024 ** 3, processes: 512, diskBytes: 512 * 1024 ** 2 };

/** The images that only grading needs, which the tests' set-up leaves out. */
export async function buildGradingImages(): Promise<void> {
  await using engine = openEngine(here());
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  await buildLabImages({ engine, root, env: process.env, language: 'en', only: imagesForGrading, say: () => {} });
}

/** Sandboxes on the tests' engine, without a policy. */
export function sandboxesHere(options: Partial<SandboxesOptions> = {}): Promise<Sandboxes> {
  return makeSandboxes({
    host: openHost(here()),
    openEngine: socket => openEngine(at(socket)),
    openHost: socket => openHost(at(socket)),
    startPolicy: noPolicy,
    images: { engine: 'lab/engine:latest', shell: 'lab/shell:latest', registry: 'lab/registry:latest' },
    preload: labImages.flatMap(({ name, neededBy }) => (neededBy === 'grading' ? [] : [`lab/${name}`])),
    imagesFiles: [],
    upstream: 'none',
    scratch: join(tmpdir(), 'estaleiro-test-sandboxes'),
    session: newSession(),
    isOver: session => isDead(session),
    signal: new AbortController().signal,
    ...options,
  });
}
