import { isThisMachine } from '../this-machine.ts';
import { type Allowed, type Call, type Subject, send } from './call.ts';
import { endpointSettings } from './endpoint-settings.ts';
import { hostConfig } from './host-config.ts';
import { readReference } from './image-reference.ts';
import { containerPath, hostName, labels, name } from './names.ts';
import type { PolicyLimits } from './policy-limits.ts';
import { exposedPorts } from './published-ports.ts';
import { PolicyRefusal } from './refusal.ts';
import { flag, integer, list, map, needed, object, off, type Rule, text, words } from './rules.ts';
import type { JsonObject } from './strict-json.ts';

/** `POST /containers/create`: what `docker run` and `docker create` send. */
export function createContainer(call: Call): Allowed {
  const allowed = send(call, { query: { name, platform }, body: containerConfig(call.limits), makes: 'container' });
  return { ...allowed, subjects: subjectsOf(allowed.body ?? {}) };
}

const platformName = text(32, /^linux\/[a-z0-9]+(\/v\d)?$/);

/** Another kind of machine than this one cannot be had here: then it is left to the engine which it takes. */
export const platform: Rule = (value, at) => {
  const asked = platformName(value, at);
  return typeof asked === 'string' && isThisMachine(asked) ? asked : undefined;
};

const imageName: Rule = needed((value, at) => {
  const image = text(400)(value, at);
  if (typeof image === 'string' && image !== '') readReference(image.replace(/^sha256:/, ''), at);
  return image;
});

/** In nanoseconds. */
const duration = integer(0, 3600e9);
const healthcheck = object({
  Test: list(text(8192), 64),
  Interval: duration,
  Timeout: duration,
  StartPeriod: duration,
  StartInterval: duration,
  Retries: integer(0, 1000),
});

function containerConfig(limits: PolicyLimits): Rule {
  return object({
    Hostname: hostName,
    Domainname: hostName,
    User: text(256),
    AttachStdin: flag,
    AttachStdout: flag,
    AttachStderr: flag,
    ExposedPorts: exposedPorts(limits),
    Tty: flag,
    OpenStdin: flag,
    StdinOnce: flag,
    Env: list(text(32_768), 512),
    Cmd: words,
    Healthcheck: healthcheck,
    Image: imageName,
    // Volumes without a name: the engine makes them, as it does for an image that asks for them.
    Volumes: map(object({}), { most: limits.mounts, key: (path, at) => void containerPath(path, at) }),
    WorkingDir: text(),
    Entrypoint: words,
    Labels: labels,
    StopSignal: text(16, /^[A-Z0-9+-]+$/i),
    StopTimeout: integer(-1, 600),
    NetworkDisabled: flag,
    ArgsEscaped: off('machine'),
    MacAddress: off('subnet', '--mac-address'),
    OnBuild: off('machine'),
    Shell: off('machine'),
    HostConfig: hostConfig(limits),
    NetworkingConfig: object({ EndpointsConfig: map(endpointSettings, { most: 8, key: networkKey }) }),
  });
}

function networkKey(network: string, at: string): void {
  if (network === 'host') throw new PolicyRefusal('host-network', '--network host');
  needed(text(128, /^[a-zA-Z0-9][\w.-]*$/))(network, at);
}

/** What it names: the proxy makes sure that none of it is the machine's or the lab's, and that `-P` does not publish thousands of ports. */
function subjectsOf(body: JsonObject): Subject[] {
  const { HostConfig, Image, NetworkingConfig } = body as {
    Image?: string;
    HostConfig?: { NetworkMode?: string; PublishAllPorts?: boolean };
    NetworkingConfig?: { EndpointsConfig?: JsonObject };
  };
  const mode = HostConfig?.NetworkMode ?? '';
  const networks = [mode, ...Object.keys(NetworkingConfig?.EndpointsConfig ?? {})].filter(
    network => !['', 'default', 'none', 'bridge'].includes(network) && !network.includes(':'),
  );
  return [
    ...(mode.startsWith('container:')
      ? [{ kind: 'container', reference: mode.slice('container:'.length), put: 'NetworkMode' } as const]
      : []),
    ...(HostConfig?.PublishAllPorts ? [{ kind: 'image-ports', reference: Image ?? '', put: 'nowhere' } as const] : []),
    ...[...new Set(networks)].map(reference => ({ kind: 'network', reference, put: 'nowhere' }) as const),
  ];
}
