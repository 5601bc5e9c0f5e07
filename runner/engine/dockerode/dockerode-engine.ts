import type Docker from 'dockerode';
import { streamLines } from '../../base/stream-lines.ts';
import type { EngineAddress } from '../address.ts';
import { EngineClock } from '../clock.ts';
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
import { present, unlessSo } from './answers.ts';
import { call } from './call.ts';
import { engineError } from './failure.ts';
import { linesOf, openLog } from './follow-logs.ts';
import { startHelper } from './helper.ts';
import { helperSessions } from './helper-sessions.ts';
import { containerFacts, imageFacts } from './inspect.ts';
import { openDocker } from './open-docker.ts';
import { readPastEvents } from './past-events.ts';
import { progressOf } from './progress.ts';
import { readEvent } from './read-event.ts';
import { readFacts, refreshFacts } from './read-facts.ts';
import { readLog } from './read-log.ts';
import { removeImage, removeLabelled } from './removal.ts';
import { createScratch } from './scratch.ts';
import { type Bounds, streamWithin } from './stream-within.ts';

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
    return call('version', deadlines.look, options, async () => {
      const json = await this.#docker.version();
      return { version: json.Version.replace(/\+.*$/, ''), api: json.ApiVersion, os: json.Os, arch: json.Arch };
    });
  }

  clock(options?: CallOptions): Promise<Clock> {
    return call("read the engine's clock", deadlines.look, options, () =>
      this.#clock.read(async () => ((await this.#docker.info()) as { SystemTime?: string }).SystemTime),
    );
  }

  facts(options?: CallOptions): Promise<Facts> {
    return call('list containers and networks', deadlines.look, options, signal => readFacts(this.#docker, signal));
  }

  refresh(facts: Facts, stale: StaleFacts, options?: CallOptions): Promise<Facts> {
    return call('look at what has changed', deadlines.look, options, signal =>
      refreshFacts(this.#docker, facts, stale, signal),
    );
  }

  container(nameOrId: string, options?: CallOptions): Promise<ContainerFacts | undefined> {
    return call('look at a container', deadlines.look, options, async abortSignal => {
      const [found] = await present([this.#docker.getContainer(nameOrId).inspect({ abortSignal })]);
      return found && containerFacts(found);
    });
  }

  async image(reference: string, options?: CallOptions): Promise<ImageFacts | undefined> {
    return call(`inspect image ${reference}`, deadlines.look, options, async abortSignal => {
      const [found] = await present([this.#docker.getImage(reference).inspect({ abortSignal } as object)]);
      return found && imageFacts(found);
    });
  }

  logs(containerId: string, options?: CallOptions & { tail?: number }): Promise<LogLine[]> {
    return call('read a log', deadlines.look, options, signal =>
      readLog(this.#docker, containerId, options?.tail ?? 200, signal),
    );
  }

  async *followLogs(containerId: string, options: FollowOptions): AsyncGenerator<LogLine> {
    const stop = AbortSignal.any([options.signal, this.#gone.signal]);
    try {
      const open = (signal: AbortSignal) =>
        openLog(this.#docker, containerId, options, AbortSignal.any([signal, stop]));
      yield* linesOf(await call('open a log', deadlines.look, { signal: stop }, open), options.since);
    } catch (error) {
      if (stop.aborted) return;
      throw engineError('follow a log', error);
    }
  }

  archive(containerId: string, path: string, options?: CallOptions): AsyncGenerator<Buffer> {
    const container = this.#docker.getContainer(containerId);
    const bounds = this.#bounds(`read ${path} of a container`, deadlines.change, options);
    return streamWithin(bounds, options, abortSignal =>
      container.getArchive({ path, abortSignal } as { path: string }),
    );
  }

  async *events(signal: AbortSignal, opened?: () => void): AsyncGenerator<EngineEvent> {
    const stop = AbortSignal.any([signal, this.#gone.signal]);
    try {
      const stream = await call('open the event stream', deadlines.look, { signal: stop }, () =>
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
    return call('read the recent events', deadlines.look, options, signal => readPastEvents(this.#docker, now, signal));
  }

  changedFiles(containerId: string, options?: CallOptions): Promise<string[]> {
    return call('list changed files', deadlines.look, options, async abortSignal => {
      const changes: unknown = await this.#docker.getContainer(containerId).changes({ abortSignal } as object);
      // Where nothing has changed the engine answers `null`, of which dockerode makes an empty buffer.
      return Array.isArray(changes) ? changes.map(({ Path }: { Path: string }) => Path) : [];
    });
  }

  restart(containerId: string, options?: CallOptions): Promise<void> {
    return call('restart a container', deadlines.change, options, async abortSignal => {
      await this.#docker.getContainer(containerId).restart({ abortSignal } as object);
    });
  }

  stop(containerId: string, options?: CallOptions & { graceSeconds?: number }): Promise<void> {
    return call('stop a container', deadlines.change, options, async abortSignal => {
      const t = options?.graceSeconds ?? 10;
      await unlessSo(this.#docker.getContainer(containerId).stop({ t, abortSignal } as object));
    });
  }

  start(containerId: string, options?: CallOptions): Promise<void> {
    return call('start a container', deadlines.change, options, async abortSignal => {
      await unlessSo(this.#docker.getContainer(containerId).start({ abortSignal } as object));
    });
  }

  startHelper(spec: HelperSpec, options?: CallOptions): Promise<Helper> {
    return call(`start a helper (${spec.purpose})`, deadlines.change, options, signal => {
      this.#hasHelpers = true;
      return startHelper(this.#docker, spec, this.#session, signal);
    });
  }

  createScratch(purpose: string, options?: CallOptions): Promise<Scratch> {
    return call(`create a volume (${purpose})`, deadlines.change, options, signal =>
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
    return call(`remove image ${reference}`, deadlines.change, options, signal =>
      removeImage(this.#docker, reference, signal),
    );
  }

  removeLabelled(labels: Readonly<Record<string, string>>, options?: CallOptions): Promise<Removed[]> {
    return call('remove what the lab made', deadlines.change, options, signal =>
      removeLabelled(this.#docker, labels, signal),
    );
  }

  helperSessions(options?: CallOptions): Promise<string[]> {
    return call('list the helpers', deadlines.look, options, signal => helperSessions(this.#docker, signal));
  }

  /** Removes the helpers that are still there: one may have been started while its starter was told to stop. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#gone.abort();
    if (!this.#hasHelpers) return;
    // An engine that is gone has nothing to be removed from, and the next session looks again.
    await this.removeLabelled({ [label.session]: this.#session }, { deadlineMs: 5 * second }).catch(() => {});
  }

  #bounds(what: string, deadlineMs: number, options: CallOptions | undefined): Bounds {
    return { what, deadlineMs: options?.deadlineMs ?? deadlineMs, gone: this.#gone.signal };
  }

  /** The lines of a build's or a pull's progress. Throws an EngineError when the engine says that it failed. */
  async *#progress(
    what: string,
    options: CallOptions | undefined,
    open: (signal: AbortSignal) => Promise<NodeJS.ReadableStream>,
  ) {
    for await (const line of streamLines(streamWithin(this.#bounds(what, deadlines.build, options), options, open))) {
      const text = line === '' ? '' : progressOf(line, what);
      if (text.trim() !== '') yield text.trimEnd();
    }
  }
}
