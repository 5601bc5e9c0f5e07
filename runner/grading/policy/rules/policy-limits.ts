const megabyte = 1024 * 1024;

/** How much the policy lets one sandbox's script ask for. The sandbox's own limits hold whatever stands here. */
export interface PolicyLimits {
  readonly containers: number;
  readonly networks: number;
  readonly volumes: number;
  /** In the proxy's life. */
  readonly execs: number;
  /** Of one container. */
  readonly publishedPorts: number;
  readonly mounts: number;
  /** Bytes that one container may have at most; it has them where it asks for none. */
  readonly memoryBytes: number;
  /** In billionths of a CPU, as the engine counts them. */
  readonly nanoCpus: number;
  readonly processes: number;
  readonly tmpfsBytes: number;
  /** Ports of the sandbox that its own machinery uses. */
  readonly reservedPorts: readonly number[];
  /** IPv4 ranges such as `172.17.0.0/16` that no network may overlap: the sandbox's own way out. */
  readonly reservedSubnets: readonly string[];
  /** Registries that images may be pulled from, as their names begin. */
  readonly registries: readonly string[];
  readonly jsonBytes: number;
  /** A build's context, or files for a container. */
  readonly archiveBytes: number;
  /** Through one attached stream, either way. */
  readonly tunnelBytes: number;
  readonly connections: number;
  /** Past this they wait. */
  readonly requestsPerSecond: number;
}

export const usualLimits: PolicyLimits = {
  containers: 64,
  networks: 24,
  volumes: 48,
  execs: 5_000,
  publishedPorts: 32,
  mounts: 16,
  memoryBytes: 1024 * megabyte,
  nanoCpus: 2e9,
  processes: 512,
  tmpfsBytes: 256 * megabyte,
  reservedPorts: [],
  reservedSubnets: [],
  registries: ['docker.io', 'ghcr.io', 'quay.io', 'mcr.microsoft.com', 'public.ecr.aws', 'cgr.dev'],
  // What docker sends is a few kB; a list of variables from a file is some ten.
  jsonBytes: megabyte / 4,
  archiveBytes: 512 * megabyte,
  tunnelBytes: 256 * megabyte,
  connections: 96,
  requestsPerSecond: 50,
};
