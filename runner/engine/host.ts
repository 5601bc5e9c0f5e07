import type { Readable } from 'node:stream';
import type { CallOptions } from './engine.ts';

/** A container on an engine that hosts others. Whatever is not asked for here, it does not get. */
export interface HostedSpec {
  readonly image: string;
  readonly command?: readonly string[];
  /** Says what it is for, in the label `estaleiro.purpose`. */
  readonly purpose: string;
  /** Only one of this name can be there; without it, the engine chooses one. */
  readonly name?: string;
  readonly hostname?: string;
  readonly env: Readonly<Record<string, string>>;
  /** A network's name, or `container:<id>`. */
  readonly network: string;
  /** By which others on the network find it. */
  readonly alias?: string;
  /** Volumes and folders as `source:target` or `source:target:ro`. */
  readonly binds: readonly string[];
  /** Where it gets volumes that go with it. */
  readonly volumes?: readonly string[];
  /** Path → options, as mount(8) has them. */
  readonly tmpfs?: Readonly<Record<string, string>>;
  /** True if its own file system is only read. */
  readonly readOnly: boolean;
  /** Beyond none at all, or where it is `nested` beyond those that every container has. */
  readonly capabilities?: readonly string[];
  /** True if it makes containers of its own: no filter of system calls, and the kernel's settings unmasked. */
  readonly nested: boolean;
  /** Devices that it may make and use, as a rule of the device control group has them. */
  readonly devices?: readonly string[];
  /** The OCI runtime; the engine's default where none is given. */
  readonly runtime?: string | undefined;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly processes: number;
}

/** A running container. It ends, and is removed, when its input does: with this process, too, whichever way that ends. */
export interface Hosted extends AsyncDisposable {
  readonly id: string;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Its standard input. */
  readonly input: NodeJS.WritableStream;
  /** Fulfilled when it has ended. */
  readonly ended: Promise<void>;
}

/** A network of the lab's own, removed when it is disposed of: after the containers on it. */
export interface HostNetwork extends AsyncDisposable {
  readonly name: string;
  /** Connects a container that runs, by the name under which the others there find it. */
  connect(containerId: string, alias: string, options?: CallOptions): Promise<void>;
  disconnect(containerId: string, options?: CallOptions): Promise<void>;
}

/**
 * An engine as a host of other engines: what grading needs of it beyond `Engine`. All that is made carries the session of this
 * process, so that a later `lab` removes it where this one cannot. Every call fails with an EngineError.
 */
export interface Host {
  start(spec: HostedSpec, options?: CallOptions): Promise<Hosted>;
  /** Fulfilled when no container has this name any more. */
  gone(name: string, options?: CallOptions): Promise<void>;
  /** A bridge with these addresses (such as `198.18.7.0/28`). Throws an EngineError of kind `refused` when they are taken. */
  createNetwork(purpose: string, subnet: string, options?: CallOptions): Promise<HostNetwork>;
  /** The id of the image behind a reference; `undefined` if there is none. */
  imageId(reference: string, options?: CallOptions): Promise<string | undefined>;
  /** Images as one tar archive. */
  saveImages(references: readonly string[], options?: CallOptions): Promise<Readable>;
  /** Throws an EngineError when the archive is none of images. */
  loadImages(archive: Readable, options?: CallOptions): Promise<void>;
  /** Makes a volume that outlives this process. One that is there already stays as it is. */
  keepVolume(name: string, labels: Readonly<Record<string, string>>, options?: CallOptions): Promise<void>;
  /** The names of the volumes with these labels. */
  volumes(labels: Readonly<Record<string, string>>, options?: CallOptions): Promise<string[]>;
  /** False if something uses it, or it is gone. */
  removeVolume(name: string, options?: CallOptions): Promise<boolean>;
  /** Removes all containers and networks that it has made and that are still there: a call that was broken off may have made one. */
  removeAll(options?: CallOptions): Promise<void>;
}
