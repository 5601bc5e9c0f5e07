import type { ContainerFacts, EngineEvent, EngineVersion, Facts, ImageFacts, LogLine } from './facts.ts';

/** How long one call may take, in milliseconds, before it fails with an EngineError that names it. */
export interface CallOptions {
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * The engine's time now, in milliseconds since 1970. What an engine or a probe has stamped is compared with this, and never
 * with the lab's own time: an engine in a virtual machine or on another host has a clock of its own.
 */
export type Clock = () => number;

/** How much of a log to begin with, and what ends the following. */
export interface FollowOptions {
  readonly signal: AbortSignal;
  /** How many of the lines that are there already; all of them where none is given. */
  readonly tail?: number;
  /** Only lines after this moment, as a line's `at` says it. */
  readonly since?: string;
}

/** What may have changed since facts were read. */
export interface StaleFacts {
  /** By id; also those that are new, or gone. */
  readonly containers: readonly string[];
  readonly networks: boolean;
  readonly volumes: boolean;
  /** Tags, and so where images came from: what an id stands for never changes. */
  readonly images: boolean;
}

/** A container of the lab's own (never the learner's): always labelled, and removed when it is disposed of. */
export interface HelperSpec {
  readonly image: string;
  readonly command: readonly string[];
  /** Instead of the image's own. */
  readonly entrypoint?: readonly string[];
  readonly workingDirectory?: string;
  /**
   * `theirs` is a learner's image, run as the engine runs any (a writable root, the usual capabilities), within limits of
   * memory and processes; what it writes to standard error is among its lines. `ours` gets nothing that it can do without.
   */
  readonly program?: 'ours' | 'theirs';
  /** False if standard input is closed from the start. */
  readonly input?: boolean;
  /** `none`, `container:<id>` or a network's name. */
  readonly network: string;
  readonly user?: string;
  readonly addCapabilities?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Volumes as `name:target` or `name:target:ro`. */
  readonly volumes?: readonly string[];
  /** Says what it is for, in the label `estaleiro.purpose`. */
  readonly purpose: string;
  /** Where there is a container of this name already, starting it fails with a `conflict`. */
  readonly name?: string;
  /** More labels than those that every helper has. */
  readonly labels?: Readonly<Record<string, string>>;
  /** True if it stays on the engine when it ends by itself: others are to see that it has. */
  readonly staysWhenEnded?: boolean;
}

/** A running helper: lines written to `send` reach its standard input, its standard output comes line by line. */
export interface Helper extends AsyncDisposable {
  readonly id: string;
  readonly lines: AsyncIterable<string>;
  /** Its exit code once it has ended by itself, as far as the engine still knows it. */
  readonly ended: Promise<number | undefined>;
  send(line: string): void;
}

/** A volume of the lab's own, labelled, and removed when it is disposed of: after the helpers that mount it. */
export interface Scratch extends AsyncDisposable {
  readonly name: string;
}

export interface BuildRequest {
  readonly tag: string;
  /** A tar archive of the build context. */
  readonly context: NodeJS.ReadableStream;
  readonly dockerfile: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What was removed, for telling it. */
export interface Removed {
  readonly kind: 'container' | 'network' | 'volume';
  readonly name: string;
}

/**
 * The engine as the lab needs it: any that speaks the Docker Engine API from 1.41 on.
 * Every call fails with an EngineError, and none of them waits longer than its deadline.
 */
export interface Engine extends AsyncDisposable {
  /** Where it is, as `DOCKER_HOST` would say it. */
  readonly address: string;
  version(options?: CallOptions): Promise<EngineVersion>;
  /** Its clock, for what it has stamped: containers, events, lines of logs, and what probes on it have seen. */
  clock(options?: CallOptions): Promise<Clock>;
  /** All containers, networks and volumes, and the images of the containers, as of now. */
  facts(options?: CallOptions): Promise<Facts>;
  /** The same facts as of now, where only what is `stale` is looked at again. */
  refresh(facts: Facts, stale: StaleFacts, options?: CallOptions): Promise<Facts>;
  /** One container, by id or name, or undefined where there is none. */
  container(nameOrId: string, options?: CallOptions): Promise<ContainerFacts | undefined>;
  /** The image behind a reference, or undefined where there is none. */
  image(reference: string, options?: CallOptions): Promise<ImageFacts | undefined>;
  /** The last `tail` lines of a container's log, oldest first. */
  logs(containerId: string, options?: CallOptions & { tail?: number }): Promise<LogLine[]>;
  /**
   * A container's log, line by line as it is written. Ends when the container ends or is removed, or `signal` aborts;
   * throws an EngineError when the engine goes, or cannot read the log.
   */
  followLogs(containerId: string, options: FollowOptions): AsyncIterable<LogLine>;
  /** A container's file or folder, as a tar archive. */
  archive(containerId: string, path: string, options?: CallOptions): AsyncIterable<Buffer>;
  /**
   * What happens on the engine from now on, that is, from when `opened` is called. Ends when `signal` aborts; throws an
   * EngineError when the engine goes.
   */
  events(signal: AbortSignal, opened?: () => void): AsyncIterable<EngineEvent>;
  /** What has happened lately, oldest first, as far as the engine remembers it (the last 256 events or so). */
  recentEvents(options?: CallOptions): Promise<EngineEvent[]>;
  /** The paths that differ, in a container's own file system, from its image's. */
  changedFiles(containerId: string, options?: CallOptions): Promise<string[]>;
  restart(containerId: string, options?: CallOptions): Promise<void>;
  /** Stops a container; the engine kills it after `graceSeconds` (10 where none are given). */
  stop(containerId: string, options?: CallOptions & { graceSeconds?: number }): Promise<void>;
  /** Starts a container that is stopped; one that runs stays as it is. */
  start(containerId: string, options?: CallOptions): Promise<void>;
  startHelper(spec: HelperSpec, options?: CallOptions): Promise<Helper>;
  createScratch(purpose: string, options?: CallOptions): Promise<Scratch>;
  /** Yields the build's progress, line by line. Throws an EngineError when a step fails. */
  build(request: BuildRequest, options?: CallOptions): AsyncIterable<string>;
  /** Yields the pull's progress. Throws an EngineError when it fails. */
  pull(reference: string, options?: CallOptions): AsyncIterable<string>;
  /** The sessions (see `sessions.ts`) of which there are helpers or scratch volumes on the engine. */
  helperSessions(options?: CallOptions): Promise<string[]>;
  /** Removes an image that has no other name and that nothing uses; false where something does, or it is gone. */
  removeImage(reference: string, options?: CallOptions): Promise<boolean>;
  /** Removes the containers, networks and volumes that carry all of these labels, in that order. */
  removeLabelled(labels: Readonly<Record<string, string>>, options?: CallOptions): Promise<Removed[]>;
}

/** What experiments have disturbed and not yet put right, kept where it outlives the process. */
export interface Journal {
  /**
   * Notes that a running container is about to be disturbed, so that it runs again whatever becomes of this process;
   * the returned function strikes the note out once it does.
   */
  note(engine: Engine, containerId: string): Promise<() => Promise<void>>;
}

/** An engine that was found, and by what. */
export interface ConnectedEngine {
  readonly engine: Engine;
  /** For people: `DOCKER_HOST`, `context colima`, `the lab's own engine`… */
  readonly source: string;
  /** Where disturbances of it are noted until they are put right. */
  readonly journal: Journal;
}

/** A call to the engine that failed. `kind` says whose fault it is likely to be. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly kind: 'unreachable' | 'deadline' | 'not-found' | 'refused' | 'conflict' | 'other';

  constructor(kind: EngineError['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
