import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Finding } from '../../../setup/doctor/finding.ts';
import { runEffects } from '../../effects/run-effects.ts';
import type { EnginePort } from '../../ports.ts';
import type { ScreenEvent } from '../../state.ts';
import { idleWorld } from '../../test/world.ts';
import type { EngineEffect } from './effect.ts';
import type { EngineEventForScreen } from './engine-state.ts';

const look = (provide = false): EngineEffect => ({ to: 'engine', kind: 'look', provide, language: 'en' });
const examine: EngineEffect = { to: 'engine', kind: 'examine', language: 'pt-BR' };
const found: EngineEventForScreen = { kind: 'found', source: 'DOCKER_HOST' };

function stage(port: Partial<EnginePort>) {
  const told: ScreenEvent[] = [];
  const effects = runEffects(
    { ...idleWorld, engine: { ...idleWorld.engine, ...port } },
    event => told.push(event),
    new AbortController().signal,
  );
  return { told, ...effects };
}

it('looks as it is asked to, passes on what is told, and ends with the screen', async () => {
  const looks: Parameters<EnginePort['look']>[0][] = [];
  const { run, told, stop } = stage({
    look: async (options, tell) => {
      looks.push(options);
      tell(found);
    },
  });
  run(look(true));
  expect(looks).toMatchObject([{ provide: true, language: 'en' }]);
  expect(told).toEqual([{ kind: 'engine', event: found }]);
  await stop();
  expect(looks[0]?.signal.aborted).toBe(true);
});

it('looks once at a time: what an earlier search still says is not listened to', async () => {
  const tells: ((event: EngineEventForScreen) => void)[] = [];
  const { run, told } = stage({
    look: (_options, tell) => {
      tells.push(tell);
      return new Promise(() => {});
    },
  });
  run(look());
  run(look());
  tells[0]?.(found);
  expect(told).toEqual([]);
  tells[1]?.(found);
  expect(told).toHaveLength(1);
});

it('tells what was found, of the last examination only', async () => {
  const answers: ((findings: readonly Finding[]) => void)[] = [];
  const { run, told } = stage({ examine: () => new Promise(resolve => answers.push(resolve)) });
  run(examine);
  run(examine);
  answers[0]?.([{ id: 'old', ok: true, what: 'old' }]);
  answers[1]?.([]);
  await nextTurn();
  expect(told).toEqual([{ kind: 'engine', event: { kind: 'examined', findings: [] } }]);
});

it('tells that it could not look, and that it could not examine, and goes on', async () => {
  const fails = () => Promise.reject(new Error('a bug'));
  const { run, told } = stage({ look: fails, examine: fails });
  run(look());
  run(examine);
  await nextTurn();
  const trouble = { message: 'a bug', why: undefined, next: [] };
  expect(told).toEqual([
    { kind: 'engine', event: { kind: 'missing', trouble, canSetUp: false } },
    { kind: 'engine', event: { kind: 'examined', findings: [{ id: 'examination', ok: false, what: 'a bug' }] } },
  ]);
  run(look());
  await nextTurn();
  expect(told).toHaveLength(3);
});
