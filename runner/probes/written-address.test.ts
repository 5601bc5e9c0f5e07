import { describe, expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeImage } from '../test/fakes/facts.ts';
import { findWrittenAddress } from './written-address.ts';

const redis = fakeContainer('redis', { networks: [fakeAttachment('rede', '172.18.0.3')] });
const signal = new AbortController().signal;

/** Looks through files that come in these pieces; `asked` are the paths that were read. */
async function look(pieces: readonly string[], { folder = '/app', command = ['node', 'main.ts'] } = {}) {
  const asked: string[] = [];
  const engine: Pick<Engine, 'archive'> = {
    async *archive(_, path) {
      asked.push(path);
      for (const piece of pieces) yield Buffer.from(piece);
    },
  };
  const api = fakeContainer('api', { imageId: 'sha256:api', command });
  const facts = fakeFacts({ images: [fakeImage('api', { workingDirectory: folder })] });
  const found = await findWrittenAddress(engine as Engine, api, redis, facts, signal);
  return { found, asked };
}

test('an address in the program is found, across two pieces too', async () => {
  expect((await look(['host = "172.18.0.3"'])).found).toEqual({ address: '172.18.0.3' });
  expect((await look(['redis://172.1', '8.0.3:6379'])).found).toEqual({ address: '172.18.0.3' });
});

test('one that only begins or ends like it is another', async () => {
  expect((await look(['172.18.0.31 and 1172.18.0.3 and 10.172.18.0.3'])).found).toEqual({ address: undefined });
});

describe('what is read', () => {
  test('is the working folder', async () => {
    expect((await look([''])).asked).toEqual(['/app']);
  });

  test('is what the command names where there is no such folder, but no program of the system', async () => {
    const command = ['/usr/bin/python3', '/srv/api.py'];
    expect((await look([''], { folder: '/', command })).asked).toEqual(['/srv/api.py']);
    expect((await look([''], { folder: '', command: ['/server'] })).asked).toEqual(['/server']);
  });

  test('is nothing where neither tells', async () => {
    expect((await look(['172.18.0.3'], { folder: '/', command: ['node', '--eval', '…'] })).found).toBeUndefined();
  });
});
