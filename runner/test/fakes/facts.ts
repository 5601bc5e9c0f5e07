import type { ContainerFacts, Facts, ImageFacts, NetworkFacts } from '../../engine/facts.ts';

/** A running container on no network, with its id, image and process made up from its name. */
export function fakeContainer(name: string, change: Partial<ContainerFacts> = {}): ContainerFacts {
  const id = Buffer.from(name.padEnd(16, '.')).toString('hex').padEnd(64, '0');
  return {
    id,
    name,
    image: name,
    imageId: `sha256:${name}`,
    state: 'running',
    exitCode: 0,
    outOfMemory: false,
    restartCount: 0,
    createdAt: '2026-11-21T00:00:00.000Z',
    startedAt: '2026-11-21T00:00:01.000Z',
    finishedAt: undefined,
    labels: {},
    env: {},
    command: ['node', 'main.ts'],
    hostname: id.slice(0, 12),
    networkMode: 'default',
    networks: [],
    ports: [],
    mounts: [],
    extraHosts: [],
    restartPolicy: 'no',
    autoRemove: false,
    tty: false,
    health: undefined,
    ...change,
  };
}

/** A container's place on a network, at this address. */
export const fakeAttachment = (network: string, address: string, aliases: readonly string[] = []) => ({
  network,
  networkId: `id-${network}`,
  address,
  address6: '',
  gateway: '',
  aliases,
});

/** A network that somebody made. */
export const fakeNetwork = (name: string, change: Partial<NetworkFacts> = {}): NetworkFacts => ({
  id: `id-${name}`,
  name,
  driver: 'bridge',
  internal: false,
  userDefined: true,
  gateways: [],
  subnets: [],
  labels: {},
  ...change,
});

/** An image that was built here. */
export const fakeImage = (name: string, change: Partial<ImageFacts> = {}): ImageFacts => ({
  id: `sha256:${name}`,
  tags: [`${name}:latest`],
  digests: [],
  createdAt: '2026-11-21T00:00:00.000Z',
  size: 1,
  labels: {},
  exposedPorts: [],
  user: '',
  entrypoint: [],
  command: ['node', 'main.ts'],
  workingDirectory: '',
  env: {},
  origin: 'built',
  ...change,
});

/** What an engine says that has its three own networks and whatever is given. */
export const fakeFacts = (change: Partial<Facts> = {}): Facts => ({
  containers: [],
  volumes: [],
  images: [],
  imageTags: [],
  ...change,
  networks: [
    fakeNetwork('bridge', { userDefined: false }),
    fakeNetwork('host', { userDefined: false, driver: 'host' }),
    fakeNetwork('none', { userDefined: false, driver: 'null' }),
    ...(change.networks ?? []),
  ],
});
