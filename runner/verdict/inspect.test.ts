import { expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import type { Engine } from '../engine/engine.ts';
import type { Facts } from '../engine/facts.ts';
import { noJournal } from '../test/fakes/journal.ts';
import { recordedEvidence } from '../test/fakes/recorded-evidence.ts';
import { inspect } from './inspect.ts';

/** An engine that answers what it is and what it has, and fails at everything else. */
function engineWith(facts: Facts): Engine {
  const answers = {
    version: async () => ({ version: '20.10.24', api: '1.41', os: 'linux', arch: 'amd64' }),
    facts: async () => facts,
  };
  return new Proxy(answers, {
    get: (target, name) => {
      if (name in target) return target[name as keyof typeof target];
      throw new Error(`inspection used ${String(name)}`);
    },
  }) as unknown as Engine;
}

const look = (facts: Facts, binds: Record<string, string> = {}) =>
  inspect(
    challenge,
    { engine: engineWith(facts), source: 'test', journal: noJournal },
    { binds, signal: new AbortController().signal },
  );

test('what the engine’s facts decide is told at once, what needs an experiment is pending', async () => {
  const { report, pending } = await look(recordedEvidence('solution').facts);
  const told = report.objectives.filter(({ id }) => !pending.includes(id));
  expect(told.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['custom-network', 'pass'],
    ['own-image', 'pass'],
    ['no-compose', 'pass'],
  ]);
  expect(report).toMatchObject({
    challenge: challenge.id,
    engine: { version: '20.10.24', source: 'test' },
  });
});

test('a network that is missing is told at once', async () => {
  const { report, pending } = await look(recordedEvidence('default-bridge').facts);
  expect(pending).not.toContain('custom-network');
  expect(report.objectives.find(({ id }) => id === 'custom-network')?.verdict).toBe('fail');
});

test('where a role is open everything is pending: a probe may yet find who plays it', async () => {
  const { pending } = await look(recordedEvidence('structure').facts);
  expect(pending).toEqual(challenge.objectives.map(({ id }) => id));
});

test('a name that was given is heeded', async () => {
  const { report } = await look(recordedEvidence('two-clients').facts, { client: 'cliente-b' });
  expect(report.bindings[1]).toMatchObject({ name: 'cliente-b', how: 'bind' });
});

test('while a role is open, what is about somebody who has the brief’s name is told all the same', async () => {
  const { facts } = recordedEvidence('solution');
  const alone = { ...facts, containers: facts.containers.filter(({ name }) => name === 'server') };
  const { report, pending } = await look(alone);
  expect(challenge.objectives.map(({ id }) => id).filter(id => !pending.includes(id))).toEqual(['own-image']);
  expect(report.objectives.find(({ id }) => id === 'own-image')?.verdict).toBe('pass');
});
