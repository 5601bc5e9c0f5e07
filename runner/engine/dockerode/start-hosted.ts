import { PassThrough } from 'node:stream';
import type Docker from 'dockerode';
import type { Hosted, HostedSpec } from '../host.ts';
import { label } from '../labels.ts';
import { attach } from './attach.ts';

/** In which a container gets its share of the processors, in microseconds: the engine's own default. */
const cpuPeriod = 100_000;

/** How long a clean-up may take, in milliseconds. */
const cleanMs = 20_000;

/** Starts a container of the lab's own on a host. Disposing of it removes it. */
export async function startHosted(
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
  const abortSignal = AbortSignal.timeout(cleanMs);
  await container.remove({ force: true, v: true, abortSignal } as object).catch(async error => {
    // It is being removed already: that is waited for, so that what it is on can go.
    if ((error as { statusCode?: number }).statusCode === 409)
      await container.wait({ condition: 'removed', abortSignal } as object).catch(() => {});
  });
}
