import { expect, test } from 'vitest';
import { fakeContainer, fakeFacts, fakeNetwork } from '../test/fakes/facts.ts';
import { keepSame } from './same-facts.ts';

const [server, client] = [fakeContainer('server'), fakeContainer('client')];
const before = fakeFacts({ containers: [server, client], imageTags: ['server:latest'] });

test('where nothing has changed the facts are the same object', () => {
  expect(keepSame(before, structuredClone(before))).toBe(before);
});

test('only what has changed is another object', () => {
  const now = {
    ...structuredClone(before),
    containers: [fakeContainer('server'), { ...client, state: 'exited' as const }],
  };
  const kept = keepSame(before, now);
  expect(kept.containers[0]).toBe(server);
  expect(kept.containers[1]).not.toBe(client);
  expect(kept.networks).toBe(before.networks);
  expect(kept).toEqual(now);
});

test('what has gone, come or changed its place is told', () => {
  const networks = [...before.networks, fakeNetwork('rede')];
  expect(keepSame(before, { ...before, networks }).networks).toEqual(networks);
  expect(keepSame(before, { ...before, containers: [client] }).containers).toEqual([client]);
  expect(keepSame(before, { ...before, containers: [client, server] }).containers).toEqual([client, server]);
  expect(keepSame(before, { ...before, imageTags: [] }).imageTags).toEqual([]);
});

test('the order in which the engine lists networks and tags says nothing', () => {
  const both = { ...before, networks: [fakeNetwork('a'), fakeNetwork('b')], imageTags: ['a:1', 'b:1'] };
  const turned = { ...both, networks: [...both.networks].reverse(), imageTags: ['b:1', 'a:1'] };
  expect(keepSame(both, turned)).toBe(both);
  expect(keepSame(both, { ...turned, imageTags: ['c:1', 'b:1'] }).networks).toBe(both.networks);
});
