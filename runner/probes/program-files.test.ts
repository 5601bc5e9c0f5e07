import * as tar from 'tar-stream';
import { expect, test } from 'vitest';
import { type Engine, EngineError } from '../engine/engine.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeImage } from '../test/fakes/facts.ts';
import { readProgram } from './program-files.ts';

const caller = fakeContainer('loja', { command: ['node', '/app/main.js'] });
const callee = fakeContainer('estoque', { networks: [fakeAttachment('rede', '10.0.0.2', ['pecas'])] });
const other = fakeContainer('outro');
const facts = fakeFacts({
  containers: [caller, callee, other],
  images: [fakeImage('loja', { workingDirectory: '/app' })],
});
const { signal } = new AbortController();

/** An engine whose containers have these files in their working folder. */
function engineWith(files: Readonly<Record<string, string | Buffer>> | Error): Engine {
  const archive = async function* (): AsyncGenerator<Buffer> {
    if (files instanceof Error) throw files;
    const pack = tar.pack();
    for (const [name, content] of Object.entries(files)) pack.entry({ name }, content);
    pack.finalize();
    for await (const chunk of pack) yield chunk as Buffer;
  };
  return { archive } as unknown as Engine;
}

const read = (files: Parameters<typeof engineWith>[0]) =>
  readProgram(engineWith(files), caller, [callee, other], facts, signal);

test('what it may be asked for and whom it names is read from its files', async () => {
  const found = await read({
    'app/main.js': "if (q.url === '/mural') fetch('http://estoque:80/itens')",
    'app/node_modules/x/index.js': "app.get('/deles', f); fetch('http://outro/')",
  });
  expect(found.paths).toEqual(['/mural']);
  expect([...found.names]).toEqual([callee.id]);
});

test.each([
  ["const host = 'pecas'", true],
  ['"estoque:8080"', true],
  ['host=http://estoque\n', true],
  ['// o estoque fica em outro lugar', false],
  ["'http://estoque-novo:80'", false],
  ["'estoques'", false],
])('%s names it: %s', async (text, isNamed) => {
  expect((await read({ 'app/config': text })).names.has(callee.id)).toBe(isNamed);
});

test('a compiled program names others, too', async () => {
  const binary = Buffer.concat([Buffer.alloc(200_000, 7), Buffer.from('\0http://estoque:8080/itens%!x')]);
  const found = await read({ 'app/server': binary });
  expect([...found.names]).toEqual([callee.id]);
  expect(found.paths).toEqual([]);
});

test('files that are not there say nothing; an engine that is gone is told', async () => {
  expect((await read(new EngineError('not-found', 'no such file'))).names.size).toBe(0);
  await expect(read(new EngineError('unreachable', 'gone'))).rejects.toThrow('gone');
});

test.each([
  ['/app', ['/srv/main.js'], ['/app', '/srv/main.js']],
  ['/app', ['/app/main.js'], ['/app']],
  ['', ['/usr/bin/python3', 'app.py', '--port=80'], ['/app.py']],
  ['/', ['/usr/src/app/server'], ['/usr/src/app/server']],
])('in %s, of the command %s, these files are read: %s', async (workingDirectory, command, files) => {
  const asked: string[] = [];
  const engine = {
    // biome-ignore lint/correctness/useYield: nothing is there
    async *archive(_: string, path: string) {
      asked.push(path);
      throw new EngineError('not-found', 'no such file');
    },
  } as unknown as Engine;
  const images = [fakeImage('loja', { workingDirectory })];
  await readProgram(engine, { ...caller, command }, [], { ...facts, images }, signal);
  expect(asked).toEqual(files);
});
