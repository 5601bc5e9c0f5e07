import type { Localised } from '../runner/language/language.ts';
import { nodeDevRootfs, nodeRootfs } from './node/rootfs.ts';

/** One of the lab's own images, as data: `runner/setup/images` builds whatever this list says. */
export interface LabImage {
  /** Such as `node:26-dev`; the reference is this behind a prefix, `lab/` unless told otherwise. */
  readonly name: string;
  readonly what: Localised;
  /** Under `lab-images/`. All its files named in `copies` are part of the build context. */
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
  | { readonly kind: 'assembled'; readonly registry: RegistryImage; readonly rootfs: Rootfs }
  | { readonly kind: 'image'; readonly name: string; readonly copies: RegExp };

/** An image of the registry: `chainguard/node`, `latest-dev`. */
export interface RegistryImage {
  readonly repository: string;
  readonly tag: string;
}

/** A file system assembled from Debian packages, npm's Node and npm itself. Paths have no leading slash. */
export interface Rootfs {
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
  /** Programs that a look inside finds on the PATH. */
  readonly present: readonly string[];
  /** Programs of which a look inside finds no trace anywhere. */
  readonly absent: readonly string[];
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
    folder: 'probe',
    dockerfile: 'Dockerfile',
    base: { kind: 'image', name: 'node:26', copies: /^(?!.*\.test\.ts$).*\.ts$/ },
    contract: {
      ...runtime,
      entrypoint: ['/usr/bin/node', '--disable-warning=ExperimentalWarning', '/probe/main.ts'],
    },
  },
];
