import { expect, test } from 'vitest';
import { $ } from 'zx/core';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { whyNotRunning } from '../../checks/not-running.ts';
import type { Facts } from '../../engine/facts.ts';
import type { BindingReport } from '../../roles/binding-report.ts';
import { commandFor } from '../../screen/widgets/commands/command.ts';
import { runOptions } from '../../screen/widgets/commands/run-options.ts';
import { lookCommands } from '../../screen/widgets/map/look.ts';
import { sceneOf } from '../../screen/widgets/map/model.ts';
import { thingsOf } from '../../screen/widgets/map/scene.ts';
import { ServiceBench } from '../docker/service-container.ts';
import { connect } from '../docker/verdicts.ts';
import { inEnglish } from '../fakes/in-english.ts';

/** What the map and the command log print is for learners to type: it has to work as it stands. */
test('every command that the map prints works, and the log’s makes the container again', async () => {
  await using bench = await ServiceBench.make();
  await using connected = connect();
  const network = bench.name('server').replace(/-server$/, '');
  const data = await bench.volume('data');
  const given = ['--volume', `${data}:/data`, '--publish', '127.0.0.1::8080', '--env', 'GREETING=hello you'];
  await bench.start('server', 'lab/node:26', given, ['--eval', 'setInterval(() => {}, 1000)']);
  await bench.start('client', 'lab/node:26', [], ['--eval', 'process.exit(3)']);
  await bench.exitCode('client');

  const facts = await connected.engine.facts({});
  const said = new Set(
    thingsOf(sceneOf(networkedContainers, facts, [played('server'), played('client')], 'en')).flatMap(lookCommands),
  );
  const nothing: Facts = { containers: [], networks: [], volumes: [], images: [], imageTags: [] };
  for (const thing of thingsOf(sceneOf(networkedContainers, nothing, [], 'en'))) {
    for (const command of lookCommands(thing)) said.add(command);
  }
  expect([...said].some(command => command.startsWith('docker port'))).toBe(true);
  const failed = await Promise.all(
    [...said].map(async command => {
      const { exitCode, stderr } = await $({ quiet: true, nothrow: true })`sh -c ${command}`;
      return exitCode === 0 ? [] : [`${command}: ${stderr}`];
    }),
  );
  expect(failed.flat()).toEqual([]);

  const options = optionsOf(facts);
  const entry = { kind: 'command', at: 0, deed: 'run', id: '', name: '', began: 0, ended: 0, options } as const;
  const command = commandFor(entry, networkedContainers) ?? '';
  expect(command).toContain(`--network ${network} --network-alias server --publish 127.0.0.1:`);
  await bench.change('server', 'rm');
  const labelled = command.replace('docker run', `docker run --label estaleiro.test=${network}`);
  await $({ quiet: true })`sh -c ${labelled}`;
  expect(optionsOf(await connected.engine.facts({}))).toEqual(options);

  function played(role: string): BindingReport {
    return { role, name: bench.name(role), how: 'bind', because: [], candidates: [] };
  }

  function optionsOf(seen: Facts): string[] {
    const server = seen.containers.find(({ name }) => name === bench.name('server'));
    if (server === undefined) throw new Error('the server is gone');
    return runOptions(server, seen);
  }
});

test('a port of the host that another container has is told with its name, and the next command takes another one', async () => {
  await using bench = await ServiceBench.make();
  await using connected = connect();
  const idle = ['--eval', 'setInterval(() => {}, 1000)'];
  await bench.start('holder', 'lab/node:26', ['--publish', '127.0.0.1::8080'], idle);
  const seen = async (short: string) => {
    const facts = await connected.engine.facts({});
    const container = facts.containers.find(({ name }) => name === bench.name(short));
    if (container === undefined) throw new Error(`${short} is gone`);
    return { facts, container };
  };
  const port = (await seen('holder')).container.ports.flatMap(({ host }) => host)[0]?.port;
  await expect(bench.start('server', 'lab/node:26', ['--publish', `${port}:8080`], idle)).rejects.toThrow();
  const [role] = networkedContainers.roles;
  if (role === undefined) throw new TypeError('challenge 1 has roles');
  const stopped = { ...(await seen('server')), role, challenge: networkedContainers };
  const { observed, next } = whyNotRunning(stopped);
  expect(inEnglish(observed)).toContain(`Port ${port} of the host is taken by \`${bench.name('holder')}\``);
  const network = bench.name('server').replace(/-server$/, '');
  await $({ quiet: true })`sh -c ${next.replace('docker run', `docker run --label estaleiro.test=${network}`)}`;
  const { container } = await seen('server');
  expect(container.state).toBe('running');
  expect(container.ports.flatMap(({ host }) => host).every(at => at.port > Number(port))).toBe(true);
});
