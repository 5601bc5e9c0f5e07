import { expect, test } from 'vitest';
import type { Removal } from '../sandbox/script-follower.ts';
import { removalWatch } from './removal-watch.ts';
import { decide } from './rules/decide.ts';
import type { Upstream } from './upstream.ts';

function watching(known: Readonly<Record<string, object>>) {
  const seen: string[] = [];
  const told: Removal[] = [];
  let look: Promise<void> = Promise.resolve();
  const upstream = { ask: async (path: string) => known[path] as never } as unknown as Upstream;
  const watch = removalWatch(upstream, {
    onRemoval: async removal => {
      told.push(removal);
      await look;
      seen.push(removal.name);
    },
    onRebuild: () => void seen.push('rebuilt'),
  });
  const ask = (line: string, body?: object) => {
    const [method = '', path = ''] = line.split(' ');
    const decision = decide({ method, path, ...(body === undefined ? {} : { body: body as never }) });
    if (!decision.allow) throw new Error(decision.reason.code);
    return watch(decision);
  };
  const lookTakes = (promise: Promise<void>) => {
    look = promise;
  };
  return { ask, seen, told, lookTakes };
}
const web = { Name: '/web', State: { Running: true } };
const known = {
  '/v1.41/containers/web/json': web,
  '/v1.41/containers/a1b2/json': web,
  '/v1.41/containers/old/json': { Name: '/old', State: { Running: false } },
  '/v1.41/networks/rede': { Name: 'rede' },
};

test('a removal waits for the look, under the name that the engine has', async () => {
  const { ask, seen, told, lookTakes } = watching(known);
  await ask('POST /v1.41/containers/create', { Image: 'x' });
  const look = Promise.withResolvers<void>();
  lookTakes(look.promise);
  const removals = Promise.all([ask('DELETE /v1.41/containers/a1b2?force=1'), ask('DELETE /v1.41/networks/rede')]);
  await new Promise(setImmediate);
  expect(seen).toEqual(['rebuilt']);
  look.resolve();
  await removals;
  expect(told).toEqual([
    { of: 'container', name: 'web', command: 'docker rm web', isNew: true },
    { of: 'network', name: 'rede', command: 'docker network rm rede', isNew: false },
  ]);
});

test('what is not there, or does not run, is nothing to look at', async () => {
  const { ask, told } = watching(known);
  await ask('POST /v1.41/containers/create', { Image: 'x' });
  await ask('DELETE /v1.41/containers/nobody?force=1');
  await ask('POST /v1.41/containers/old/stop');
  expect(told).toEqual([]);
  await ask('DELETE /v1.41/containers/old');
  expect(told).toMatchObject([{ name: 'old', isNew: true }]);
});

test('what runs aside is worth a look, and takes the place of nothing', async () => {
  const { ask, seen, told } = watching(known);
  await ask('POST /v1.41/containers/create', { Image: 'x', AttachStdout: true, HostConfig: { AutoRemove: true } });
  await ask('POST /v1.41/containers/web/stop');
  expect(seen).toEqual(['web']);
  expect(told).toMatchObject([{ command: 'docker stop web', isNew: true }]);
});

test('what the engine will refuse takes nothing away, and building anew is no cleaning up', async () => {
  const { ask, seen, told } = watching({
    ...known,
    '/v1.41/networks/used': { Name: 'used', Containers: { a1b2: {} } },
  });
  await ask('DELETE /v1.41/containers/web');
  await ask('DELETE /v1.41/networks/used');
  expect(told).toEqual([]);
  await ask('DELETE /v1.41/containers/web?force=1');
  await ask('DELETE /v1.41/containers/old');
  expect(told.map(({ name }) => name)).toEqual(['web', 'old']);
  await ask('POST /v1.41/build?t=web');
  expect(seen.at(-1)).toBe('rebuilt');
});
