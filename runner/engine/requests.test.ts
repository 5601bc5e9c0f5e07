import { describe, expect, test, vi } from 'vitest';
import { openRawEngine, type RawAnswer } from '../test/fakes/raw-engine.ts';
import { openEngine } from './dockerode/dockerode-engine.ts';
import { openHost } from './dockerode/dockerode-host.ts';

const spec = { image: 'i', command: ['c'], network: 'none', purpose: 'p' };
const hosted = { ...spec, env: {}, binds: [], readOnly: true, nested: false, cpus: 1, memoryBytes: 1, processes: 1 };

/** What an engine answers where a container is made, attached to, started and removed. */
function life(request: string): RawAnswer {
  if (request === 'POST /containers/create') return { status: 201, json: { Id: 'abc' } };
  if (request.endsWith('/attach')) return { status: 101, takesOver: true };
  return { status: 204 };
}

describe('what is attached to gets what is written, and nothing before it', () => {
  test.each([
    ['a helper', true],
    ['a helper without input', false],
  ])('%s', async (_, input) => {
    await using raw = await openRawEngine(life);
    await using engine = openEngine({ address: raw.address });
    await using helper = await engine.startHelper({ ...spec, input });
    helper.send('hello');
    const request = raw.requests.find(({ line }) => line.includes('/attach'));
    await vi.waitFor(() => expect(request?.body).toBe('hello\n'));
    expect(request?.line.includes('stdin=1')).toBe(input);
    expect(request?.headers.get('content-length')).toBe('0');
    expect(request?.headers.get('upgrade')).toBe('tcp');
  });

  test('a hosted container', async () => {
    await using raw = await openRawEngine(life);
    await using container = await openHost({ address: raw.address }).start(hosted);
    container.input.write('hello');
    const request = raw.requests.find(({ line }) => line.includes('/attach'));
    await vi.waitFor(() => expect(request?.body).toBe('hello'));
    expect(request?.headers.get('content-length')).toBe('0');
  });

  test('no request without a body is sent in chunks', async () => {
    await using raw = await openRawEngine(life);
    await using engine = openEngine({ address: raw.address });
    await using helper = await engine.startHelper(spec);
    await engine.restart(helper.id);
    await engine.stop(helper.id);
    expect(raw.requests.length).toBeGreaterThan(4);
    expect(raw.requests.filter(({ headers }) => headers.has('transfer-encoding'))).toEqual([]);
  });
});

describe('what is about nothing', () => {
  test.each(['', '.', '..'])('is not asked for: “%s”', async id => {
    await using raw = await openRawEngine(() => ({ status: 200, json: {} }));
    await using engine = openEngine({ address: raw.address });
    await expect(engine.start(id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(engine.logs(id)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await engine.image(id)).toBeUndefined();
    const facts = { containers: [], networks: [], volumes: [], images: [], imageTags: [] };
    const stale = { containers: [id], networks: false, volumes: false, images: false };
    expect(await engine.refresh(facts, stale)).toEqual(facts);
    expect(raw.requests).toEqual([]);
  });

  test('and a redirection is followed nowhere', async () => {
    await using raw = await openRawEngine(() => ({ status: 301, headers: { Location: 'http://nowhere.invalid/x' } }));
    await using engine = openEngine({ address: raw.address });
    await expect(engine.version()).rejects.toMatchObject({ name: 'EngineError' });
    expect(raw.requests).toHaveLength(1);
  });
});

describe('a container that goes while it is looked for', () => {
  /** The engine's lists, all empty but that of the containers. */
  const lists = (containers: () => RawAnswer, inspected: RawAnswer) =>
    openRawEngine(request => {
      if (request === 'GET /containers/json') return containers();
      if (request.startsWith('GET /containers/')) return inspected;
      return { status: 200, json: request === 'GET /volumes' ? { Volumes: null } : [] };
    });
  const noSuch = (status: number): RawAnswer => ({
    status,
    json: { message: 'no container with ID abc found in database: no such container' },
  });

  test.each([404, 500])('is gone: status %i when it is inspected', async status => {
    await using raw = await lists(() => ({ status: 200, json: [{ Id: 'abc' }] }), noSuch(status));
    await using engine = openEngine({ address: raw.address });
    expect((await engine.facts()).containers).toEqual([]);
  });

  test('does not keep the engine from listing the others', async () => {
    let asked = 0;
    const containers = (): RawAnswer => {
      asked += 1;
      return asked < 3 ? noSuch(500) : { status: 200, json: [] };
    };
    await using raw = await lists(containers, noSuch(500));
    await using engine = openEngine({ address: raw.address });
    expect((await engine.facts()).containers).toEqual([]);
    expect(asked).toBe(3);
  });

  test('is no excuse for another failure', async () => {
    await using raw = await lists(() => ({ status: 500, json: { message: 'disk full' } }), noSuch(500));
    await using engine = openEngine({ address: raw.address });
    await expect(engine.facts()).rejects.toMatchObject({ kind: 'other' });
  });
});

test('a line of the events that cannot be read ends nothing', async () => {
  const lines = ['{"Type":"container"', 'null', '[]', '{"Type":"volume","Action":"create","Actor":{"ID":"data"}}', ''];
  await using raw = await openRawEngine(() => ({ status: 200, text: lines.join('\n') }));
  await using engine = openEngine({ address: raw.address });
  const events = engine.events(new AbortController().signal)[Symbol.asyncIterator]();
  const told = [];
  for (let index = 0; index < 4; index++) told.push((await events.next()).value);
  expect(told.map(({ type, action, id }) => [type, action, id])).toEqual([
    ['', '', ''],
    ['', '', ''],
    ['', '', ''],
    ['volume', 'create', 'data'],
  ]);
  await expect(events.next()).rejects.toMatchObject({ kind: 'unreachable' });
});
