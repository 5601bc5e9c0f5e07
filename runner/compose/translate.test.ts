import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWords } from '../base/shell-words.ts';
import { inLanguage } from '../language/tell.ts';
import { composeScript, type Translation, translateCompose } from './translate.ts';

interface Given {
  readonly files?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
}

function translated(files: Readonly<Record<string, string>>, given: Given = {}): Translation {
  return translateCompose({
    files: given.files ?? [Object.keys(files)[0] ?? ''],
    folderName: 'My Shop',
    environment: given.environment ?? {},
    profiles: given.profiles ?? [],
    read: path => (Object.hasOwn(files, path) ? files[path] : undefined),
  });
}

function commands(compose: string, more: Readonly<Record<string, string>> = {}, given: Given = {}): readonly string[] {
  const found = translated({ 'compose.yaml': compose, ...more }, given);
  if (found.kind === 'wrong')
    throw new Error(found.problems.map(({ finding }) => inLanguage(finding, 'en')).join('\n'));
  return found.commands.map(({ text }) => text);
}

/** The words of the last command. */
function lastWords(compose: string, more: Readonly<Record<string, string>> = {}, given: Given = {}): readonly string[] {
  return shellWords(
    (commands(compose, more, given).at(-1) ?? '').replaceAll('"$PWD"', '/here').replace(/^docker /, ''),
  );
}

/** The same, as a real shell splits them: several commands at once, because a shell takes its time to start. */
function wordsInBash(texts: readonly string[]): readonly string[] {
  const script = `docker() { printf '%s\\0' "$@"; }\n${texts.join('\n')}`;
  const options = { cwd: '/', encoding: 'utf8', env: { HOME: '/root' } } as const;
  return spawnSync('bash', ['-c', script], options).stdout.split('\0');
}

function problems(compose: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const found = translated({ 'compose.yaml': compose, ...more });
  if (found.kind !== 'wrong') throw new Error('it was translated');
  return found.problems.map(({ line, column, finding, next }) =>
    [`${line ?? ''}:${column ?? ''}`, finding, ...(next === undefined ? [] : [next])]
      .map(it => inLanguage(it, 'en'))
      .join(' '),
  );
}

function notes(compose: string, given: Given = {}): readonly string[] {
  const found = translated({ 'compose.yaml': compose }, given);
  return found.kind === 'wrong' ? ['wrong'] : found.notes.map(note => inLanguage(note, 'en'));
}

const service = (lines: string) => `services:\n  a:\n    image: x\n${lines.replace(/^/gm, '    ')}\n`;

test('an API with a database and a cache comes to what one would type', () => {
  const compose = `
name: visits
services:
  api:
    build: ./api
    ports: ["8080:3000"]
    environment:
      DATABASE_URL: postgres://postgres:\${PASSWORD:-secret}@db:5432/postgres
    depends_on:
      db: { condition: service_healthy }
      cache: { condition: service_started }
  db:
    image: postgres:17
    env_file: db.env
    volumes: [data:/var/lib/postgresql/data]
    healthcheck: { test: pg_isready -U postgres, interval: 2s, retries: 20 }
  cache:
    image: redis:8
volumes:
  data:
`;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Compose’s own way to write a variable.
  expect(commands(compose, { 'db.env': 'POSTGRES_PASSWORD="${PASSWORD:-secret}" # yes\n' })).toEqual([
    'docker network create visits_default',
    'docker volume create visits_data',
    'docker build --tag visits-api ./api',
    "docker run --detach --name visits-db-1 --network visits_default --network-alias db --env POSTGRES_PASSWORD=secret --volume visits_data:/var/lib/postgresql/data --health-cmd 'pg_isready -U postgres' --health-interval 2s --health-retries 20 postgres:17",
    'docker run --detach --name visits-cache-1 --network visits_default --network-alias cache redis:8',
    `while status="$(docker inspect --format '{{if .State.Running}}{{.State.Health.Status}}{{end}}' visits-db-1)"; [ "$status" = starting ]; do sleep 1; done; [ "$status" = healthy ]`,
    'docker run --detach --name visits-api-1 --network visits_default --network-alias api --env DATABASE_URL=postgres://postgres:secret@db:5432/postgres --publish 8080:3000 visits-api',
  ]);
});

test.each([
  [
    'the folder names the project',
    service(''),
    'docker run --detach --name myshop-a-1 --network myshop_default --network-alias a x',
  ],
  [
    'its own name comes before',
    `${service('container_name: Front')}name: other`,
    'docker run --detach --name Front --network other_default --network-alias a x',
  ],
])('%s', (_what, compose, last) => expect(commands(compose).at(-1)).toBe(last));

test('the variables name it before the file does', () => {
  const named = (given: Given) =>
    commands(`${service('')}name: own`, { '.env': 'COMPOSE_PROJECT_NAME=dotted' }, given)[0];
  expect(named({})).toBe('docker network create dotted_default');
  expect(named({ environment: { COMPOSE_PROJECT_NAME: 'shell' } })).toBe('docker network create shell_default');
});

test.each([
  [
    'user: "1000:1000"\nworking_dir: /srv\nrestart: unless-stopped',
    ['--restart', 'unless-stopped', '--user', '1000:1000', '--workdir', '/srv'],
  ],
  ['restart: no', ['--restart', 'no']],
  ['expose: [3000, "9000-9002"]', ['--expose', '3000', '--expose', '9000-9002']],
  [
    'ports: [80, "127.0.0.1:81:82/udp", {target: 90, published: "91"}]',
    ['--publish', '80', '--publish', '127.0.0.1:81:82/udp', '--publish', '91:90'],
  ],
  ['extra_hosts: ["db:10.0.0.5", "x=host-gateway"]', ['--add-host', 'db:10.0.0.5', '--add-host', 'x:host-gateway']],
  ['stop_grace_period: 1m30s\nshm_size: 64mb', ['--shm-size', '64mb', '--stop-timeout', '90']],
  ['healthcheck: {disable: true}', ['--no-healthcheck']],
  ['healthcheck: {test: [CMD, redis-cli, "a b"]}', ['--health-cmd', "redis-cli 'a b'"]],
  [
    'healthcheck: {test: [CMD-SHELL, "a || exit 1"], timeout: 3s}',
    ['--health-cmd', 'a || exit 1', '--health-timeout', '3s'],
  ],
  [
    'deploy: {resources: {limits: {cpus: "0.5", memory: 64M}}, restart_policy: {condition: any}}',
    ['--cpus', '0.5', '--memory', '64M', '--restart', 'always'],
  ],
  ['ulimits: {nproc: 100, nofile: {soft: 1, hard: 2}}', ['--ulimit', 'nproc=100', '--ulimit', 'nofile=1:2']],
  ['logging: {driver: local, options: {max-size: 1m}}', ['--log-driver', 'local', '--log-opt', 'max-size=1m']],
  ['volumes: [/cache, "./src:/app:ro"]', ['--volume', '/cache', '--volume', '/here/src:/app:ro']],
  ['volumes: [{type: tmpfs, target: /t, tmpfs: {size: 100}}]', ['--mount', 'type=tmpfs,target=/t,tmpfs-size=100']],
  ['labels: [a=b, c]', ['--label', 'a=b', '--label', 'c=']],
])('%j', (lines, words) => {
  expect(lastWords(service(lines))).toEqual([
    ...[
      'run',
      '--detach',
      '--name',
      'myshop-a-1',
      '--network',
      'myshop_default',
      '--network-alias',
      'a',
      ...words,
      'x',
    ],
  ]);
});

test.each([
  ['command: npm start -- --port "80 81"', [], ['npm', 'start', '--', '--port', '80 81']],
  ['command: [sh, -c, "echo $$HOME"]', [], ['sh', '-c', 'echo $HOME']],
  ['entrypoint: [a, b]\ncommand: c', ['--entrypoint', 'a'], ['b', 'c']],
  ['entrypoint: ""', ['--entrypoint', ''], []],
])('the program of %j', (lines, before, behind) => {
  const words = lastWords(service(lines));
  expect(words.slice(words.indexOf('a') + 1)).toEqual([...before, 'x', ...behind]);
});

test('on several networks, a container starts when it is on all of them', () => {
  const compose = `${service('networks: {back: {aliases: [inner], ipv4_address: 10.1.0.4}, front: null}')}networks: {front: null, back: {name: deep, internal: true, ipam: {config: [{subnet: 10.1.0.0/24}]}}, unused: {}}`;
  expect(commands(compose)).toEqual([
    'docker network create --internal --subnet 10.1.0.0/24 deep',
    'docker network create myshop_front',
    'docker create --name myshop-a-1 --network deep --network-alias a --network-alias inner --ip 10.1.0.4 x',
    'docker network connect --alias a myshop_front myshop-a-1',
    'docker start myshop-a-1',
  ]);
});

test('what is external is there already, and what nobody uses is not made', () => {
  const compose = `${service('networks: [n]\nvolumes: ["v:/v"]')}networks: {n: {external: true}}\nvolumes: {v: {external: true, name: real}, w: }`;
  expect(commands(compose)).toEqual([
    'docker run --detach --name myshop-a-1 --network n --network-alias a --volume real:/v x',
  ]);
  expect(notes(compose)).toContain('“real” is external: it has to be there already.');
});

test('containers of other services are shared, and waited for', () => {
  const compose = `services:\n  web: {image: x, network_mode: "service:job", depends_on: {job: {condition: service_completed_successfully}}}\n  job: {image: y, scale: 2}`;
  expect(commands(compose).slice(1)).toEqual([
    'docker run --detach --name myshop-job-1 --network myshop_default --network-alias job y',
    'docker run --detach --name myshop-job-2 --network myshop_default --network-alias job y',
    '[ "$(docker wait myshop-job-1)" = 0 ]',
    '[ "$(docker wait myshop-job-2)" = 0 ]',
    'docker run --detach --name myshop-web-1 --network container:myshop-job-1 x',
  ]);
});

test('builds say what Compose says', () => {
  const compose = `services:\n  a:\n    image: shop/a:1\n    build: {context: api, dockerfile: docker/Dev, args: [A=1, FROM_ENV], target: dev}`;
  expect(commands(compose, { '.env': 'FROM_ENV=2' })[1]).toBe(
    'docker build --tag shop/a:1 --file api/docker/Dev --build-arg A=1 --build-arg FROM_ENV=2 --target dev api',
  );
});

test('profiles', () => {
  const compose = `services:\n  a: {image: x}\n  debug: {image: y, profiles: [dev]}`;
  expect(commands(compose)).toHaveLength(2);
  expect(notes(compose)).toEqual(['debug is left out: none of its profiles (dev) is active.']);
  expect(commands(compose, {}, { profiles: ['dev'] })).toHaveLength(3);
  expect(commands(compose, { '.env': 'COMPOSE_PROFILES=test,dev' })).toHaveLength(3);
});

test('anchors, merge keys, extensions, and files over files', () => {
  const compose = `x-common: &common {restart: always, environment: {A: 1}}\nservices:\n  a: {<<: *common, image: x, command: [one]}`;
  const over = `services:\n  a: {command: [two], environment: [B=2], ports: !override ["1:1"], restart: !reset null}`;
  expect(lastWords(compose, { 'o.yaml': over }, { files: ['compose.yaml', 'o.yaml'] }).slice(8)).toEqual([
    '--env',
    'A=1',
    '--env',
    'B=2',
    '--publish',
    '1:1',
    'x',
    'two',
  ]);
});

test('extends and include, with paths of their own folders', () => {
  const compose = `include: [more/compose.yaml]\nservices:\n  a:\n    extends: {file: base/b.yaml, service: base}\n    environment: {B: 2}`;
  const found = commands(compose, {
    'base/b.yaml': 'services:\n  base: {build: ./api, env_file: e.env, volumes: ["./d:/d"]}',
    'base/e.env': 'A=1',
    'more/compose.yaml': 'services:\n  z: {build: ., environment: {T: $T}}',
    'more/.env': 'T=9',
  });
  expect(found).toContain('docker build --tag myshop-a base/api');
  expect(found).toContain('docker build --tag myshop-z more');
  expect(found).toContain(
    'docker run --detach --name myshop-z-1 --network myshop_default --network-alias z --env T=9 myshop-z',
  );
  expect(found).toContain(
    'docker run --detach --name myshop-a-1 --network myshop_default --network-alias a --env A=1 --env B=2 --volume "$PWD"/base/d:/d myshop-a',
  );
});

test.each([
  ['services:\n  a:\n    imagee: x\n', '3:13 Compose knows no key services.a.imagee. Did you mean image?'],
  ['services:\n  a:\n   image: x\n  b:\n image: y', /^4:5 This is not valid YAML: /],
  [
    'services:\n  a:\n    environment: {A: 1}',
    '3:5 The service a says neither which image it has (image) nor how to build it (build). Give it one of the two.',
  ],
  [service('volumes: [data:/d]'), /^4:15 There is no volume “data”/],
  [service('networks: [back]'), /There is no network “back”/],
  [service('depends_on: [db]'), /There is no service “db”/],
  [service('ports: ["http"]'), '4:13 services.a.ports.0 should be a port, such as "8080:80".'],
  [service('command: "a \'b"'), /services.a.command should be a command/],
  [service('image: "--privileged"').replace('image: x\n', ''), /should be the name of an image/],
  [service('container_name: -x'), /should be a name of letters/],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Compose’s own way to write a variable.
  [service('environment: {A: "${B:?say it}"}'), /^4:22 The variable B has to be set: say it\./],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Compose’s own way to write a variable.
  [service('environment: {A: "${B"}'), /is no variable as Compose writes them/],
  ['services:\n  a: {image: x, depends_on: [b]}\n  b: {image: x, depends_on: [a]}', /wait for each other: a → b → a/],
  ['services:\n  a: {image: x, extends: {service: b}}\n  b: {extends: {service: a}}', /wait for each other/],
  ['services: {a: {image: x, scale: 1000}}', /more than 100 containers/],
  ['', /There are no services in it/],
  [service('user: "a\\0b"'), /null character/],
  ['services: [a]', /should be keys with values/],
  [
    'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]',
    /anchors cannot be followed/,
  ],
  [`a: ${'['.repeat(100_000)}`, /nested too deeply|not valid YAML/],
  [`a: ${'b'.repeat(600_000)}`, /more than 500 kB/],
])('%j is told', (compose, told) => {
  const [first = ''] = problems(compose);
  if (typeof told === 'string') expect(first).toBe(told);
  else expect(first).toMatch(told);
});

test('values that double and double are stopped', () => {
  const env = Array.from({ length: 40 }, (_, index) => `V${index + 1}=\${V${index}}\${V${index}}`).join('\n');
  expect(problems(service('environment: {A: $V40}'), { '.env': `V0=xx\n${env}` })[0]).toContain('is too long');
});

test('what cannot be said by plain commands is told, and so is a variable without a value', () => {
  expect(notes(service('gpus: all\ndevelop: {}\nenvironment: {A: $NOPE}\ndeploy: {placement: {}}'))).toEqual([
    'The variable NOPE is not set: nothing stands in its place.',
    'services.a.gpus is not translated: it is left out of the commands.',
    'services.a.develop changes nothing on a single engine, and is left out.',
    'services.a.deploy.placement changes nothing on a single engine, and is left out.',
  ]);
});

const nasty = `'; touch /tmp/x "$(id)" \`id\` $HOME | & > < * ? [a] {b,c} ~ # ! \\ -rf\n--name=y\t\u001b[31m`;

test('whatever is in a value is one word to a shell', () => {
  const of = (service: object) =>
    JSON.stringify({ services: { a: { image: 'x', ...service } } }).replaceAll('$', '$$$$');
  const found = wordsInBash([
    ...commands(of({ environment: { A: nasty }, command: [nasty, 'end'], labels: { k: nasty } })),
    ...commands(of({ hostname: nasty, user: '--privileged', tmpfs: [nasty], entrypoint: [nasty] })),
    ...commands(of({ build: '-f $(id)', volumes: ["./it's $(id):/d"], healthcheck: { test: ['CMD', 'a b', nasty] } })),
    ...commands(of({ build: { context: '.', dockerfile_inline: 'FROM x' }, volumes: ['~/x y:/d', '/a$(id):/e'] })),
  ]);
  expect(found.filter(word => word.includes('touch'))).toEqual([
    ...[`A=${nasty}`, `k=${nasty}`, nasty, nasty, nasty, nasty].sort(
      (one, other) => found.indexOf(one) - found.indexOf(other),
    ),
    expect.stringContaining("'a b' "),
  ]);
  for (const word of ['--privileged', "//it's $(id):/d", './-f $(id)', '/root/x y:/d', '/a$(id):/e'])
    expect(found).toContain(word);
});

test('the script ends at the first command that fails, and begins in the folder', () => {
  const script = composeScript(
    [
      { text: 'false', why: { code: '', params: {} } },
      { text: 'echo no', why: { code: '', params: {} } },
    ],
    '-a b',
  );
  expect(script).toBe("set -e\ncd './-a b'\nfalse\necho no\n");
});
