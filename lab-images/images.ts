import { engineRootfs } from './engine/rootfs.ts';
import type { Contract, LabImage } from './lab-image.ts';
import { nodeDevRootfs, nodeRootfs } from './node/rootfs.ts';
import { postgresRootfs } from './postgres/rootfs.ts';
import { redisRootfs } from './redis/rootfs.ts';
import { registryRootfs } from './registry/rootfs.ts';
import { shellRootfs } from './shell/rootfs.ts';

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
      entrypoint: ['/usr/bin/node', '--disable-warning=ExperimentalWarning', '/probe/main.mjs'],
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
  {
    name: 'engine:latest',
    what: {
      en: 'a Docker engine in a container: each submission of a class gets one of its own',
      'pt-BR': 'um motor Docker dentro de um contêiner: cada entrega de uma turma ganha o seu',
    },
    neededBy: 'grading',
    folder: 'engine',
    dockerfile: 'Dockerfile',
    base: { kind: 'assembled', rootfs: engineRootfs, copies: /^entrypoint\.sh$/ },
    contract: {
      user: '0',
      entrypoint: ['/usr/local/bin/entrypoint.sh'],
      workingDirectory: '/root',
      env: { PATH: path, SSL_CERT_FILE: bundle },
      service: { program: 'dockerd', major: 26 },
      present: [
        ...['dockerd', 'containerd', 'runc', 'iptables', 'ip6tables', 'mount', 'mkfs.ext4'],
        ...['bash', 'cp', 'ps', 'sed'],
      ],
      absent: packageManagers,
    },
  },
  {
    name: 'shell:latest',
    what: {
      en: 'where the script of a submission runs: bash and the docker command, without privileges',
      'pt-BR': 'onde roda o script de uma entrega: bash e o comando docker, sem privilégios',
    },
    neededBy: 'grading',
    folder: 'shell',
    dockerfile: 'Dockerfile',
    base: { kind: 'assembled', rootfs: shellRootfs, copies: /\.sh$/ },
    contract: {
      user: '65532',
      entrypoint: ['/usr/local/lib/lab/entrypoint.sh'],
      workingDirectory: '/work',
      env: { PATH: path, LANG: 'C.UTF-8', DOCKER_BUILDKIT: '0', DOCKER_HOST: 'unix:///var/run/docker.sock' },
      service: { program: 'docker', major: 26 },
      present: [
        ...['awk', 'bash', 'cat', 'curl', 'docker', 'find', 'grep', 'jq', 'nc', 'ps', 'sed', 'sh', 'sleep', 'sudo'],
        ...['tar', 'timeout', 'wget', 'which', 'xargs'],
      ],
      absent: packageManagers,
    },
  },
  {
    name: 'registry:latest',
    what: {
      en: "keeps the base images that a class's submissions pull, so that each comes once",
      'pt-BR': 'guarda as imagens-base que as entregas de uma turma baixam, para que cada uma venha uma só vez',
    },
    neededBy: 'grading',
    folder: 'registry',
    dockerfile: 'Dockerfile',
    base: { kind: 'assembled', rootfs: registryRootfs, copies: /^config\.yml$/ },
    contract: {
      user: '65532',
      entrypoint: ['/usr/bin/docker-registry'],
      workingDirectory: '/var/lib/registry',
      env: { PATH: path, SSL_CERT_FILE: bundle },
      present: [],
      absent: packageManagers,
    },
  },
];

/** The names of the images that these challenges need. */
export function imagesNeededBy(challenges: readonly string[]): string[] {
  return labImages
    .filter(
      ({ neededBy }) => neededBy === 'all' || challenges.some(id => neededBy !== 'grading' && neededBy.includes(id)),
    )
    .map(({ name }) => name);
}

/** The names of the images that are there for grading alone. */
export const imagesForGrading: readonly string[] = labImages
  .filter(({ neededBy }) => neededBy === 'grading')
  .map(({ name }) => name);
