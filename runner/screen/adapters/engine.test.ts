import { describe, expect, it } from 'vitest';
import type { ConnectedEngine, ConnectOptions } from '../../app/lab.ts';
import { CouldNotTell } from '../../base/errors.ts';
import type { Engine } from '../../engine/engine.ts';
import { NoEngine } from '../../setup/provide-engine.ts';
import { noJournal } from '../../test/fakes/journal.ts';
import { fakeLab } from '../../test/fakes/lab.ts';
import type { EngineEventForScreen } from '../widgets/doctor/engine-state.ts';
import { screenEngine } from './engine.ts';

const impatient = 1;

/** A machine whose engine the test starts and stops. */
function machine({ engineRuns = false, canProvide = true } = {}) {
  const asked: ConnectOptions[] = [];
  const state = { engineRuns, setUpFails: false, imagesFail: false, asked };
  const connected = (): ConnectedEngine => ({
    source: 'a test',
    journal: noJournal,
    engine: {
      version: async () => {
        if (!state.engineRuns) throw new Error('gone');
        return { version: '28', api: '1.50' };
      },
    } as unknown as Engine,
  });
  const lab = fakeLab({
    connect: async (options = {}) => {
      asked.push(options);
      if (!state.engineRuns && options.provide) {
        if (!(await options.confirm?.('?'))) throw new Error('was not confirmed');
        options.say?.('installing');
        if (state.setUpFails) throw new CouldNotTell('apt failed', { why: 'no network', next: ['lab engine start'] });
        state.engineRuns = true;
      }
      if (!state.engineRuns) throw new NoEngine('none', canProvide, { next: ['lab engine start'] });
      return connected();
    },
    invocation: 'npx lab',
  });
  const prepare: typeof import('../../app/prepare-images.ts').prepareImages = async (
    _lab,
    _engine,
    _challenges,
    options,
  ) => {
    options?.say?.('building');
    if (state.imagesFail) throw new CouldNotTell('no base image');
  };
  const engine = screenEngine(lab, prepare, impatient);
  const told: EngineEventForScreen[] = [];
  const stop = new AbortController();
  const look = (provide = false) =>
    engine.look({ provide, language: 'en', signal: stop.signal }, event => told.push(event));
  const until = async (kind: EngineEventForScreen['kind']) => {
    while (!told.some(event => event.kind === kind)) await new Promise(resolve => setTimeout(resolve, 1));
  };
  return { state, engine, told, stop, look, until };
}

describe('looking for an engine', () => {
  it('finds it, makes the images, and says so', async () => {
    const { look, told, engine } = machine({ engineRuns: true });
    await look();
    expect(told).toEqual([
      { kind: 'found', source: 'a test' },
      { kind: 'said', line: 'building' },
      { kind: 'images-ready' },
    ]);
    expect((await engine.connected()).source).toBe('a test');
  });

  it('says once that there is none, with steps as they can be typed, and goes on when there is', async () => {
    const { look, told, state, until } = machine();
    const looking = look();
    await until('missing');
    await new Promise(resolve => setTimeout(resolve, 20));
    state.engineRuns = true;
    await looking;
    expect(told.map(({ kind }) => kind)).toEqual(['missing', 'found', 'said', 'images-ready']);
    expect(told[0]).toMatchObject({ canSetUp: true, trouble: { next: ['npx lab engine start'] } });
    expect(state.asked.some(({ provide }) => provide)).toBe(false);
  });

  it('ends when it is called off', async () => {
    const { look, stop, until, engine } = machine();
    const looking = look();
    await until('missing');
    stop.abort();
    await looking;
    await engine.settled();
  });
});

describe('setting one up', () => {
  it('asks nobody, for the key was the answer', async () => {
    const { look, told } = machine();
    await look(true);
    expect(told.map(({ kind }) => kind)).toEqual(['said', 'found', 'said', 'images-ready']);
  });

  it('tells why it failed, and installs nothing a second time by itself', async () => {
    const { look, told, state, stop, until } = machine();
    state.setUpFails = true;
    const looking = look(true);
    await until('missing');
    await new Promise(resolve => setTimeout(resolve, 20));
    stop.abort();
    await looking;
    expect(told.at(-1)).toMatchObject({
      kind: 'missing',
      canSetUp: true,
      trouble: { message: 'apt failed', why: 'no network' },
    });
    expect(state.asked.filter(({ provide }) => provide)).toHaveLength(1);
  });
});

it('looks anew where the engine that was found has gone', async () => {
  const { look, told, state, until, engine } = machine({ engineRuns: true });
  await look();
  const first = await engine.connected();
  state.engineRuns = false;
  told.length = 0;
  const looking = look();
  await until('missing');
  state.engineRuns = true;
  await looking;
  expect(told.map(({ kind }) => kind)).toEqual(['missing', 'found', 'said', 'images-ready']);
  expect(await engine.connected()).not.toBe(first);
});

it('tells why the images could not be made', async () => {
  const { look, told, state } = machine({ engineRuns: true });
  state.imagesFail = true;
  await look();
  expect(told.at(-1)).toMatchObject({ kind: 'images-failed', trouble: { message: 'no base image' } });
});
