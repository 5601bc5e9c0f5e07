import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../../../challenges/01-networked-containers/challenge.ts';
import { engineEvent } from '../../../engine/dockerode/read-event.ts';
import type { EngineEvent, Facts } from '../../../engine/facts.ts';
import { fakeContainer, fakeFacts } from '../../../test/fakes/facts.ts';
import type { LogEntry } from '../../state.ts';
import { commandFor } from './command.ts';
import { foldEvent } from './fold.ts';
import { commandLogMessages } from './texts.ts';
import { wordsFor } from './words.ts';

/** One event after another; `at` in seconds. */
function fold(events: readonly EngineEvent[], facts?: Facts): readonly LogEntry[] {
  const names: Record<string, string> = {};
  return events.reduce<readonly LogEntry[]>((log, event, at) => {
    const next = foldEvent(log, event, { at, facts, names });
    if (event.type === 'container' && next !== log) names[event.id] = event.attributes.name ?? '';
    return next;
  }, []);
}

function commands(log: readonly LogEntry[]): (string | undefined)[] {
  return log.map(entry => (entry.kind === 'command' ? commandFor(entry, networkedContainers) : entry.kind));
}

function words(log: readonly LogEntry[]): string[] {
  return log.flatMap(entry => (entry.kind === 'command' ? [wordsFor(commandLogMessages.en, entry)] : []));
}

function event(seconds: number, what: string, attributes: Record<string, string> = {}, id = 'f00d'): EngineEvent {
  const [type = '', action = ''] = what.split(' ');
  const at = new Date(Date.UTC(2026, 10, 20, 12) + seconds * 1000).toISOString();
  return { at, type, action, id, attributes: { name: 'api', image: 'api', ...attributes } };
}

describe('the events of docker commands, as Docker 20.10 tells them', () => {
  const file = new URL('../../../test/fixtures/engine-20.10/events-by-hand.json', import.meta.url);
  const log = fold(JSON.parse(readFileSync(file, 'utf8')).map(engineEvent));

  it('are folded into the commands that were typed', () => {
    expect(commands(log)).toEqual([
      'docker network create t-net',
      'docker volume create v1',
      // Made by the next command in passing: once the container has been looked at, it goes.
      'docker volume create v2',
      'docker run --detach --name aa lab/redis:8',
      'docker restart aa',
      'docker stop aa',
      'docker start aa',
      'docker pause aa',
      'docker unpause aa',
      'docker rename aa bb',
      'docker network connect bridge bb',
      'docker network disconnect bridge bb',
      'docker kill bb',
      'docker start bb',
      'docker rm --force bb',
      'docker run --detach --rm --name qq lab/node:26-dev',
      undefined,
      'docker create --name zz lab/redis:8',
      'docker rm zz',
      'docker build --tag my:1 .',
      undefined,
      'docker network rm t-net',
      'docker volume rm v1',
      'docker volume rm v2',
    ]);
  });

  it('are told in words', () => {
    expect(words(log)).toContain('container aa stopped (exit code 0)');
    expect(words(log)).toContain('container qq ended by itself (exit code 1) and removed itself');
    expect(words(log)).toContain('an image has lost its name');
  });
});

describe('a container that ends by itself', () => {
  it('is one entry however often the engine starts it again', () => {
    const crash = (at: number) => [
      event(at, 'container die', { exitCode: '1' }),
      event(at + 0.05, 'network disconnect', { container: 'f00d', name: 'app-net' }, 'net'),
      event(at + 0.2, 'network connect', { container: 'f00d', name: 'app-net' }, 'net'),
      event(at + 0.4, 'container start'),
    ];
    const facts = fakeFacts({ containers: [{ ...fakeContainer('api'), id: 'f00d', restartPolicy: 'always' }] });
    const log = fold(
      [event(0, 'container create'), event(0.2, 'container start'), ...crash(1), ...crash(2), ...crash(40)],
      facts,
    );
    expect(words(log)).toEqual([
      'container api started, from image api',
      'container api ends by itself (exit code 1), and is started again: 3×; its log may say why',
    ]);
    expect(commands(log).at(-1)).toBe('docker logs --tail 20 api');
  });

  it('is started by hand where it has no restart policy', () => {
    const facts = fakeFacts({ containers: [{ ...fakeContainer('api'), id: 'f00d' }] });
    const log = fold([event(0, 'container die', { exitCode: '0' }), event(0.4, 'container start')], facts);
    expect(commands(log)).toEqual(['docker logs --tail 20 api', 'docker start api']);
  });
});

it('takes a container that has to be killed after ten seconds for stopped', () => {
  const log = fold([
    event(0, 'container kill', { signal: '15' }),
    event(10, 'container kill', { signal: '9' }),
    event(10.1, 'container die', { exitCode: '137' }),
    event(10.2, 'container stop'),
  ]);
  expect(commands(log)).toEqual(['docker stop api']);
  expect(words(log)).toEqual(['container api stopped (exit code 137)']);
});

it('tells a signal that ends nothing', () => {
  expect(commands(fold([event(0, 'container kill', { signal: '1' })]))).toEqual(['docker kill --signal 1 api']);
});

it('takes a start long after the creation for a command of its own', () => {
  const log = fold([event(0, 'container create'), event(60, 'container start')]);
  expect(commands(log)).toEqual(['docker create --name api api', 'docker start api']);
});

it('folds what was pruned into one command', () => {
  const gone = (at: number, name: string) => event(at, 'container destroy', { name }, name);
  const log = fold([gone(0, 'a1'), gone(0.1, 'b2'), event(0.2, 'container prune', { reclaimed: '0' }, '')]);
  expect(commands(log)).toEqual(['docker container prune']);
  expect(words(log)).toEqual(['2 containers not in use removed']);
  expect(fold([event(0, 'volume prune', {}, '')])).toEqual([]);
});

it('names the build command of the role whose image was built', () => {
  expect(commands(fold([event(0, 'image tag', { name: 'server:latest' }, 'sha256:1')]))).toEqual([
    'docker build --tag server server',
  ]);
});

it.each([
  ['a build step’s container', event(0, 'container create', { name: 'jolly_euler', image: 'sha256:c3ff' })],
  ['its network', event(0, 'network connect', { name: 'bridge', container: 'c3ff' })],
  ['an image without a name', event(0, 'image tag', { name: 'sha256:6f9f' })],
  ['a volume that the engine named', event(0, 'volume create', {}, 'a'.repeat(64))],
  ['what it does not know', event(0, 'plugin enable')],
])('leaves out %s', (_what, left) => {
  expect(fold([left])).toEqual([]);
});

it('leaves out the network of a build step’s container that somebody has looked at', () => {
  const step = { ...fakeContainer('great_panini'), id: 'c3ff', image: 'sha256:c3ff' };
  const left = event(0, 'network disconnect', { name: 'bridge', container: 'c3ff' }, 'net');
  expect(fold([left], fakeFacts({ containers: [step] }))).toEqual([]);
});

it('names the container that joined a network, whoever has seen it first', () => {
  const facts = fakeFacts({ containers: [{ ...fakeContainer('cliente'), id: 'beef' }] });
  const joined = event(0, 'network connect', { name: 'minha-rede', container: 'beef' }, 'net');
  expect(commands(fold([joined], facts))).toEqual(['docker network connect minha-rede cliente']);
});
