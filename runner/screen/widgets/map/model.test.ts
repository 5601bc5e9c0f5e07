import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../../../challenges/01-networked-containers/challenge.ts';
import { sqliteVolume } from '../../../../challenges/02-sqlite-volume/challenge.ts';
import { apiPostgresRedis } from '../../../../challenges/03-api-postgres-redis/challenge.ts';
import { pairedMicroservices } from '../../../../challenges/04-paired-microservices/challenge.ts';
import { apiGateway } from '../../../../challenges/05-api-gateway/challenge.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import type { Evidence } from '../../../checks/evidence.ts';
import { label } from '../../../engine/labels.ts';
import type { BindingReport } from '../../../roles/binding-report.ts';
import { bindingReport } from '../../../roles/binding-report.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeNetwork } from '../../../test/fakes/facts.ts';
import { sceneOf } from './model.ts';
import type { Scene } from './scene.ts';

/** What the map shows of a run that was recorded from a real engine. */
function recorded(challenge: Challenge, name: string): Scene {
  const folder = challenge.number === 1 ? 'evidence' : `evidence-0${challenge.number}`;
  const file = new URL(`../../../test/fixtures/${folder}/${name}.json`, import.meta.url);
  const { facts, bindings } = JSON.parse(readFileSync(file, 'utf8')) as Evidence;
  const reports = bindings.map(binding => bindingReport(binding, false));
  return sceneOf(challenge, facts, reports, 'en');
}

/** The map in words: each network with its cards, each volume with who mounts it; a `?` marks what is missing. */
function told({ networks, volumes }: Scene): string[] {
  const cards = networks.map(({ kind, name, ghost, cards: inside }) => {
    const names = inside.map(card => {
      const roles = card.roles.map(({ role }) => role).join('+') || '-';
      return `${card.name}${card.presence === 'here' ? '' : card.presence === 'gone' ? ' gone' : '?'}=${roles}`;
    });
    return `${kind} ${name}${ghost ? '?' : ''}: ${names.join(', ')}`;
  });
  const kept = volumes.map(({ kind, name, ghost, anonymous, mounts }) => {
    const by = mounts.map(({ container, target }) => `${container}${target}`).join(', ');
    return `${kind} ${anonymous ? '(no name)' : name}${ghost ? '?' : ''}: ${by}`;
  });
  return [...cards, ...kept];
}

const bound = (role: string, name: string): BindingReport => ({
  ...{ role, name, how: 'name', because: [], candidates: [] },
});
const unbound = (role: string): BindingReport => ({ ...bound(role, ''), name: undefined, how: 'none' });

describe('solutions, as a real engine tells them', () => {
  it.each([
    [networkedContainers, ['network app-net: server=server, client=client']],
    [sqliteVolume, ['default bridge: writer=writer', 'volume app-data: writer/data']],
    [
      apiPostgresRedis,
      [
        'network app-net: postgres=postgres, redis=redis, api=api',
        'volume pg-data: postgres/var/lib/postgresql/data',
        'volume (no name): redis/data',
      ],
    ],
    [pairedMicroservices, ['network shop-net: provider=provider, consumer=consumer']],
    [apiGateway, ['network gateway-net: users=users, orders=orders, gateway=gateway']],
  ])('$id', (challenge, expected) => {
    expect(told(recorded(challenge, 'solution'))).toEqual(expected);
  });

  it('says what is published', () => {
    const cards = recorded(apiGateway, 'solution').networks.flatMap(box => box.cards);
    expect(cards.map(({ ports }) => ports)).toEqual([[], [], ['8080→8080']]);
  });
});

describe('what the challenge lacks', () => {
  it.each([
    [networkedContainers, ['network app-net?: server?=server, client?=client']],
    [sqliteVolume, ['default bridge: writer?=writer', 'volume app-data?: ']],
    [apiPostgresRedis, ['network visits-net?: postgres?=postgres, redis?=redis, api?=api', 'volume pg-data?: ']],
  ])('$id: everything, on an empty engine', (challenge, expected) => {
    expect(told(sceneOf(challenge, fakeFacts(), [], 'en'))).toEqual(expected);
  });

  it('stands where it would be, in the order of the roles', () => {
    const facts = fakeFacts({
      containers: [fakeContainer('cliente', { networks: [fakeAttachment('rede', '10.0.0.2')] })],
      networks: [fakeNetwork('rede')],
    });
    const scene = sceneOf(networkedContainers, facts, [unbound('server'), bound('client', 'cliente')], 'en');
    expect(told(scene)).toEqual(['network rede: server?=server, cliente=client']);
  });

  it('is a network, where all are on the default one', () => {
    expect(told(recorded(networkedContainers, 'default-bridge'))).toEqual([
      'network app-net?: ',
      'default bridge: servidor=server, cliente=client',
    ]);
  });

  it('is the volume that a database should have, where it has one without a name', () => {
    expect(told(recorded(apiPostgresRedis, 'anonymous-volume'))).toContain('volume pg-data?: ');
  });

  it('is nobody where a container has run and removed itself', () => {
    expect(told(recorded(sqliteVolume, 'one-shot'))).toEqual([
      'default bridge: contador gone=writer',
      'volume dados: ',
    ]);
  });

  it('is not a role that several could play: they carry the mark', () => {
    const [network] = recorded(networkedContainers, 'two-clients').networks;
    expect(network?.cards.map(({ name, mightBe }) => [name, mightBe.map(({ role }) => role)])).toEqual([
      ['servidor', []],
      ['cliente-a', ['client']],
      ['cliente-b', ['client']],
    ]);
  });
});

describe('where containers are', () => {
  it('shows one that is on several networks in each of them', () => {
    const places = [fakeAttachment('front', '10.0.0.2'), fakeAttachment('back', '10.1.0.2')];
    const facts = fakeFacts({
      containers: [
        fakeContainer('server', { networks: places }),
        fakeContainer('client', { networks: [fakeAttachment('front', '10.0.0.3')] }),
      ],
      networks: [fakeNetwork('front'), fakeNetwork('back')],
    });
    const scene = sceneOf(networkedContainers, facts, [bound('server', 'server'), bound('client', 'client')], 'en');
    expect(told(scene)).toEqual(['network front: server=server, client=client', 'network back: server=server']);
    const cards = scene.networks.map(({ cards: [card] }) => card);
    expect(cards.map(card => [card?.address, card?.alsoOn])).toEqual([
      ['10.0.0.2', ['back']],
      ['10.1.0.2', ['front']],
    ]);
    expect(new Set(cards.map(card => card?.id)).size).toBe(2);
  });

  it('shows who uses the network of another container, and who has none', () => {
    expect(told(recorded(networkedContainers, 'shared-namespace'))).toEqual([
      'network rede-interna: api-interna=server',
      'shared api-interna: cliente-interno=client',
    ]);
    const alone = fakeFacts({ containers: [fakeContainer('server', { networkMode: 'none' })] });
    expect(told(sceneOf(networkedContainers, alone, [bound('server', 'server')], 'en'))).toContain(
      'none none: server=server',
    );
  });

  it('shows folders of the host as such', () => {
    expect(told(recorded(sqliteVolume, 'bind-mount'))).toContain('bind /tmp/estaleiro-bind-mount: gravador/data');
  });
});

describe('what belongs', () => {
  const others = Array.from({ length: 60 }, (_, index) =>
    fakeContainer(`other-${index}`, { networks: [fakeAttachment(index % 2 === 0 ? 'bridge' : 'theirs', '10.9.0.9')] }),
  );
  const facts = fakeFacts({
    containers: [
      ...others,
      fakeContainer('server', { networks: [fakeAttachment('app-net', '10.0.0.2')] }),
      fakeContainer('helper', { networks: [fakeAttachment('app-net', '10.0.0.3')] }),
      fakeContainer('probe', { labels: { [label.session]: 'x' }, networks: [fakeAttachment('app-net', '10.0.0.4')] }),
      fakeContainer('made', { labels: { [label.challenge]: networkedContainers.id } }),
    ],
    networks: [fakeNetwork('app-net'), fakeNetwork('theirs')],
    volumes: ['theirs', 'estaleiro-scratch-1'].map(name => ({ name, driver: 'local', anonymous: false, labels: {} })),
  });
  const scene = sceneOf(networkedContainers, facts, [bound('server', 'server'), unbound('client')], 'en');

  it('is who plays a role, who is with them, and what `lab up` made; never the lab’s own', () => {
    expect(told(scene)).toEqual(['network app-net: server=server, client?=client, helper=-', 'none none: made=-']);
  });

  it('leaves the rest to one line', () => {
    expect(scene.others.containers).toHaveLength(60);
    expect(scene.others).toMatchObject({ networks: ['theirs'], volumes: 1 });
  });

  it('is also an empty network, while nobody knows which one the learner means', () => {
    const empty = fakeFacts({ networks: [fakeNetwork('minha-rede')] });
    expect(told(sceneOf(networkedContainers, empty, [], 'en'))).toEqual([
      'network minha-rede: server?=server, client?=client',
    ]);
    const many = fakeFacts({ networks: ['a', 'b', 'c', 'd'].map(name => fakeNetwork(name)) });
    expect(told(sceneOf(networkedContainers, many, [], 'en'))).toEqual([
      'network app-net?: server?=server, client?=client',
    ]);
  });
});
