import { PassThrough } from 'node:stream';
import type Docker from 'dockerode';
import { streamLines } from '../../base/stream-lines.ts';
import type { Helper, HelperSpec } from '../engine.ts';
import { label } from '../labels.ts';
import { attach } from './attach.ts';

const megabyte = 1024 * 1024;

/**
 * Starts a helper container. It goes by itself too: its standard input ends with this process, whichever way that
 * ends, upon which it exits, and the engine removes it (`AutoRemove`).
 */
export async function startHelper(
  docker: Docker,
  spec: HelperSpec,
  session: string,
  abortSignal: AbortSignal,
): Promise<Helper> {
  const isTheirs = spec.program === 'theirs';
  const hasInput = spec.input ?? true;
  const container = await docker.createContainer({
    ...(spec.name === undefined ? {} : { name: spec.name }),
    Image: spec.image,
    Cmd: [...spec.command],
    ...(spec.entrypoint === undefined ? {} : { Entrypoint: [...spec.entrypoint] }),
    ...(spec.workingDirectory === undefined ? {} : { WorkingDir: spec.workingDirectory }),
    ...(spec.user === undefined ? {} : { User: spec.user }),
    Env: Object.entries(spec.env ?? {}).map(([name, value]) => `${name}=${value}`),
    Labels: { ...spec.labels, [label.session]: session, [label.purpose]: spec.purpose },
    OpenStdin: hasInput,
    StdinOnce: hasInput,
    AttachStdin: hasInput,
    AttachStdout: true,
    AttachStderr: true,
    HostConfig: {
      // How a learner's program ended is asked for once it has.
      AutoRemove: !isTheirs && spec.staysWhenEnded !== true,
      NetworkMode: spec.network,
      Binds: [...(spec.volumes ?? [])],
      SecurityOpt: ['no-new-privileges'],
      ...(isTheirs
        ? { Memory: 512 * megabyte, PidsLimit: 256 }
        : {
            CapDrop: ['ALL'],
            CapAdd: [...(spec.addCapabilities ?? [])],
            ReadonlyRootfs: true,
            Memory: 256 * megabyte,
            PidsLimit: 64,
          }),
    },
    abortSignal,
  });
  try {
    const stream = await attach(docker, container, { hasInput, abortSignal });
    const stdout = new PassThrough();
    const stderr = isTheirs ? stdout : new PassThrough();
    docker.modem.demuxStream(stream, stdout, stderr);
    if (!isTheirs) stderr.resume();
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    // demuxStream never ends its outputs.
    const end = () => {
      stdout.end();
      resolve();
    };
    stream.on('end', end).on('close', end).on('error', end);
    await container.start({ abortSignal } as object);
    return {
      id: container.id,
      lines: streamLines(stdout),
      ended: closed.then(() => exitCodeOf(container)),
      send: line => void stream.write(`${line}\n`),
      [Symbol.asyncDispose]: async () => {
        stream.end();
        await remove(container);
      },
    };
  } catch (error) {
    await remove(container);
    throw error;
  }
}

/** `undefined` if it is gone already: helpers of our own remove themselves. */
async function exitCodeOf(container: Docker.Container): Promise<number | undefined> {
  try {
    const ended = await container.wait({ abortSignal: AbortSignal.timeout(10_000) } as object);
    return (ended as { StatusCode: number }).StatusCode;
  } catch {
    return undefined;
  }
}

/**
 * Never throws: it removes itself, once its input has ended; an engine that is gone has nothing to remove; and what is left
 * nevertheless is swept by its session's label.
 */
async function remove(container: Docker.Container): Promise<void> {
  await container.remove({ force: true, v: true, abortSignal: AbortSignal.timeout(10_000) } as object).catch(() => {});
}
