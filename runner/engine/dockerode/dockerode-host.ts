import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type Docker from 'dockerode';
import { streamLines } from '../../base/stream-lines.ts';
import type { EngineAddress } from '../address.ts';
import type { CallOptions } from '../engine.ts';
import type { Host, Hosted, HostedSpec, HostNetwork } from '../host.ts';
import { label } from '../labels.ts';
import { newSession } from '../sessions.ts';
import { present } from './answers.ts';
import { call } from './call.ts';
import { openDocker } from './open-docker.ts';
import { progressOf } from './progress.ts';
import { removeLabelled } from './removal.ts';
import { startHosted } from './start-hosted.ts';

/** Deadlines of the calls, in milliseconds, where the caller gives none. */
const deadlines = { change: 30_000, images: 900_000, clean: 20_000 } as const;

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

/** dockerode asks for one image only. Of a path with a query, its modem takes the last character away. */
function dial(docker: Docker, options: { path: string; method: string; isStream: boolean }): Promise<unknown> {
  const statusCodes = { 200: true, 404: 'no such image', 500: 'server error' };
  return new Promise((resolve, reject) => {
    docker.modem.dial({ ...options, statusCodes } as never, (error, answer) =>
      error ? reject(error) : resolve(answer),
    );
  });
}

/** False if the engine answers with one of these status codes. */
async function ignoring(statusCodes: readonly number[], asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (statusCodes.includes((error as { statusCode?: number }).statusCode ?? 0)) return false;
    throw error;
  }
}
