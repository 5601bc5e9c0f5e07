import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decide } from './rules/decide.ts';
import { type Json, type JsonObject, parseStrictJson } from './rules/strict-json.ts';

/** Numbers that look random and are the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(20_261_121);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
const word = () => Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick([...'abcXYZ_09ſK'])).join('');

const requests: readonly (readonly [string, Json])[] = [
  ...['20.10', '28.2'].map(version => {
    const file = join(import.meta.dirname, `../../test/fixtures/policy/run-${version}.json`);
    return ['/containers/create', parseStrictJson(readFileSync(file))] as const;
  }),
  ['/networks/create', { Name: 'n1', IPAM: { Config: [{ Subnet: '172.30.0.0/16' }] }, ConfigFrom: {} }],
  ['/networks/n1/connect', { Container: 'web', EndpointConfig: { IPAMConfig: {} } }],
  ['/volumes/create', { Name: 'v1' }],
  ['/containers/web/exec', { Cmd: ['true'] }],
];

/** The objects in it whose fields are the engine's: not the maps, whose names are the client's. */
function structures(value: Json, name = ''): Record<string, Json>[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(it => structures(it, name));
  const open = ['Labels', 'Volumes', 'PortBindings', 'ExposedPorts', 'EndpointsConfig', 'Tmpfs', 'Options', 'Config'];
  const inner = Object.entries(value).flatMap(([key, each]) => structures(each, key));
  return open.includes(name) && !('Subnet' in value) ? inner : [value as Record<string, Json>, ...inner];
}

const decideOn = (path: string, body: Json) => decide({ method: 'POST', path: `/v1.41${path}`, body });

test('a field that nobody knows is refused, wherever it stands and whatever it says', () => {
  for (let round = 0; round < 2_000; round++) {
    const [path, original] = pick(requests);
    const body = structuredClone(original) as JsonObject;
    const place = pick(structures(body));
    const name = random() < 0.5 ? word() : respelt(pick(Object.keys(place)) ?? word(), () => pick([0, 1]) === 0);
    if (Object.hasOwn(place, name)) continue;
    place[name] = pick<Json>([null, false, 0, '', [], {}, true, 'x']);
    const decision = decideOn(path, body);
    expect(decision, `${path} with ${name}`).toMatchObject({ allow: false });
  }
});

/** The same letters, some of them in the other case. */
function respelt(name: string, other: () => boolean): string {
  return [...name].map(it => (other() ? (it === it.toLowerCase() ? it.toUpperCase() : it.toLowerCase()) : it)).join('');
}

test('what is sent has no name that was not asked for by its canonical spelling', () => {
  for (const [path, original] of requests) {
    const known = new Set(JSON.stringify(original).match(/"[^"]+"(?=:)/g));
    for (const forced of [
      'LogConfig',
      'Type',
      'Config',
      'max-size',
      'max-file',
      'Memory',
      'PidsLimit',
      'Ulimits',
      'Name',
      'Hard',
    ])
      known.add(`"${forced}"`);
    for (const forced of ['Soft', 'Driver']) known.add(`"${forced}"`);
    const decision = decideOn(path, original);
    const sent = decision.allow ? (JSON.stringify(decision.body).match(/"[^"]+"(?=:)/g) ?? []) : ['refused'];
    expect(sent.filter(name => !known.has(name))).toEqual([]);
    expect(decision.allow && decision.body).not.toBe(original);
  }
});

test('no request makes the decision itself fail', () => {
  const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH'];
  const parts = [
    'containers',
    'web',
    'json',
    'images',
    'build',
    'exec',
    '%2e',
    '',
    '..',
    'networks',
    'create',
    'archive',
    'tag',
  ];
  const values: Json[] = [
    null,
    '',
    0,
    [],
    {},
    'x',
    { Image: 1 },
    { HostConfig: [] },
    { Name: {} },
    [[]],
    { Cmd: null },
  ];
  for (let round = 0; round < 3_000; round++) {
    const path = `/v1.41/${Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(parts)).join('/')}`;
    const query = random() < 0.3 ? `?${word()}=${encodeURIComponent(word())}` : '';
    const decision = decide({ method: pick(methods), path: path + query, body: pick(values) });
    expect(typeof decision.allow).toBe('boolean');
  }
});
