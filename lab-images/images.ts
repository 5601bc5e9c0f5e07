import type { Localised } from '../runner/language/language.ts';
import { nodeDevRootfs, nodeRootfs } from './node/rootfs.ts';
import { postgresRootfs } from './postgres/rootfs.ts';
import { redisRootfs } from './redis/rootfs.ts';

/** One of the lab's own images, as data: `runner/setup/images` builds whatever this list says. */
export interface LabImage {
  /** Such as `node:26-dev`; the reference is this behind a prefix, `lab/` unless told otherwise. */
  readonly name: string;
  readonly what: Localised;
  /** The ids of the challenges that cannot do without it; it is built when the first of them is opened. */
  readonly neededBy: 'all' | readonly string[];
  /**
   * Under `lab-images/`. All its files named in `copies` are part of the build context. Images that share a folder come
   * from the same kind of source.
   */
  readonly folder: string;
  /** Under `folder`. It begins with `ARG BASE` and `FROM ${BASE}`. */
  readonly dockerfile: string;
  readonly base: ImageBase;
  readonly contract: Contract;
}

/**
 * What an image stands on. `assembled` ones come from Debian packages, or from an image of the registry where that is
 * reachable; either way the Dockerfile adds `rootfs.tar`. `image` ones stand on another image of this list.
 */
export type ImageBase =
  | {
      readonly kind: 'assembled';
      readonly registry: RegistryImage;
      readonly rootfs: Rootfs;
      readonly copies?: RegExp;
    }
  | { readonly kind: 'image'; readonly name: string; readonly copies: RegExp };

/** An image of the registry: `chainguard/node`, `latest-dev`. */
export interface RegistryImage {
  readonly repository: string;
  readonly tag: string;
}

/** A file system assembled from Debian packages, npm's Node and npm itself. Paths have no leading slash. */
export interface Rootfs {
  /** Where the packages must be of one release, such as `debian trixie`; else they are of this machine's own. */
  readonly release?: string;
  /** Debian packages; what they depend on comes too, and what neither `keep` nor `drop` wants goes again. */
  readonly packages: readonly string[];
  /** Only these paths stay, where it is given. */
  readonly keep?: readonly RegExp[];
  /** These paths go. */
  readonly drop?: readonly RegExp[];
  /** Puts `/usr/bin/node` there. */
  readonly node: boolean;
  /** The exact version of npm to put there, if any. */
  readonly npm?: string;
  /** True where the certificates of this machine's private authorities join the bundle: never in a runtime image. */
  readonly privateAuthorities: boolean;
  readonly accounts: readonly Account[];
  readonly folders: readonly Folder[];
  /** Link → target, made where nothing is there yet. */
  readonly links: Readonly<Record<string, string>>;
}

export interface Account {
  readonly name: string;
  /** Of the user and of the group. */
  readonly id: number;
  readonly home: string;
  readonly shell: string;
}

export interface Folder {
  readonly path: string;
  readonly owner: number;
  readonly mode: number;
}

/** What whoever builds on the image counts on, whichever source it came from. */
export interface Contract {
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string>>;
  /** The lowest major version of Node that will do, for images that run Node: these are looked into, too. */
  readonly node?: number;
  /** What it serves with, for images that have a shell and no Node: these are looked into, too. */
  readonly service?: Service;
  /** Programs that a look inside finds on the PATH. */
  readonly present: readonly string[];
  /** Programs of which a look inside finds no trace anywhere. */
  readonly absent: readonly string[];
}

/** A program that says its version when it is run with `--version`. */
export interface Service {
  readonly program: string;
  /** The only major version that will do: data folders of another one are not read. */
  readonly major: number;
}

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const bundle = '/etc/ssl/certs/ca-certificates.crt';
const shells = ['sh', 'bash', 'dash', 'ash', 'busybox', 'zsh'];
const packageManagers = ['apt', 'apt-get', 'dpkg', 'apk', 'npm', 'npx', 'yarn', 'corepack', 'perl', 'python3'];

const runtime: Contract = {
  user: '65532',
  entrypoint: ['/usr/bin/node'],
  workingDirectory: '/app',
  env: { PATH: path, SSL_CERT_FILE: bundle },
  present: ['node'],
  absent: [...shells, ...packageManagers],
};

const nodeRuntime: Contract = { ...runtime, node: 26 };

/** Every image of the lab. One that stands on another comes after it. */
export const labImages: readonly LabImage[] = [
  {
    name: 'node:26-dev',
    what: {
      en: 'Node 26 with npm and a shell: the first stage of a build',
      'pt-BR': 'Node 26 com npm e shell: o primeiro estágio de um build',
    },
    neededBy: 'all',
    folder: 'node',
    dockerfile: 'dev.Dockerfile',
    base: {
      kind: 'assembled',
      registry: { repository: 'chainguard/node', tag: 'latest-dev' },
      rootfs: nodeDevRootfs,
    },
    contract: {
      ...nodeRuntime,
      env: { ...nodeRuntime.env, NODE_EXTRA_CA_CERTS: bundle },
      present: ['node', 'npm', 'npx', 'sh', 'bash', 'ls', 'cat', 'wget'],
      absent: [],
    },
  },
  {
    name: 'node:26',
    what: {
      en: 'Node 26 and nothing else: no shell, no npm, not root; what a service runs on',
      'pt-BR': 'Node 26 e nada mais: sem shell, sem npm, sem root; onde um serviço roda',
    },
    neededBy: 'all',
    folder: 'node',
    dockerfile: 'Dockerfile',
    base: { kind: 'assembled', registry: { repository: 'chainguard/node', tag: 'latest' }, rootfs: nodeRootfs },
    contract: nodeRuntime,
  },
  {
    name: 'probe:latest',
    what: {
      en: 'what the lab itself looks through, inside a network',
      'pt-BR': 'por onde o próprio laboratório observa, de dentro de uma rede',
    },
    neededBy: 'all',
    folder: 'probe',
    dockerfile: 'Dockerfile',
    base: { kind: 'image', name: 'node:26', copies: /^(?!.*\.test\.ts$).*\.ts$/ },
    contract: {
      ...runtime,
      entrypoint: ['/usr/bin/node', '--disable-warning=ExperimentalWarning', '/probe/main.ts'],
    },
  },
  {
    name: 'postgres:17',
    what: {
      en: 'PostgreSQL 17, not root: a database to store rows in',
      'pt-BR': 'PostgreSQL 17, sem root: um banco de dados para guardar linhas',
    },
    neededBy: ['03-api-postgres-redis'],
    folder: 'postgres',
    dockerfile: 'Dockerfile',
    base: {
      kind: 'assembled',
      registry: { repository: 'chainguard/postgres', tag: 'latest' },
      rootfs: postgresRootfs,
      copies: /^entrypoint\.sh$/,
    },
    contract: {
      user: '70',
      entrypoint: ['/usr/local/bin/entrypoint.sh'],
      workingDirectory: '/var/lib/postgresql',
      env: { PATH: path, LANG: 'C.UTF-8', PGDATA: '/var/lib/postgresql/data' },
      service: { program: 'postgres', major: 17 },
      present: ['postgres', 'initdb', 'pg_ctl', 'psql', 'pg_isready', 'pg_dump', 'bash', 'sh', 'gunzip'],
      absent: packageManagers,
    },
  },
  {
    name: 'redis:8',
    what: {
      en: 'Redis 8, not root: counters and a cache in memory',
      'pt-BR': 'Redis 8, sem root: contadores e cache em memória',
    },
    neededBy: ['03-api-postgres-redis'],
    folder: 'redis',
    dockerfile: 'Dockerfile',
    base: {
      kind: 'assembled',
      registry: { repository: 'chainguard/redis', tag: 'latest' },
      rootfs: redisRootfs,
      copies: /^entrypoint\.sh$/,
    },
    contract: {
      user: '65532',
      entrypoint: ['/usr/local/bin/entrypoint.sh'],
      workingDirectory: '/data',
      env: { PATH: path },
      service: { program: 'redis-server', major: 8 },
      present: ['redis-server', 'redis-cli', 'sh'],
      absent: packageManagers,
    },
  },
];

/** The names of the images that these challenges need. */
export function imagesNeededBy(challenges: readonly string[]): string[] {
  return labImages
    .filter(({ neededBy }) => neededBy === 'all' || neededBy.some(id => challenges.includes(id)))
    .map(({ name }) => name);
}
