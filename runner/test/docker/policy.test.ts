import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PolicyProxy, startPolicyProxy } from '../../grading/policy/policy-proxy.ts';

const run = promisify(execFile);

/** Every docker command on the PATH: a class has old ones and new ones. */
const { stdout: found } = await run('sh', ['-c', 'which -a docker']);
const clients = [
  ...new Set(
    await Promise.all(
      found
        .trim()
        .split('\n')
        .map(path => realpath(path)),
    ),
  ),
];

const engine = process.env.DOCKER_HOST ?? '';
const label = `policy-test=${randomBytes(6).toString('hex')}`;
let folder: string;
let proxy: PolicyProxy;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-policy-'));
  proxy = await startPolicyProxy({
    upstream: engine.slice('unix://'.length),
    listen: join(folder, 'policy.sock'),
    signal: new AbortController().signal,
  });
  await mkdir(join(folder, 'app'));
  await writeFile(
    join(folder, 'app/Dockerfile'),
    'FROM lab/node:26-dev\nUSER root\nARG WORD\nRUN echo "$WORD" > /word\n',
  );
});
afterEach(clean);
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Goes past the policy. */
async function clean(): Promise<void> {
  const filter = `--filter label=${label}`;
  const remove = (list: string, removal: string) => run('sh', ['-c', `docker ${list} | xargs -r docker ${removal}`]);
  await remove(`ps --all --quiet ${filter}`, 'rm --force --volumes');
  await remove(`network ls --quiet ${filter}`, 'network rm');
  await remove(`volume ls --quiet ${filter}`, 'volume rm');
  await remove(`images --quiet ${filter} | sort -u`, 'rmi --force');
}

/** A script of a learner's, with the given client, through the policy. `LABEL` marks what has to be cleaned away. */
async function learner(client: string, script: string): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DOCKER_HOST: `unix://${folder}/policy.sock`, DOCKER_BUILDKIT: '0', LABEL: label };
  const child = spawn('bash', ['-c', `docker() { '${client}' "$@"; }; set -e; ${script}`], { env, cwd: folder });
  let output = '';
  child.stdin.end();
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output };
}

describe.each(clients)('%s', client => {
  test('what learners do goes through', async () => {
    const script = `
      docker network create --label $LABEL --subnet 10.213.77.0/24 policy-net
      docker volume create --label $LABEL policy-data
      docker build --label $LABEL --build-arg WORD=built --tag policy-app:1 --target '' app
      docker build --quiet --compress --label $LABEL app
      tar -C app -c . | docker build --quiet --label $LABEL -
      tar -C app -cz . | docker build --quiet --label $LABEL -
      docker run --detach --label $LABEL --name policy-web --network policy-net --network-alias web --publish 127.0.0.1::8080 \
        --volume policy-data:/data --tmpfs /scratch:size=1m --env A=b --workdir / --user 0 --restart on-failure:2 --init \
        --health-cmd true --memory 128m --cpus 0.5 --add-host other:10.0.0.1 --hostname web --cap-drop ALL \
        --security-opt no-new-privileges --stop-signal KILL --entrypoint sh policy-app:1 \
        -c 'echo begun; cat /word; sleep 600'
      docker logs --follow policy-web & until docker logs policy-web | grep -q built; do sleep 0.1; done; kill %1
      docker exec policy-web sh -c 'echo kept > /data/file'
      echo through-exec | docker exec --interactive policy-web cat
      docker run --rm --label $LABEL --network container:policy-web --volume policy-data:/data:ro --entrypoint cat \
        policy-app:1 /data/file
      echo through-run | docker run --rm --interactive --label $LABEL --entrypoint cat policy-app:1
      docker cp policy-web:/word . && docker cp word policy-web:/copy && docker exec policy-web cat /copy
      docker port policy-web 8080 && docker top policy-web >&2 && docker stats --no-stream policy-web >&2
      docker network disconnect policy-net policy-web && docker network connect --alias again policy-net policy-web
      docker rename policy-web policy-server && docker restart --time 0 policy-server && docker pause policy-server
      docker unpause policy-server && docker inspect policy-server policy-net policy-data >/dev/null
      docker stop --time 0 policy-server && docker wait policy-server && docker rm policy-server
      docker tag policy-app:1 policy-app:2 && docker rmi policy-app:2 && docker image history policy-app:1 >/dev/null
      docker ps --all --filter name=policy-; docker images >/dev/null; docker info >/dev/null; docker version >/dev/null
      docker events --since 1m --until "$(date +%s)" >/dev/null; docker system df >/dev/null
      docker network rm policy-net && docker volume rm policy-data
      docker run --rm --label $LABEL --entrypoint sh policy-app:1 -c 'exit 7' || echo "ended with $?"`;
    const { code, output } = await learner(client, script);
    expect(output).not.toMatch(/Error response/);
    expect(code, output).toBe(0);
    for (const line of ['built', 'through-exec', 'kept', 'through-run', 'ended with 7'])
      expect(output.split('\n')).toContain(line);
    expect(proxy.refusals).toEqual([]);
  });
});

test('what is hostile is refused with a sentence, and nothing is made', async () => {
  const client = clients[0] ?? 'docker';
  const create = 'docker create --label $LABEL';
  const attempts: readonly (readonly [string, RegExp])[] = [
    [`${create} --privileged lab/node:26`, /--privileged/],
    [`${create} --volume /:/host lab/node:26`, /bind mount of \/ into \/host.*named volume/],
    [`${create} --volume /var/run/docker.sock:/var/run/docker.sock lab/node:26`, /bind mount/],
    [`${create} --network host lab/node:26`, /--network host/],
    [`${create} --network "$(docker network ls --quiet --filter name=^host$)" lab/node:26`, /--network host/],
    [`${create} --pid host lab/node:26`, /--pid/],
    [`${create} --cap-add SYS_ADMIN lab/node:26`, /--cap-add/],
    [`${create} --device /dev/null lab/node:26`, /--device/],
    [`${create} --security-opt seccomp=unconfined lab/node:26`, /seccomp=unconfined/],
    [`${create} --security-opt systempaths=unconfined lab/node:26`, /systempaths/],
    [`${create} --label estaleiro.session=x lab/node:26`, /estaleiro\.session/],
    ['docker volume create --label $LABEL --opt type=none --opt o=bind --opt device=/etc policy-etc', /--opt/],
    ['docker network create --label $LABEL --driver macvlan policy-lan', /macvlan/],
    ['docker tag lab/node:26-dev lab/node:26', /lab's/],
    ['docker rmi --force "$(docker images --quiet lab/probe)"', /lab's/],
    ['docker pull localhost:5000/app', /localhost:5000/],
    ['docker build --network host app', /--network host/],
    ['docker build http://127.0.0.1:1/context.tar', /from elsewhere|classic builder|unable to (prepare|detect)/i],
    ['docker save lab/node:26 >/dev/null', /images\/get/],
    ['docker swarm init', /swarm/],
    ['docker plugin install --grant-all-permissions x', /plugins/],
  ];
  const before = await census();
  for (const [script, sentence] of attempts) {
    const { code, output } = await learner(client, script);
    expect(output, script).toMatch(sentence);
    expect(code, script).not.toBe(0);
  }
  expect(await census()).toBe(before);
});

test('a context that the engine would take for a compressed one is refused, whatever its header says', async () => {
  const dockerfile = `FROM scratch\nCOPY Dockerfile /\nLABEL ${label}\n`;
  const archive = pack();
  archive.entry({ name: 'Dockerfile' }, dockerfile);
  archive.finalize();
  const tar = await buffer(archive);
  // A frame to skip, of such a length, in which there is what marks a tar archive.
  const skipped = Buffer.alloc(512 + 8);
  skipped.writeUInt32LE(0x184d2a5a, 0);
  skipped.writeUInt32LE(512, 4);
  skipped.write('ustar', 257);
  const disguised = Buffer.concat([skipped, zstdCompressSync(tar)]);
  const through = async (context: Buffer) => {
    const socketPath = join(folder, 'policy.sock');
    const asking = request({ socketPath, method: 'POST', path: '/v1.41/build', headers: { Host: 'docker' } });
    asking.end(context);
    const [answer] = await once(asking, 'response');
    return text(answer);
  };
  expect(await through(disguised)).toContain('no context that is compressed with zstd');
  expect(await through(zstdCompressSync(tar))).toContain('compressed with zstd');
  expect(await through(tar)).toContain('"aux"');
  expect(await through(gzipSync(tar))).toContain('"aux"');
});

/** All that there is of the learner's, and the lab's images, by id. */
async function census(): Promise<string> {
  const filter = `--filter label=${label}`;
  const lists = [
    `docker ps --all --quiet ${filter}`,
    `docker network ls --quiet ${filter}`,
    `docker volume ls --quiet ${filter}`,
    "docker images --no-trunc --format '{{.Repository}}:{{.Tag}} {{.ID}}' | grep ^lab/",
  ];
  return (await run('sh', ['-c', lists.join('; ')])).stdout;
}
