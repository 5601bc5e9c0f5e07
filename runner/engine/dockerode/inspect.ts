import type Docker from 'dockerode';
import type {
  AttachmentFacts,
  ContainerFacts,
  ImageFacts,
  MountFacts,
  NetworkFacts,
  PortFacts,
  VolumeFacts,
} from '../facts.ts';
import { imageOrigin } from './image-origin.ts';

/** The one place where the engine's JSON (Docker Engine API 1.41 and later) becomes the lab's facts. Pure. */

const never = '0001-01-01T00:00:00Z';
const moment = (value: string | undefined) => (value && value !== never ? value : undefined);

/** `NAME=value` pairs as a record; a pair without `=` has an empty value. */
export function environmentOf(pairs: readonly string[] | null | undefined): Record<string, string> {
  return Object.fromEntries(
    (pairs ?? []).map(pair => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

const list = (value: string | readonly string[] | null | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []);

/** From `GET /containers/{id}/json`. */
export function containerFacts(json: Docker.ContainerInspectInfo): ContainerFacts {
  const { State: state, Config: config, HostConfig: host } = json;
  return {
    id: json.Id,
    name: json.Name.replace(/^\//, ''),
    image: config.Image,
    imageId: json.Image,
    state: state.Status as ContainerFacts['state'],
    exitCode: state.ExitCode,
    outOfMemory: state.OOMKilled,
    // Podman leaves it out, or empty, in some versions.
    ...(state.Error ? { error: state.Error } : {}),
    ...(host.Memory ? { memoryLimit: host.Memory } : {}),
    restartCount: json.RestartCount,
    createdAt: json.Created,
    startedAt: moment(state.StartedAt),
    finishedAt: moment(state.FinishedAt),
    labels: config.Labels ?? {},
    env: environmentOf(config.Env),
    command: [json.Path, ...(json.Args ?? [])].filter(Boolean),
    hostname: config.Hostname,
    networkMode: host.NetworkMode ?? 'default',
    networks: Object.entries(json.NetworkSettings.Networks ?? {}).map(attachment),
    ports: ports(json),
    ...toPublish(host.PortBindings),
    mounts: (json.Mounts ?? []).map(mount),
    extraHosts: list(host.ExtraHosts as string[] | null),
    restartPolicy: host.RestartPolicy?.Name || 'no',
    autoRemove: host.AutoRemove ?? false,
    tty: config.Tty,
    user: config.User ?? '',
    workingDirectory: config.WorkingDir ?? '',
    interactive: config.OpenStdin ?? false,
    health: health(state.Health?.Status),
  };
}

function health(status: string | undefined): ContainerFacts['health'] {
  return status === 'healthy' || status === 'unhealthy' || status === 'starting' ? status : undefined;
}

function attachment([network, json]: [string, Docker.NetworkInfo | Docker.EndpointSettings]): AttachmentFacts {
  const endpoint = json as Docker.EndpointSettings;
  return {
    network,
    networkId: endpoint.NetworkID ?? '',
    address: endpoint.IPAddress ?? '',
    address6: endpoint.GlobalIPv6Address ?? '',
    gateway: endpoint.Gateway ?? '',
    aliases: endpoint.Aliases ?? [],
  };
}

function ports(json: Docker.ContainerInspectInfo): PortFacts[] {
  const published = Object.entries(json.NetworkSettings.Ports ?? {});
  const exposed = Object.keys(json.Config.ExposedPorts ?? {}).filter(key => !published.some(([name]) => name === key));
  return [...published, ...exposed.map(key => [key, null] as const)].map(portFacts);
}

/** The engine knows of no published ports while a container does not run. */
function toPublish(bindings: unknown): Pick<ContainerFacts, 'toPublish'> {
  const told = Object.entries((bindings ?? {}) as Record<string, HostPort[] | null>);
  return told.length === 0 ? {} : { toPublish: told.map(portFacts) };
}

type HostPort = { readonly HostIp?: string; readonly HostPort?: string };

function portFacts([key, bindings]: readonly [string, readonly HostPort[] | null | undefined]): PortFacts {
  const [port, protocol] = key.split('/');
  return {
    container: Number(port),
    protocol: protocol === 'udp' || protocol === 'sctp' ? protocol : 'tcp',
    host: (bindings ?? []).map(({ HostIp, HostPort }) => ({ address: HostIp ?? '', port: Number(HostPort ?? 0) })),
  };
}

function mount(json: Docker.ContainerInspectInfo['Mounts'][number]): MountFacts {
  const type = json.Type as string;
  return {
    type: type === 'volume' || type === 'bind' || type === 'tmpfs' ? type : 'other',
    source: (type === 'volume' && json.Name) || json.Source,
    target: json.Destination,
    writable: json.RW,
  };
}

/** Networks that every engine has from the start; nobody made them for a challenge. */
const builtIn = new Set(['bridge', 'host', 'none', 'podman']);

/** From `GET /networks`. */
export function networkFacts(json: Docker.NetworkInspectInfo): NetworkFacts {
  const pools = json.IPAM?.Config ?? [];
  return {
    id: json.Id,
    name: json.Name,
    driver: json.Driver,
    internal: json.Internal,
    userDefined: !builtIn.has(json.Name),
    gateways: pools.flatMap(pool => (pool.Gateway ? [pool.Gateway] : [])),
    subnets: pools.flatMap(pool => (pool.Subnet ? [pool.Subnet] : [])),
    labels: json.Labels ?? {},
  };
}

/** From `GET /volumes`. Volumes that the engine named itself have 64 hexadecimal digits, and a label since 23.0. */
export function volumeFacts(json: Docker.VolumeInspectInfo): VolumeFacts {
  const labels = json.Labels ?? {};
  return {
    name: json.Name,
    driver: json.Driver,
    anonymous: /^[0-9a-f]{64}$/.test(json.Name) || 'com.docker.volume.anonymous' in labels,
    labels,
  };
}

/** From `GET /images/{name}/json`. */
export function imageFacts(json: Docker.ImageInspectInfo): ImageFacts {
  const config = json.Config;
  const exposed = Object.keys(config?.ExposedPorts ?? {});
  return {
    id: json.Id,
    tags: json.RepoTags ?? [],
    digests: json.RepoDigests ?? [],
    createdAt: json.Created,
    size: json.Size,
    labels: config?.Labels ?? {},
    exposedPorts: exposed.map(key => Number.parseInt(key, 10)),
    user: config?.User ?? '',
    volumes: Object.keys(config?.Volumes ?? {}),
    entrypoint: list(config?.Entrypoint),
    command: list(config?.Cmd),
    workingDirectory: config?.WorkingDir ?? '',
    env: environmentOf(config?.Env),
    origin: imageOrigin(json),
  };
}
