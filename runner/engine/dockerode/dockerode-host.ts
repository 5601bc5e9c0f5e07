import { randomBytes } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import type Docker from 'dockerode';
import { streamLines } from '../../base/stream-lines.ts';
import type { EngineAddress } from '../address.ts';
import { withDeadline } from '../deadline.ts';
import type { CallOptions } from '../engine.ts';
import type { Host, Hosted, HostedSpec, HostNetwork } from '../host.ts';
import { label } from '../labels.ts';
import { newSession } from '../sessions.ts';
import { present } from './answers.ts';
import { attach } from './attach.ts';
import { engineError } from './failure.ts';
import { openDocker } from './open-docker.ts';
import { progressOf } from './progress.ts';
import { removeLabelled } from './removal.ts';

/** Deadlines of the calls, in milliseconds, where the caller gives none. */
const deadlines = { change: 30_000, images: 900_000, clean: 20_000 } as const;

/** In which a container gets its share of the processors, in microseconds: the engine's own default. */
const cpuPeriod = 100_000;

/** Opens an engine as a host of others. Nothing is sent before the first call. */
export function openHost(address: EngineAddress): Host {
  return new DockerodeHost(address);
}

class DockerodeHost implements Host {
  readonly #docker: Docker;
  readonly #session = newSession();

  constructor(address: EngineAddress) {
    this.#docker = openDocker(address);
  }

  start(spec: HostedSpec, options?: CallOptions): Promise<Hosted> {
    return call(`start a container (${spec.purpose})`, deadlines.change, options, signal =>
      startHosted(this.#docker, spec, this.#session, signal),
    );
  }

  gone(name: string, options?: CallOptions): Promise<void> {
    return call(`wait for the end of ${name}`, deadlines.images, options, async abortSignal => {
      const waiting = this.#docker.getContainer(name).wait({ condition: 'removed', abortSignal } as object);
      await ignoring([404], waiting);
    });
  }

  createNetwork(purpose: string, subnet: string, options?: CallOptions): Promise<HostNetwork> {
    const name = `estaleiro-${purpose}-${randomBytes(4).toString('hex')}`;
    return call(`create a network (${purpose})`, deadlines.change, options, async abortSignal => {
      const network = await this.#docker.createNetwork({
        Name: name,
        Driver: 'bridge',
        IPAM: { Config: [{ Subnet: subnet }] },
        Labels: this.#labels(purpose),
        abortSignal,
      });
      return new DockerodeNetwork(name, network);
    });
  }

  imageId(reference: string, options?: CallOptions): Promise<string | undefined> {
    return call(`inspect image ${reference}`, deadlines.change, options, async abortSignal => {
      const [found] = await present([this.#docker.getImage(reference).inspect({ abortSignal } as object)]);
      return found?.Id;
    });
  }

  saveImages(references: readonly string[], options?: CallOptions): Promise<Readable> {
    return call('save images', deadlines.images, options, async () => {
      const names = references.map(name => `names=${encodeURIComponent(name)}`).join('&');
      return (await dial(this.#docker, { path: `/images/get?${names}&`, method: 'GET', isStream: true })) as Readable;
    });
  }

  loadImages(archive: Readable, options?: CallOptions): Promise<void> {
    return call('load images', deadlines.images, options, async () => {
      const answer = await this.#docker.loadImage(archive, { quiet: true });
      for await (const line of streamLines(answer as AsyncIterable<Buffer>)) {
        if (line !== '') progressOf(line, 'load images');
      }
    });
  }

  keepVolume(name: string, labels: Readonly<Record<string, string>>, options?: CallOptions): Promise<void> {
    return call('create a volume', deadlines.change, options, async abortSignal => {
      await this.#docker.createVolume({ Name: name, Labels: { ...labels }, abortSignal } as object);
    });
  }

  volumes(labels: Readonly<Record<string, string>>, options?: CallOptions): Promise<string[]> {
    return call('list volumes', deadlines.change, options, async abortSignal => {
      const filters = { label: Object.entries(labels).map(([name, value]) => `${name}=${value}`) };
      const { Volumes: volumes } = await this.#docker.listVolumes({ filters: filters as never, abortSignal });
      return (volumes ?? []).map(({ Name }) => Name);
    });
  }

  removeVolume(name: string, options?: CallOptions): Promise<boolean> {
    return call('remove a volume', deadlines.change, options, abortSignal =>
      ignoring([404, 409], this.#docker.getVolume(name).remove({ abortSignal } as object)),
    );
  }

  removeAll(options?: CallOptions): Promise<void> {
    return call('remove what grading has made', deadlines.change, options, async abortSignal => {
      await removeLabelled(this.#docker, { [label.session]: this.#session }, abortSignal);
    });
  }

  #labels(purpose: string): Record<string, string> {
    return { [label.session]: this.#session, [label.purpose]: purpose };
  }
}

class DockerodeNetwork implements HostNetwork {
  readonly name: string;
  readonly #network: Docker.Network;

  constructor(name: string, network: Docker.Network) {
    this.name = name;
    this.#network = network;
  }

  connect(containerId: string, alias: string, options?: CallOptions): Promise<void> {
    return call('connect to a network', deadlines.change, options, async abortSignal => {
      const EndpointConfig = { Aliases: [alias] };
      await this.#network.connect({ Container: containerId, EndpointConfig, abortSignal } as object);
    });
  }

  disconnect(containerId: string, options?: CallOptions): Promise<void> {
    return call('disconnect from a network', deadlines.change, options, async abortSignal => {
      await this.#network.disconnect({ Container: containerId, Force: true, abortSignal } as object);
    });
  }

  /** Never throws: what is left nevertheless is swept by its session's label. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#network.remove({ abortSignal: AbortSignal.timeout(deadlines.clean) } as object).catch(() => {});
  }
}

async function startHosted(
  docker: Docker,
  spec: HostedSpec,
  session: string,
  abortSignal: AbortSignal,
): Promise<Hosted> {
  const container = await docker.createContainer({ ...creation(spec, session), abortSignal });
  try {
    const stream = await attach(docker, container, { hasInput: true, abortSignal });
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    docker.modem.demuxStream(stream, stdout, stderr);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    // demuxStream never ends its outputs.
    const end = () => {
      stdout.end();
      stderr.end();
      resolve();
    };
    stream.on('end', end).on('close', end).on('error', end);
    await container.start({ abortSignal } as object);
    const dispose = async () => {
      stream.end();
      await remove(container);
    };
    return { id: container.id, stdout, stderr, input: stream, ended, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await remove(container);
    throw error;
  }
}

function creation(spec: HostedSpec, session: string): Docker.ContainerCreateOptions {
  const { alias, nested, tmpfs = {}, volumes = [], devices = [] } = spec;
  return {
    Image: spec.image,
    ...(spec.name === undefined ? {} : { name: spec.name }),
    ...(spec.hostname === undefined ? {} : { Hostname: spec.hostname }),
    ...(spec.command === undefined ? {} : { Cmd: [...spec.command] }),
    Env: Object.entries(spec.env).map(([name, value]) => `${name}=${value}`),
    Labels: { [label.session]: session, [label.purpose]: spec.purpose },
    ...{ OpenStdin: true, StdinOnce: true, AttachStdin: true, AttachStdout: true, AttachStderr: true },
    Volumes: Object.fromEntries(volumes.map(path => [path, {}])),
    ...(alias === undefined
      ? {}
      : { NetworkingConfig: { EndpointsConfig: { [spec.network]: { Aliases: [alias] } } } as never }),
    HostConfig: {
      AutoRemove: true,
      NetworkMode: spec.network,
      Binds: [...spec.binds],
      Tmpfs: { ...tmpfs },
      ReadonlyRootfs: spec.readOnly,
      ...(nested ? {} : { CapDrop: ['ALL'] }),
      CapAdd: [...(spec.capabilities ?? [])],
      // SELinux would keep them from the folders and sockets that they share with this process.
      SecurityOpt: [
        'label=disable',
        ...(nested ? ['seccomp=unconfined', 'apparmor=unconfined'] : ['no-new-privileges']),
      ],
      // What the docker command makes of `systempaths=unconfined`.
      ...(nested ? { MaskedPaths: [], ReadonlyPaths: [], CgroupnsMode: 'private' } : {}),
      DeviceCgroupRules: [...devices],
      ...(spec.runtime === undefined ? {} : { Runtime: spec.runtime }),
      // What it writes is read as it comes, and nowhere kept.
      LogConfig: { Type: 'none', Config: {} },
      // Not NanoCpus: more of these than the machine has are refused.
      CpuPeriod: cpuPeriod,
      CpuQuota: Math.round(spec.cpus * cpuPeriod),
      Memory: spec.memoryBytes,
      MemorySwap: spec.memoryBytes,
      PidsLimit: spec.processes,
    },
  };
}

/** Never throws: an engine that is gone has nothing to remove, and what is left nevertheless is swept by its label. */
async function remove(container: Docker.Container): Promise<void> {
  const abortSignal = AbortSignal.timeout(deadlines.clean);
  await container.remove({ force: true, v: true, abortSignal } as object).catch(async error => {
    // It is being removed already: that is waited for, so that what it is on can go.
    if ((error as { statusCode?: number }).statusCode === 409)
      await container.wait({ condition: 'removed', abortSignal } as object).catch(() => {});
  });
}

/** dockerode asks for one image only. Of a path with a query, its modem takes the last character away. */
function dial(docker: Docker, options: { path: string; method: string; isStream: boolean }): Promise<unknown> {
  const statusCodes = { 200: true, 404: 'no such image', 500: 'server error' };
  return new Promise((resolve, reject) => {
    docker.modem.dial({ ...options, statusCodes } as never, (error, answer) =>
      error ? reject(error) : resolve(answer),
    );
  });
}

/** False where the engine answers with one of these status codes. */
async function ignoring(statusCodes: readonly number[], asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (statusCodes.includes((error as { statusCode?: number }).statusCode ?? 0)) return false;
    throw error;
  }
}

async function call<Result>(
  what: string,
  deadlineMs: number,
  options: CallOptions | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  try {
    return await withDeadline(what, options?.deadlineMs ?? deadlineMs, options?.signal, work);
  } catch (error) {
    options?.signal?.throwIfAborted();
    throw engineError(what, error);
  }
}
