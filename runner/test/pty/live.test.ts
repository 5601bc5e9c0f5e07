import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { pruneNothing } from '../docker/prune-nothing.ts';
import { openEngineProxy } from './engine-proxy.ts';
import { bundleLab, openLab } from './lab.ts';
import {
  buildServer,
  clear,
  client,
  createNetwork,
  docker,
  network,
  remove,
  runClient,
  runServer,
  server,
} from './workbench.ts';

beforeAll(async () => {
  bundleLab();
  await clear();
});
afterEach(clear);
afterAll(clear);

/** The row of an objective, with its sign: enough of its title to find it at 120 columns. */
function row(id: string, sign: string): RegExp {
  const title = networkedContainers.objectives.find(objective => objective.id === id)?.title.en ?? id;
  return new RegExp(`${sign} ${title.slice(0, 30).replaceAll(/[^\w ]/g, '.')}`);
}

it('turns objectives green and red live, as docker commands are typed in another terminal, whatever is pruned', async () => {
  await buildServer();
  await using terminal = openLab({ columns: 140, rows: 40 });
  await terminal.sees('q quit');
  terminal.type('1');
  await terminal.sees(row('custom-network', '✖'));

  for (const words of pruneNothing) await docker(...words);
  await createNetwork();
  await terminal.sees(`network ${network} created`);
  await runServer();
  await terminal.sees(`container ${server} started`);
  await terminal.sees(row('server-answers', '✔'));
  await terminal.sees(row('own-image', '✔'));
  await runClient();
  await terminal.sees(row('custom-network', '✔'));
  await terminal.sees(row('periodic-requests', '✔'), 60_000);
  await terminal.sees(row('by-name', '✔'), 60_000);
  await terminal.sees('Challenge complete!', 60_000);
  await terminal.sees(/20\/20/);

  await remove(client);
  await terminal.sees(`container ${client} removed`);
  await terminal.sees(row('custom-network', '✖'), 60_000);
  await terminal.sees('no longer met');

  await docker('stop', '--time', '0', server);
  await terminal.sees(row('server-answers', '✖'), 60_000);

  terminal.type('q');
  expect(await terminal.ends()).toBe(0);
  await terminal.sees('Challenge 1, Networked containers:');
  expect(await docker('ps', '--all', '--quiet', '--filter', 'label=estaleiro.purpose')).toBe('');
});

it('shows that the engine has gone, and goes on when it is back', async () => {
  await using proxy = await openEngineProxy();
  await using terminal = openLab({ columns: 140, rows: 40, env: { DOCKER_HOST: proxy.address } });
  await terminal.sees('q quit');
  terminal.type('1');
  await terminal.sees(row('custom-network', '✖'));
  await terminal.sees('checked just now');

  await proxy.shut();
  await terminal.sees('The engine does not answer');
  await terminal.sees('trying again');
  await terminal.sees(row('custom-network', '✖'));

  await proxy.open();
  await terminal.sees('the engine is back');
  await terminal.loses('The engine does not answer');
  await createNetwork();
  await terminal.sees(`network ${network} created`);
  terminal.type('q');
  expect(await terminal.ends()).toBe(0);
});
