import { describe, expect, it } from 'vitest';
import { languages } from '../../../base/language.ts';
import { lineWidth } from '../../../base/text/line.ts';
import type { Facts } from '../../../engine/facts.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeNetwork } from '../../../test/fakes/facts.ts';
import type { Attempt, State } from '../../state.ts';
import {
  facts,
  learnersBindings,
  learnersFacts,
  noon,
  opened,
  press,
  report,
  reportOf,
  tell,
} from '../../test/scene.ts';
import { mapMessages } from './texts.ts';
import { mapLines } from './view.ts';

const size = { columns: 80, rows: 24 };

/** The map open, with this on the engine. */
function mapOf(seen: Facts, language: (typeof languages)[number] = 'en'): State {
  return press(tell(opened(language, size), facts(seen), report(reportOf({}, learnersBindings))), 'map');
}

function attemptOf({ attempt }: State): Attempt {
  if (attempt === undefined) throw new Error('no challenge is open');
  return attempt;
}

function drawn(state: State, width = 76, height = 18): string[] {
  return mapLines(state, attemptOf(state), width, height).map(line => line.map(part => part.text).join(''));
}

const long = 'a'.repeat(60);
const onNetwork = (name: string, change = {}) =>
  fakeContainer(name, { networks: [fakeAttachment('minha-rede', '172.18.0.9')], ...change });
const odd: Readonly<Record<string, Facts>> = {
  nothing: fakeFacts(),
  'the learner’s': learnersFacts,
  'sixty with them': fakeFacts({
    ...learnersFacts,
    containers: [...learnersFacts.containers, ...Array.from({ length: 60 }, (_, index) => onNetwork(`more-${index}`))],
  }),
  'long names': fakeFacts({
    containers: [onNetwork('servidor'), onNetwork(long, { image: `${long}:${long}`, state: 'exited', exitCode: 137 })],
    networks: [fakeNetwork('minha-rede', { subnets: ['fd00:aaaa:bbbb:cccc:dddd::/80'], internal: true })],
    volumes: [{ name: long, driver: 'local', anonymous: false, labels: {} }],
  }),
  'wide letters and codes': fakeFacts({
    containers: [
      onNetwork('servidor', {
        networks: [fakeAttachment('minha-rede', '172.18.0.2'), fakeAttachment('网络网络网络网络', '10.0.0.2')],
        mounts: [{ type: 'bind', source: '/家/\u001b[31m用户/资料', target: '/データ', writable: false }],
        state: 'restarting',
        restartCount: 12,
        health: 'unhealthy',
        ports: [{ container: 80, protocol: 'udp', host: [{ address: '::1', port: 5353 }] }],
      }),
    ],
    networks: [fakeNetwork('minha-rede'), fakeNetwork('网络网络网络网络')],
  }),
};

describe.each(languages)('in %s', language => {
  it.each(Object.keys(odd))('is never wider or higher than asked: %s', name => {
    const state = mapOf(odd[name] ?? fakeFacts(), language);
    for (const width of [40, 48, 58, 76, 120]) {
      for (const height of [3, 6, 9, 12, 18, 40]) {
        const lines = mapLines(state, attemptOf(state), width, height);
        expect(lines).toHaveLength(height);
        expect(Math.max(...lines.map(lineWidth)), `${width}×${height}`).toBeLessThanOrEqual(width);
        expect(JSON.stringify(lines)).not.toContain('\\u001b');
      }
    }
  });

  it('says in words what is missing, and who plays what', () => {
    const t = mapMessages[language];
    expect(drawn(mapOf(fakeFacts(), language)).join('\n')).toContain(`○ ${t.network('app-net')} · ${t.missing}`);
    const text = drawn(mapOf(learnersFacts, language)).join('\n');
    expect(text).toContain('● servidor');
    expect(text).toContain(t.state.running);
    expect(text).toContain('172.18.0.3');
  });
});

describe('the selection', () => {
  it('moves beside, below, and to both ends', () => {
    const volume = { name: 'dados', driver: 'local', anonymous: false, labels: {} };
    const mounts = [{ type: 'volume', source: 'dados', target: '/data', writable: true }] as const;
    const [server, client] = learnersFacts.containers;
    if (server === undefined || client === undefined) throw new Error('two containers are needed');
    const seen = fakeFacts({ ...learnersFacts, volumes: [volume], containers: [server, { ...client, mounts }] });
    const start = mapOf(seen);
    const [serverId, clientId] = [server, client].map(({ id }) => `container:minha-rede:${id}`);
    expect(press(start, 'right').map.selected).toBe(clientId);
    expect(press(start, 'right', 'left').map.selected).toBe(serverId);
    expect(press(start, 'down').map.selected).toBe('volume:dados');
    expect(press(start, 'down', 'up', 'up').map.selected).toBe('network:minha-rede');
    expect(press(start, 'first').map.selected).toBe('network:minha-rede');
    expect(press(start, 'last').map.selected).toBe('volume:dados');
    expect(press(start, 'last', 'down', 'right').map.selected).toBe('volume:dados');
  });

  it('stays in sight, however much there is', () => {
    const state = press(
      mapOf(odd['sixty with them'] ?? fakeFacts()),
      ...Array.from({ length: 40 }, () => 'down' as const),
    );
    const lines = drawn(state, 76, 12);
    expect(lines.filter(line => line.includes('❯'))).toHaveLength(1);
    expect(lines.join('\n')).toMatch(/↑ \d+ ↓ \d+ more/);
  });

  it('shows the command that shows the same, whole', () => {
    expect(drawn(mapOf(learnersFacts)).map(line => line.trim())).toContain(
      "$ docker inspect --format '{{json .NetworkSettings.Networks}}' servidor",
    );
    expect(drawn(press(mapOf(learnersFacts), 'up'))).toContain('  $ docker network inspect minha-rede');
  });

  it('opens the log of a container, and of nothing else', () => {
    const state = press(mapOf(learnersFacts), 'right', 'open');
    expect(state.reading).toBe('logs');
    expect(state.logs.target?.name).toBe('cliente');
    expect(press(mapOf(learnersFacts), 'logs').logs.target?.name).toBe('servidor');
    expect(press(mapOf(learnersFacts), 'first', 'open').reading).toBe(undefined);
  });
});

describe('saying who plays a role', () => {
  it('goes through the roles, and begins the watch anew each time', () => {
    const before = mapOf(learnersFacts);
    const once = press(before, 'right', 'assign');
    expect(attemptOf(once).binds).toEqual({ client: 'cliente' });
    expect(drawn(once).join(' ').replace(/\s+/g, ' ')).toContain('You said that it plays the client');
    expect(attemptOf(once).watch).toBe(attemptOf(before).watch + 1);
    expect(attemptOf(press(once, 'assign')).binds).toEqual({ server: 'cliente' });
    const thrice = press(once, 'assign', 'assign');
    expect(attemptOf(thrice).binds).toEqual({});
    expect(attemptOf(press(thrice, 'assign')).binds).toEqual({ client: 'cliente' });
  });

  it('begins with the first role where it is taken for none', () => {
    const bindings = learnersBindings.map(binding =>
      binding.name === 'cliente' ? { ...binding, name: undefined, how: 'none' as const } : binding,
    );
    const before = tell(mapOf(learnersFacts), report(reportOf({}, bindings)));
    expect(attemptOf(press(before, 'right', 'right', 'assign')).binds).toEqual({ server: 'cliente' });
  });

  it('takes back what was said of a container that is gone', () => {
    const said = press(mapOf(learnersFacts), 'right', 'assign', 'assign');
    const left = learnersFacts.containers.filter(({ name }) => name !== 'cliente');
    const nobody = learnersBindings.map(binding => ({ ...binding, name: undefined, how: 'none' as const }));
    const gone = tell(said, facts(fakeFacts({ ...learnersFacts, containers: left })), report(reportOf({}, nobody)));
    const shown = press(gone, 'first', 'right');
    expect(drawn(shown).join(' ').replace(/\s+/g, ' ')).toContain('You said that cliente plays the server');
    expect(attemptOf(press(shown, 'assign')).binds).toEqual({});
  });

  it('gives a role to one player, and leaves what can play none', () => {
    const both = press(mapOf(learnersFacts), 'assign', 'right', 'assign', 'assign');
    expect(attemptOf(both).binds).toEqual({ server: 'cliente' });
    const network = press(mapOf(learnersFacts), 'first');
    expect(press(network, 'assign')).toBe(network);
  });
});

describe.each(languages)('what is missing, in %s', language => {
  it('says so in whole words, and never against the frame', () => {
    const state = mapOf(fakeFacts(), language);
    for (const width of [55, 76, 120]) {
      for (const height of [10, 14, 18, 30]) {
        expect(
          drawn(state, width, height).filter(line => new RegExp(`┆${mapMessages[language].missing}`).test(line)),
        ).toEqual([]);
      }
    }
  });
});

it.each([3_600_000, -3_600_000])("says how long ago by the engine's clock, which is %i ms ahead", aheadMs => {
  const startedAt = new Date(noon + aheadMs - 5 * 60_000).toISOString();
  const containers = learnersFacts.containers.map(container => ({ ...container, startedAt }));
  const seen = { kind: 'facts', facts: { ...learnersFacts, containers }, aheadMs } as const;
  const state = tell(opened('en', size), report(reportOf({}, learnersBindings)), seen);
  const chosen = press(state, 'map', 'down', 'right');
  expect(drawn(chosen).join(' ')).toContain('started 5 min ago');
});
