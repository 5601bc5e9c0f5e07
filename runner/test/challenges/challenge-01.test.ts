import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../../challenges/01-networked-containers/challenge.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import type { Verdict } from '../../checks/verdict.ts';
import { label } from '../../engine/labels.ts';
import { folderOf, having, type VerdictOptions, verdicts as verdictsOf } from '../docker/verdicts.ts';
import { variants } from './challenge-01-variants.ts';
import { bases } from './debian-bases.ts';
import { debianImage, removeDebianImages } from './debian-image.ts';

const folder = folderOf(challenge);
const verdicts = (options: VerdictOptions = {}) => verdictsOf(challenge, options);

const every = challenge.objectives.map(({ id }) => id);

beforeAll(async () => {
  await Promise.all(Object.values(bases).map(debianImage));
});
afterAll(removeDebianImages);

test.each(variants)('$manner', async ({ script, players, but }) => {
  await using docker = await LabelledDocker.make();
  await docker.sh('-ec', script);
  const report = await verdicts({ disrupt: false });
  expect(report.bindings.map(({ name }) => name)).toEqual(players);
  const found = Object.fromEntries(report.objectives.map(({ id, verdict }) => [id, verdict]));
  const wanted: Record<string, Verdict> = Object.fromEntries(every.map(id => [id, but[id] ?? 'pass']));
  expect(found, JSON.stringify(report.objectives, undefined, 1)).toEqual(wanted);
});

test('the reference solution is not restarted unless that is asked for', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(join(folder, 'solution/up.sh'));
  const startedAt = () => docker.sh('-c', 'docker inspect --format {{.State.StartedAt}} server');
  const before = await startedAt();
  const report = await verdicts({ disrupt: false });
  expect(await startedAt()).toBe(before);
  expect(having(report, 'unknown')).toEqual(['survives-restart']);
  expect(report.objectives.at(-1)?.next).toBe('docker restart server');

  await docker.sh('-c', 'docker restart server');
  expect(having(await verdicts({ disrupt: false, record: 'restarted-by-hand' }), 'pass')).toContain('survives-restart');
});

/** A server of the learner's own in as little as it takes, listening on `port`. */
const server = (image: string, port: number) =>
  `printf 'FROM lab/node:26\\nCMD ["-e", "require(\\\\"http\\\\").createServer((q, r) => r.end(\\\\"oi\\\\")).listen(${port})"]\\n' | docker build --tag ${image} - `;

test('a solution with names, port and client of its own is recognised beside other projects, which are left alone', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(
    '-ec',
    `docker network create loja_default
    docker run --detach --name loja-db --network loja_default --entrypoint sleep lab/node:26-dev 600
    docker run --detach --name loja-web --network loja_default --publish 127.0.0.1::9000 --label com.docker.compose.project=loja \\
      --entrypoint node lab/node:26-dev -e 'require("http").createServer((q, r) => r.end()).listen(9000)'
    docker run --detach --name solto --entrypoint sleep lab/node:26-dev 600
    docker network create minha-rede
    ${server('maria/servidor', 5000)}
    docker run --detach --name servidor --network minha-rede maria/servidor
    docker run --detach --name cliente --network minha-rede --entrypoint sh lab/node:26-dev \\
      -c 'while true; do wget -qO- http://servidor:5000/; echo; sleep 1; done'`,
  );
  const others = () =>
    docker.sh(
      '-c',
      "docker inspect --format '{{.Name}} {{.State.Status}} {{.State.StartedAt}}' loja-db loja-web solto",
    );
  const before = await others();
  const report = await verdicts({ disrupt: false, record: 'other-names' });
  expect(report.bindings.map(({ role, name }) => [role, name])).toEqual([
    ['server', 'servidor'],
    ['client', 'cliente'],
  ]);
  expect(report.score).toMatchObject({ earned: 20, possible: 20 });
  expect(await others()).toBe(before);
});

test('roles are found by who calls whom where the names say nothing', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(
    '-ec',
    `docker network create rede
    ${server('zebra', 7777)}
    docker run --detach --name tucano --network rede zebra
    docker run --detach --name arara --network rede --entrypoint sh lab/node:26-dev \\
      -c 'h=tuc; while true; do wget -qO- http://\${h}ano:7777/; sleep 1; done'`,
  );
  const report = await verdicts({ disrupt: true, record: 'structure' });
  expect(report.bindings.map(({ role, name, how }) => [role, name, how])).toEqual([
    ['server', 'tucano', 'structure'],
    ['client', 'arara', 'structure'],
  ]);
  expect(report.score.earned).toBe(20);
  // Bound by structure alone, nobody is disturbed, even where disturbing is allowed.
  expect(having(report, 'unknown')).toEqual(['survives-restart']);
});

test('two clients that could each be meant are not guessed at, and --bind settles it', async () => {
  await using docker = await LabelledDocker.make();
  // Two programs: of two copies of one, the later is taken.
  const inShell = `docker run --detach --name cliente-a --network rede2 --entrypoint sh lab/node:26-dev -c 'while true; do wget -qO- http://servidor:5000/; sleep 1; done'`;
  const inNode = `docker run --detach --name cliente-b --network rede2 lab/node:26 -e 'setInterval(() => fetch("http://servidor:5000/").catch(() => {}), 1000)'`;
  await docker.sh(
    '-ec',
    `docker network create rede2
    ${server('servidor2', 5000)}
    docker run --detach --name servidor --network rede2 servidor2
    ${inShell}
    ${inNode}`,
  );
  const report = await verdicts({ disrupt: false, record: 'two-clients' });
  expect(report.bindings.find(({ role }) => role === 'client')).toMatchObject({ how: 'ambiguous', name: undefined });
  expect(report.objectives.find(({ id }) => id === 'custom-network')).toMatchObject({
    verdict: 'unknown',
    next: 'lab verify 1 --bind client=cliente-a',
  });
  const settled = await verdicts({ binds: { client: 'cliente-b' }, disrupt: false });
  expect(settled.bindings.find(({ role }) => role === 'client')).toMatchObject({ how: 'bind', name: 'cliente-b' });
  expect(settled.score.earned).toBe(20);
});

test('what lab up made may be restarted without asking', async () => {
  await using docker = await LabelledDocker.make();
  const mark = `--label ${label.challenge}=${challenge.id}`;
  await docker.sh(
    '-ec',
    `docker network create rede3
    ${server('servidor3', 5000)}
    docker run --detach --stop-timeout 1 --name servidor ${mark} --network rede3 servidor3
    docker run --detach --name cliente ${mark} --network rede3 --entrypoint sh lab/node:26-dev \\
      -c 'while true; do wget -T 2 -qO- http://servidor:5000/; sleep 1; done'`,
  );
  expect(having(await verdicts({ disrupt: false }), 'pass')).toContain('survives-restart');
});
