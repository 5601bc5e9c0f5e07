import { describe, expect, test } from 'vitest';
import { CouldNotTell } from '../base/errors.ts';
import { ensureEngine, type ProvideOptions } from './provide-engine.ts';
import type { System } from './system.ts';
import { UnusableEngine } from './unusable-engine.ts';

const debian: System = { kind: 'debian', name: 'Debian 12', root: true, wsl: false, systemd: true, user: 'root' };
const ownEngine = { address: 'unix:///own', source: 'own' };

/** A machine without an engine, and what happened on it. */
function machine(options: Partial<ProvideOptions> = {}) {
  const happened: string[] = [];
  const given: ProvideOptions = {
    env: {},
    home: '/home/ana',
    language: 'en',
    interactive: false,
    say: () => happened.push('said'),
    confirm: async () => {
      happened.push('asked');
      return true;
    },
    system: debian,
    find: async () => undefined,
    start: async () => {
      happened.push('started');
      return ownEngine;
    },
    ...options,
  };
  return { ensure: () => ensureEngine(given), happened };
}

const refusal = (ensuring: Promise<unknown>) =>
  ensuring.then(
    () => expect.unreachable('it should have refused'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(CouldNotTell);
      return error as CouldNotTell;
    },
  );

test('an engine that is found is used, and nothing else happens', async () => {
  const found = { address: 'unix:///found', source: 'DOCKER_HOST' };
  const { ensure, happened } = machine({ find: async () => found, interactive: true });
  expect(await ensure()).toBe(found);
  expect(happened).toEqual([]);
});

test('in a terminal it asks first', async () => {
  const { ensure, happened } = machine({ interactive: true });
  expect(await ensure()).toBe(ownEngine);
  expect(happened).toEqual(['asked', 'started']);
});

test('a no is a no, and comes with the steps', async () => {
  const { ensure, happened } = machine({ interactive: true, confirm: async () => false });
  const error = await refusal(ensure());
  expect(error.exitCode).toBe(3);
  expect(error.next.join()).toContain('docker.io');
  expect(happened).toEqual([]);
});

test('without a terminal it says what it does, and does it', async () => {
  const { ensure, happened } = machine();
  expect(await ensure()).toBe(ownEngine);
  expect(happened).toEqual(['said', 'started']);
});

test('LAB_SETUP=no forbids it', async () => {
  const { ensure, happened } = machine({ env: { LAB_SETUP: 'no' } });
  const error = await refusal(ensure());
  expect(error.why).toContain('LAB_SETUP=no');
  expect(happened).toEqual([]);
});

test('who only looks gets none, and is told how to get one', async () => {
  const { ensure, happened } = machine({ provide: false });
  expect((await refusal(ensure())).next).toEqual(['lab engine start']);
  expect(happened).toEqual([]);
});

describe('where an engine is there and cannot be used', () => {
  const unusable = (yieldsToOwn: boolean) => async () => {
    throw new UnusableEngine('it hangs', { why: 'for some reason', next: [], yieldsToOwn });
  };

  test.each([{}, { interactive: true }, { provide: false }])('none is provided beside it, with %j', async options => {
    const { ensure, happened } = machine({ find: unusable(true), ...options });
    expect((await refusal(ensure())).message).toBe('it hangs');
    expect(happened).toEqual([]);
  });

  test('one asked for by name is, unless the one that is there only hangs', async () => {
    const ended = machine({ find: unusable(true), byName: true });
    expect(await ended.ensure()).toBe(ownEngine);
    const hung = machine({ find: unusable(false), byName: true });
    expect((await refusal(hung.ensure())).message).toBe('it hangs');
    expect(hung.happened).toEqual([]);
  });
});

test('elsewhere it prints the steps for that system', async () => {
  const { ensure } = machine({ system: { ...debian, kind: 'fedora', name: 'Fedora Linux 43' } });
  const error = await refusal(ensure());
  expect(error.why).toContain('Fedora Linux 43');
  expect(error.next.join()).toContain('dnf install');
});

test('without root it prints the steps with sudo', async () => {
  const { ensure, happened } = machine({ system: { ...debian, root: false, user: 'ana' }, interactive: true });
  const error = await refusal(ensure());
  expect(error.why).toContain('root');
  expect(error.next.join()).toContain('sudo');
  expect(happened).toEqual([]);
});
