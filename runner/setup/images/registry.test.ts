import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { pinnedReference } from './registry.ts';

const image = { repository: 'chainguard/node', tag: 'latest-dev' };
const digest = `sha256:${'a'.repeat(64)}`;

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>(resolve => (server ? server.close(() => resolve()) : resolve()));
});

async function registry(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a tag becomes the digest that it has', async () => {
  const host = await registry((request, response) => {
    const isIt = request.method === 'HEAD' && request.url === '/v2/chainguard/node/manifests/latest-dev';
    response.writeHead(isIt ? 200 : 500, { 'docker-content-digest': digest }).end();
  });
  expect(await pinnedReference(host, image)).toBe(`${host}/chainguard/node@${digest}`);
});

test('where the registry wants a token, an anonymous one is fetched', async () => {
  const host = await registry((request, response) => {
    const url = new URL(request.url ?? '', 'http://registry');
    if (url.pathname === '/token') response.end(JSON.stringify({ token: `for ${url.searchParams.get('scope')}` }));
    else if (request.headers.authorization === 'Bearer for repository:chainguard/node:pull')
      response.writeHead(200, { 'docker-content-digest': digest }).end();
    else {
      const challenge = `Bearer realm="http://${host}/token",service="it",scope="repository:chainguard/node:pull"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end();
    }
  });
  expect(await pinnedReference(host, image)).toBe(`${host}/chainguard/node@${digest}`);
});

test('an image that is not there is told in one line', async () => {
  const host = await registry((_, response) => void response.writeHead(404).end());
  await expect(pinnedReference(host, image)).rejects.toThrow(`${host}/chainguard/node:latest-dev: HTTP 404`);
});

test('a registry that is not there is told in one line', async () => {
  await expect(pinnedReference('127.0.0.1:1', image)).rejects.toThrow(
    '127.0.0.1:1/chainguard/node:latest-dev: ECONNREFUSED',
  );
});

test('a question that is called off ends with the reason', async () => {
  const asked = Promise.withResolvers<void>();
  const host = await registry(() => asked.resolve());
  const stop = new AbortController();
  const answer = pinnedReference(host, image, stop.signal);
  await asked.promise;
  stop.abort(new Error('enough'));
  await expect(answer).rejects.toThrow('enough');
});
