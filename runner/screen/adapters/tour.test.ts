import { expect, it } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import type { ConnectedEngine } from '../../app/lab.ts';
import { EngineError } from '../../engine/engine.ts';
import type { Facts } from '../../engine/facts.ts';
import { fakeContainer, fakeFacts, fakeNetwork } from '../../test/fakes/facts.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { screenTour } from './tour.ts';

const labels = { 'estaleiro.challenge': networkedContainers.id };
const never = new AbortController().signal;

/** A tour on an engine that has these things, and removes what it is asked for. */
function tourOn(facts: Facts) {
  const asked: unknown[] = [];
  const engine = {
    address: 'unix:///nowhere.sock',
    facts: async () => facts,
    removeLabelled: async (wanted: unknown) => {
      asked.push(wanted);
      return [];
    },
  };
  const tour = screenTour({ root: process.cwd(), env: {} }, async () => ({ engine }) as unknown as ConnectedEngine);
  const run = (command: string, language: 'en' | 'pt-BR' = 'en') =>
    tour.run(networkedContainers, command, { language, signal: never, output: () => {} });
  return { tour, run, asked };
}

it('tells what is in the way, and what an earlier run has left', async () => {
  const { tour } = tourOn(
    fakeFacts({
      containers: [fakeContainer('server', { labels }), fakeContainer('client'), fakeContainer('other')],
      networks: [fakeNetwork('app-net', { labels }), fakeNetwork('mine')],
    }),
  );
  expect(await tour.look(networkedContainers, never)).toEqual({
    taken: [{ kind: 'container', name: 'client', removal: 'docker rm --force client' }],
    things: [
      { kind: 'container', name: 'server' },
      { kind: 'network', name: 'app-net' },
    ],
    steps: [0, 2],
  });
});

it('does not run a command, edited or not, that needs a name which is not the lab’s, and says so', async () => {
  const { run } = tourOn(fakeFacts({ containers: [fakeContainer('mine')] }));
  const end = await run('docker run --detach --name mine server', 'pt-BR');
  expect(end.exitCode).toBeUndefined();
  expect(end.message).toMatch(/já estão em uso.*contêiner mine.*docker rm --force mine/);
});

it('says in a sentence each what is in the way, and in plain words that there is no engine', async () => {
  const { message } = await tourOn(fakeFacts({ networks: [fakeNetwork('mine')] })).run('docker network create mine');
  expect(message).toContain('network mine. ');
  const gone = async () => Promise.reject(new EngineError('unreachable', 'look: connect ENOENT /run/x.sock'));
  const tour = screenTour({ root: process.cwd(), env: {} }, gone);
  const end = await tour.run(networkedContainers, 'docker ps', { language: 'pt-BR', signal: never, output: () => {} });
  expect(end.message).toBe(`${walkthroughMessages['pt-BR'].engineLost}.`);
});

it('says why a command cannot be run without a shell', async () => {
  expect((await tourOn(fakeFacts()).run('docker ps | head')).message).toContain('needs a shell');
});

it('removes by the label of the challenge, and nothing else', async () => {
  const { tour, asked } = tourOn(fakeFacts());
  await tour.remove(networkedContainers, never);
  expect(asked).toEqual([labels]);
});

it('does not wait for an engine that never comes once it is told to stop', async () => {
  const stopping = new AbortController();
  const tour = screenTour({ root: '/', env: {} }, () => new Promise(() => {}));
  const looking = tour.look(networkedContainers, stopping.signal);
  stopping.abort(new Error('leaving'));
  await expect(looking).rejects.toThrow('leaving');
});
