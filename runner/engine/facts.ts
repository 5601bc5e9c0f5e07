/** Everything on an engine that the lab looks at, in the lab's own shape. Times are ISO 8601; sizes are bytes. */
export interface Facts {
  readonly containers: readonly ContainerFacts[];
  readonly networks: readonly NetworkFacts[];
  readonly volumes: readonly VolumeFacts[];
  /** The images that the containers above were created from. */
  readonly images: readonly ImageFacts[];
  /** Every tag on the engine, such as `server:latest`. */
  readonly imageTags: readonly string[];
}

export interface ContainerFacts {
  readonly id: string;
  /** Without the leading slash. */
  readonly name: string;
  /** The reference it was created with, such as `my-server:1`. */
  readonly image: string;
  readonly imageId: string;
  readonly state: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
  readonly exitCode: number;
  readonly outOfMemory: boolean;
  /** Why the engine could not start it the last time, in its words; `undefined` if it could, or does not say. */
  readonly error?: string;
  /** How much memory it may use; `undefined` if that is not limited. */
  readonly memoryLimit?: number;
  readonly restartCount: number;
  readonly createdAt: string;
  /** `undefined` if it has never started. */
  readonly startedAt: string | undefined;
  /** `undefined` if it has never stopped. */
  readonly finishedAt: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Entrypoint and arguments, as the process gets them. */
  readonly command: readonly string[];
  readonly hostname: string;
  /** `bridge`, `host`, `none`, a network's name, or `container:<id>`. */
  readonly networkMode: string;
  readonly networks: readonly AttachmentFacts[];
  readonly ports: readonly PortFacts[];
  /** What it was told to publish, also while it does not run; port 0 of the host is one of the engine's choice. */
  readonly toPublish?: readonly PortFacts[];
  readonly mounts: readonly MountFacts[];
  /** As given by `--add-host`: `name:address`. */
  readonly extraHosts: readonly string[];
  readonly restartPolicy: string;
  readonly autoRemove: boolean;
  readonly tty: boolean;
  /** As `docker run --user` or the image says; empty for root. */
  readonly user?: string;
  readonly workingDirectory?: string;
  /** Whether its standard input is open (`docker run --interactive`). */
  readonly interactive?: boolean;
  readonly health: 'healthy' | 'unhealthy' | 'starting' | undefined;
}

/** A container's place on one network. Addresses are empty while it does not run. */
export interface AttachmentFacts {
  readonly network: string;
  readonly networkId: string;
  readonly address: string;
  readonly address6: string;
  readonly gateway: string;
  /** Names under which the others on the network find it, without its own name. */
  readonly aliases: readonly string[];
}

export interface PortFacts {
  readonly container: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  /** Where the host forwards from; empty where the port is only exposed. */
  readonly host: readonly { readonly address: string; readonly port: number }[];
}

export interface MountFacts {
  readonly type: 'volume' | 'bind' | 'tmpfs' | 'other';
  /** The volume's name, or the host's path. */
  readonly source: string;
  readonly target: string;
  readonly writable: boolean;
}

export interface NetworkFacts {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly internal: boolean;
  /** False for the engine's own `bridge`, `host` and `none` (and Podman's `podman`). */
  readonly userDefined: boolean;
  readonly gateways: readonly string[];
  readonly subnets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

export interface VolumeFacts {
  readonly name: string;
  readonly driver: string;
  readonly anonymous: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

export interface ImageFacts {
  readonly id: string;
  readonly tags: readonly string[];
  readonly digests: readonly string[];
  readonly createdAt: string;
  readonly size: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly exposedPorts: readonly number[];
  readonly user: string;
  /** The paths that its Dockerfile declares as volumes. */
  readonly volumes?: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly origin: ImageOrigin;
}

/**
 * Where an image came from: `lab` is one of the lab's own, `built` came out of a build (or a commit) on this engine,
 * `pulled` came from a registry, `imported` is a bare file system (`docker import`), `loaded` came from an archive;
 * `unclear` has a name that was given here, later than it was made: built, or somebody else's under a new name.
 */
export type ImageOrigin = 'lab' | 'built' | 'pulled' | 'imported' | 'loaded' | 'unclear';

export interface LogLine {
  readonly at: string;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

export interface EngineEvent {
  readonly at: string;
  /** `container`, `network`… or empty, where the engine told something that could not be read. */
  readonly type: string;
  readonly action: string;
  /** Empty where it is about no single thing, such as a `prune`. */
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface EngineVersion {
  /** Such as `20.10.24`. */
  readonly version: string;
  /** The highest API version that it speaks, such as `1.41`. */
  readonly api: string;
  readonly os: string;
  readonly arch: string;
}
