import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../../base/message.ts';
import type { ConnectedEngine, Engine } from '../../engine/engine.ts';
import type { Host, Hosted } from '../../engine/host.ts';
import type { ScriptRun } from '../../gradebook/result.ts';
import { asFault } from './as-fault.ts';
import { isOutOfReach } from './ask-machine.ts';
import type { Cache } from './cache.ts';
import { engineSocket, startEngineContainer } from './engine-container.ts';
import type { ImageRequest } from './image-request.ts';
import type { Policy, StartPolicy } from './policy.ts';
import { privateNetwork } from './private-network.ts';
import { runScript } from './run-script.ts';
import {
  type Builder,
  type Sandbox,
  SandboxFault,
  type SandboxOptions,
  type ScriptOptions,
  shellMemoryBytes,
} from './sandbox.ts';
import { nobodyFollows } from './script-follower.ts';
import { doubtsOf, needsBuildKit } from './unreachable.ts';

/** Of the shell, which runs beside the sandbox's engine and not within its limits. */
const shellLimits = { cpus: 1, memoryBytes: shellMemoryBytes, processes: 256 };

/** What a sandbox is made of: the same for all of a run. */
export interface SandboxParts {
  readonly host: Host;
  /** Opens the engine behind a unix socket. */
  openEngine(socket: string): Engine;
  readonly images: { readonly engine: string; readonly shell: string };
  readonly seed: string;
  readonly nameServers: readonly string[];
  readonly cache: Cache | undefined;
  readonly startPolicy: StartPolicy;
  /** True if the registry that the cache stands for answers. */
  isHubThere(signal: AbortSignal): Promise<boolean>;
  /** True if that registry is Docker Hub, or there is none: not one of the instructor's, which may have any image. */
  readonly isDockerHub: boolean;
  readonly runtime?: string | undefined;
}

export interface OpenOptions extends SandboxOptions {
  /** On this machine, and not there yet: for the sockets. */
  readonly folder: string;
}

/** Opens a sandbox. Throws SandboxFault when the machine cannot make one. */
export function openSandbox(parts: SandboxParts, options: OpenOptions): Promise<Sandbox> {
  return asFault(options.signal, async () => {
    await using cleanUp = new AsyncDisposableStack();
    const { host, cache, startPolicy } = parts;
    const { folder, signal, limits, builder } = options;
    const sockets = { engine: join(folder, 'e'), policy: join(folder, 'p.sock') };
    cleanUp.defer(() => rm(folder, { recursive: true, force: true }));
    await mkdir(sockets.engine, { recursive: true, mode: 0o700 });
    const network = cleanUp.use(await privateNetwork(host, 'sandbox', signal));
    const joining = cache?.join(network, signal);
    joining?.catch(() => {});
    cleanUp.defer(async () => (await joining?.catch(() => undefined))?.());
    // It takes its time to start, too, and asks nothing of the engine before the script does.
    const starting = startPolicy({ upstream: engineSocket(sockets.engine), listen: sockets.policy, builder });
    starting.catch(() => {});
    cleanUp.defer(async () => (await starting.catch(() => undefined))?.[Symbol.asyncDispose]());
    const engine = cleanUp.use(
      await startEngineContainer({
        ...{ host, limits, signal, purpose: 'sandbox', folder: sockets.engine, network: network.name },
        ...{
          image: parts.images.engine,
          nameServers: parts.nameServers,
          mirror: cache?.mirror,
          runtime: parts.runtime,
        },
        seed: { volume: parts.seed, use: 'use' },
      }),
    );
    await joining;
    const opened = parts.openEngine(engine.socket);
    const policy = await starting;
    // The shell is of another user. Nobody else gets as far as this: the folder is closed.
    await chmod(sockets.policy, 0o666);
    const shells = cleanUp.use(new AsyncDisposableStack());
    const startShell = async (starting: AbortSignal) =>
      shells.use(
        await startShellContainer(parts, {
          engine: engine.container.id,
          socket: sockets.policy,
          builder,
          signal: starting,
        }),
      );
    const owned = cleanUp.move();
    return new OpenSandbox({ parts, folder, policy, opened, owned, startShell, engine: engine.container.id });
  });
}

interface Opened {
  readonly parts: SandboxParts;
  readonly folder: string;
  readonly policy: Policy;
  readonly opened: Engine;
  readonly owned: AsyncDisposableStack;
  /** The engine's container. */
  readonly engine: string;
  startShell(signal: AbortSignal): Promise<Hosted>;
}

class OpenSandbox implements Sandbox {
  readonly connected: ConnectedEngine;
  readonly #it: Opened;
  #isUnreachable = false;
  #compose = '';
  #missingTool = '';
  #shell = '';
  #imageRequests: readonly ImageRequest[] = [];

  constructor(it: Opened) {
    this.#it = it;
    // What is disturbed in here goes with all the rest, and has not to be put right.
    const journal = { note: async () => async () => {} };
    this.connected = { engine: it.opened, source: 'sandbox', journal };
  }

  get refusals(): readonly Message[] {
    return this.#it.policy.refusals;
  }

  get compose(): string {
    return this.#compose;
  }

  get shell(): string {
    return this.#shell;
  }

  get missingTool(): string {
    return this.#missingTool;
  }

  unreachable(): boolean {
    return this.#isUnreachable;
  }

  needsBuildKit(): boolean {
    return this.#imageRequests.some(needsBuildKit);
  }

  run(options: ScriptOptions): Promise<ScriptRun> {
    const { startShell, folder, parts, policy, engine } = this.#it;
    return asFault(options.signal, async () => {
      policy.serveFiles(options.folder);
      const shell = await startShell(options.signal);
      this.#shell = shell.id;
      const { run: ran, notes } = await runScript(shell, folder, options, one => policy.follow(one));
      policy.follow(nobodyFollows);
      // From then on, nobody has answered the script.
      if (policy.fault !== undefined) throw new SandboxFault(`the policy of the sandbox ended: ${policy.fault}`);
      this.#compose ||= notes.compose;
      this.#missingTool ||= notes.missingTool;
      this.#imageRequests = await policy.imageRequests();
      const { namedImages } = notes;
      const around = { namedImages, endedBy: ran.endedBy, isDockerHub: parts.isDockerHub };
      const doubts = doubtsOf(this.#imageRequests, around);
      this.#isUnreachable ||= await isOutOfReach(doubts, { ...parts, engine, signal: options.signal });
      return ran;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#it.owned.disposeAsync();
    await this.#it.opened[Symbol.asyncDispose]();
  }
}

/** Where scripts run: beside the engine, whose published ports are on `localhost` there, and with no privilege at all. */
function startShellContainer(
  { host, images }: SandboxParts,
  { engine, socket, builder, signal }: { engine: string; socket: string; builder: Builder; signal: AbortSignal },
): Promise<Hosted> {
  const owner = 'uid=65532,gid=65532';
  return host.start(
    {
      ...{ image: images.shell, purpose: 'shell', network: `container:${engine}`, readOnly: true, nested: false },
      env: { HOME: '/home/student', USER: 'student', LAB_BUILDER: builder },
      binds: [`${socket}:/var/run/docker.sock`],
      tmpfs: {
        '/work': `rw,exec,nosuid,nodev,size=512m,mode=0755,${owner}`,
        '/home/student': `rw,exec,nosuid,nodev,size=64m,mode=0755,${owner}`,
        '/run/lab': `rw,noexec,nosuid,nodev,size=16m,mode=0755,${owner}`,
        '/tmp': 'rw,exec,nosuid,nodev,size=64m,mode=1777',
      },
      ...shellLimits,
    },
    { signal },
  );
}
