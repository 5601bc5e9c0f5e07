import type Docker from 'dockerode';
import { streamLines } from '../../base/stream-lines.ts';
import type { EngineAddress } from '../address.ts';
import { EngineClock } from '../clock.ts';
import { withDeadline } from '../deadline.ts';
import {
  type BuildRequest,
  type CallOptions,
  type Clock,
  type Engine,
  EngineError,
  type FollowOptions,
  type Helper,
  type HelperSpec,
  type Removed,
  type Scratch,
  type StaleFacts,
} from '../engine.ts';
import type { ContainerFacts, EngineEvent, EngineVersion, Facts, ImageFacts, LogLine } from '../facts.ts';
import { label } from '../labels.ts';
import { newSession } from '../sessions.ts';
import { listed, present, unlessSo } from './answers.ts';
import { engineError } from './failure.ts';
import { linesOf, openLog } from './follow-logs.ts';
import { startHelper } from './helper.ts';
import { containerFacts, imageFacts } from './inspect.ts';
import { logLines } from './logs.ts';
import { openDocker } from './open-docker.ts';
import { readPastEvents } from './past-events.ts';
import { progressOf } from './progress.ts';
import { readEvent } from './read-event.ts';
import { readFacts, refreshFacts } from './read-facts.ts';
import { removeLabelled } from './removal.ts';
import { createScratch } from './scratch.ts';

const second = 1_000;

/** Deadlines of the calls, in milliseconds, where the caller gives none. */
const deadlines = { look: 10 * second, change: 30 * second, build: 900 * second } as const;

/** Opens an engine through dockerode. Nothing is sent before the first call. */
export function openEngine(address: EngineAddress): Engine {
  return new DockerodeEngine(address);
}

class DockerodeEngine implements Engine {
  readonly address: string;
  readonly #docker: Docker;
  readonly #gone = new AbortController();
  readonly #session = newSession();
  readonly #clock = new EngineClock();
  #hasHelpers = false;

  constructor(address: EngineAddress) {
    this.address = address.address;
    this.#docker = openDocker(address);
  }

  version(options?: CallOptions): Promise<EngineVersion> {
    return this.#call('version', deadlines.look, options, async () => {
      const json = await this.#docker.version();
      return { version: json.Version.replace(/\+.*$/, ''), api: json.ApiVersion, os: json.Os, arch: json.Arch };
    });
  }

  clock(options?: CallOptions): Promise<Clock> {
    return this.#call("read the engine's clock", deadlines.look, options, () =>
      this.#clock.read(async () => ((await this.#docker.info()) as { SystemTime?: string }).SystemTime),
    );
  }

  facts(options?: CallOptions): Promise<Facts> {
    return this.#call('list containers and networks', deadlines.look, options, signal =>
      readFacts(this.#docker, signal),
    );
  }

  refresh(facts: Facts, stale: StaleFacts, options?: CallOptions): Promise<Facts> {
    return this.#call('look at what has changed', deadlines.look, options, signal =>
      refreshFacts(this.#docker, facts, stale, signal),
    );
  }

  container(nameOrId: string, options?: CallOptions): Promise<ContainerFacts | undefined> {
    return this.#call('look at a container', deadlines.look, options, async abortSignal => {
      const [found] = await present([this.#docker.getContainer(nameOrId).inspect({ abortSignal })]);
      return found && containerFacts(found);
    });
  }

  async image(reference: string, options?: CallOptions): Promise<ImageFacts | undefined> {
    return this.#call(`inspect image ${reference}`, deadlines.look, options, async abortSignal => {
      const [found] = await present([this.#docker.getImage(reference).inspect({ abortSignal } as object)]);
      return found && imageFacts(found);
    });
  }

  logs(containerId: string, options?: CallOptions & { tail?: number }): Promise<LogLine[]> {
    return this.#call('read a log', deadlines.look, options, async abortSignal => {
      const container = this.#docker.getContainer(containerId);
      const [{ Config }, log] = await Promise.all([
        container.inspect({ abortSignal }),
        container.logs({
          stdout: true,
          stderr: true,
          timestamps: true,
          tail: options?.tail ?? 200,
          follow: false,
          abortSignal,
        }),
      ]);
      return logLines(Buffer.from(log), Config.Tty);
    });
  }

  async *followLogs(containerId: string, options: FollowOptions): AsyncGenerator<LogLine> {
    const stop = AbortSignal.any([options.signal, this.#gone.signal]);
    try {
      const open = (signal: AbortSignal) =>
        openLog(this.#docker, containerId, options, AbortSignal.any([signal, stop]));
      yield* linesOf(await this.#call('open a log', deadlines.look, { signal: stop }, open), options.since);
    } catch (error) {
      if (stop.aborted) return;
      throw engineError('follow a log', error);
    }
  }

  async *archive(containerId: string, path: string, options?: CallOptions): AsyncGenerator<Buffer> {
    const what = `read ${path} of a container`;
    const deadlineMs = options?.deadlineMs ?? deadlines.change;
    const deadline = AbortSignal.timeout(deadlineMs);
    const stop = AbortSignal.any([deadline, this.#gone.signal, ...(options?.signal ? [options.signal] : [])]);
    try {
      const container = this.#docker.getContainer(containerId);
      const stream = await container.getArchive({ path, abortSignal: stop } as { path: string });
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      options?.signal?.throwIfAborted();
      if (deadline.aborted) throw new EngineError('deadline', `${what}: not finished within ${deadlineMs / second} s`);
      throw engineError(what, error);
    }
  }

  async *events(signal: AbortSignal, opened?: () => void): AsyncGenerator<EngineEvent> {
    const stop = AbortSignal.any([signal, this.#gone.signal]);
    try {
      const stream = await this.#call('open the event stream', deadlines.look, { signal: stop }, () =>
        this.#docker.getEvents({ abortSignal: stop } as object),
      );
      opened?.();
      for await (const line of streamLines(stream as unknown as AsyncIterable<Buffer>)) {
        if (line !== '') yield readEvent(line);
      }
    } catch (error) {
      if (stop.aborted) return;
      throw engineError('follow the events', error);
    }
    if (!stop.aborted) throw new EngineError('unreachable', 'follow the events: the engine closed the stream');
  }

  async recentEvents(options?: CallOptions): Promise<EngineEvent[]> {
    const now = await this.clock(options);
    return this.#call('read the recent events', deadlines.look, options, signal =>
      readPastEvents(this.#docker, now, signal),
    );
  }

  changedFiles(containerId: string, options?: CallOptions): Promise<string[]> {
    return this.#call('list changed files', deadlines.look, options, async abortSignal => {
      const changes: unknown = await this.#docker.getContainer(containerId).changes({ abortSignal } as object);
      // Where nothing has changed the engine answers `null`, of which dockerode makes an empty buffer.
      return Array.isArray(changes) ? changes.map(({ Path }: { Path: string }) => Path) : [];
    });
  }

  restart(containerId: string, options?: CallOptions): Promise<void> {
    return this.#call('restart a container', deadlines.change, options, async abortSignal => {
      await this.#docker.getContainer(containerId).restart({ abortSignal } as object);
    });
  }

  stop(containerId: string, options?: CallOptions & { graceSeconds?: number }): Promise<void> {
    return this.#call('stop a container', deadlines.change, options, async abortSignal => {
      const t = options?.graceSeconds ?? 10;
      await unlessSo(this.#docker.getContainer(containerId).stop({ t, abortSignal } as object));
    });
  }

  start(containerId: string, options?: CallOptions): Promise<void> {
    return this.#call('start a container', deadlines.change, options, async abortSignal => {
      await unlessSo(this.#docker.getContainer(containerId).start({ abortSignal } as object));
    });
  }

  startHelper(spec: HelperSpec, options?: CallOptions): Promise<Helper> {
    return this.#call(`start a helper (${spec.purpose})`, deadlines.change, options, signal => {
      this.#hasHelpers = true;
      return startHelper(this.#docker, spec, this.#session, signal);
    });
  }

  createScratch(purpose: string, options?: CallOptions): Promise<Scratch> {
    return this.#call(`create a volume (${purpose})`, deadlines.change, options, signal =>
      createScratch(this.#docker, purpose, this.#session, signal),
    );
  }

  async *build(request: BuildRequest, options?: CallOptions): AsyncGenerator<string> {
    const what = `build ${request.tag}`;
    yield* this.#progress(what, options, abortSignal =>
      this.#docker.buildImage(request.context, {
        t: request.tag,
        dockerfile: request.dockerfile,
        buildargs: { ...request.buildArgs },
        labels: { ...request.labels, [label.image]: request.tag },
        rm: true,
        forcerm: true,
        abortSignal,
      } as object),
    );
  }

  async *pull(reference: string, options?: CallOptions): AsyncGenerator<string> {
    yield* this.#progress(`pull ${reference}`, options, abortSignal =>
      this.#docker.pull(reference, { abortSignal } as object),
    );
  }

  removeImage(reference: string, options?: CallOptions): Promise<boolean> {
    return this.#call(`remove image ${reference}`, deadlines.change, options, async abortSignal => {
      try {
        await this.#docker.getImage(reference).remove({ abortSignal });
        return true;
      } catch (error) {
        const status = (error as { statusCode?: number }).statusCode;
        if (status === 404 || status === 409) return false;
        throw error;
      }
    });
  }

  removeLabelled(labels: Readonly<Record<string, string>>, options?: CallOptions): Promise<Removed[]> {
    return this.#call('remove what the lab made', deadlines.change, options, signal =>
      removeLabelled(this.#docker, labels, signal),
    );
  }

  async helperSessions(options?: CallOptions): Promise<string[]> {
    return this.#call('list the helpers', deadlines.look, options, async abortSignal => {
      const filters = { label: [label.session] };
      const [containers, { Volumes: volumes }, networks] = await Promise.all([
        listed(() => this.#docker.listContainers({ all: true, filters, abortSignal })),
        listed(() => this.#docker.listVolumes({ filters: filters as never, abortSignal })),
        listed(() => this.#docker.listNetworks({ filters, abortSignal })),
      ]);
      const labels = [...containers, ...(volumes ?? []), ...networks].map(({ Labels }) => Labels ?? {});
      return [...new Set(labels.map(all => all[label.session] ?? ''))];
    });
  }

  /** Removes the helpers that are still there: one may have been started while its starter was told to stop. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#gone.abort();
    if (!this.#hasHelpers) return;
    // An engine that is gone has nothing to be removed from, and the next session looks again.
    await this.removeLabelled({ [label.session]: this.#session }, { deadlineMs: 5 * second }).catch(() => {});
  }

  async #call<Result>(
    what: string,
    deadlineMs: number,
    options: CallOptions | undefined,
    work: (signal: AbortSignal) => Promise<Result>,
  ) {
    try {
      return await withDeadline(what, options?.deadlineMs ?? deadlineMs, options?.signal, work);
    } catch (error) {
      options?.signal?.throwIfAborted();
      throw engineError(what, error);
    }
  }

  /** The lines of a build's or a pull's progress. */
  async *#progress(
    what: string,
    options: CallOptions | undefined,
    open: (signal: AbortSignal) => Promise<NodeJS.ReadableStream>,
  ) {
    const deadlineMs = options?.deadlineMs ?? deadlines.build;
    const deadline = AbortSignal.timeout(deadlineMs);
    const stop = AbortSignal.any([deadline, this.#gone.signal, ...(options?.signal ? [options.signal] : [])]);
    try {
      const stream = await open(stop);
      for await (const line of streamLines(stream as AsyncIterable<Buffer>)) {
        if (line === '') continue;
        const text = progressOf(line, what);
        if (text.trim() !== '') yield text.trimEnd();
      }
    } catch (error) {
      options?.signal?.throwIfAborted();
      if (deadline.aborted) throw new EngineError('deadline', `${what}: not finished within ${deadlineMs / second} s`);
      throw engineError(what, error);
    }
  }
}
