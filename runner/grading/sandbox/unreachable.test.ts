import { describe, expect, test } from 'vitest';
import type { ImageRequest } from './image-request.ts';
import { type Circumstances, doubtsOf, needsBuildKit } from './unreachable.ts';

const noHost = (url: string) => `Get "${url}": dial tcp: lookup ${new URL(url).host} on 127.0.0.11:53: no such host`;
const hubGone = noHost('https://registry-1.docker.io/v2/');

const pull = (name: string, error = hubGone): ImageRequest => ({
  ...{ kind: 'pull', names: [name], ending: error === '' ? 'done' : 'failed', error, instruction: '', output: [] },
});
const build = (instruction: string, error: string, change: Partial<ImageRequest> = {}): ImageRequest => ({
  ...{ kind: 'build', names: ['app'], ending: 'failed', error, instruction, output: [], ...change },
});
const ranOut = (command: string, ...output: string[]) =>
  build(`RUN ${command}`, `The command '/bin/sh -c ${command}' returned a non-zero code: 1`, { output });

const doubts = (requests: readonly ImageRequest[], change: Partial<Circumstances> = {}) =>
  doubtsOf(requests, { namedImages: [], endedBy: 'itself', isDockerHub: true, ...change }).map(doubt => {
    if (doubt.kind === 'hub') return doubt.told ? 'hub does not serve' : 'hub';
    return doubt.kind === 'registry'
      ? doubt.host
      : `${doubt.index.url}${doubt.index.certificate ? ' certificate' : ''}`;
  });

describe('an image that nobody could have had is the part’s own failure', () => {
  test('what its own build was to make', () => {
    const failed = build(
      'COPY nosuch /',
      'COPY failed: file not found in build context: stat nosuch: file does not exist',
    );
    expect(doubts([failed, pull('app:latest')])).toEqual([]);
    expect(doubts([{ ...failed, names: ['joao/api:1'] }, pull('joao/api:1'), pull('docker.io/joao/api')])).toEqual([]);
    expect(
      doubts([build('RUN false', '', { names: ['postgres'], ending: 'done', error: '' }), pull('postgres:17')]),
    ).toEqual([]);
    // The client has asked the engine for nothing: there was no such folder.
    expect(doubts([pull('joao/api')], { namedImages: ['joao/api:1'] })).toEqual([]);
    expect(doubts([pull('joao/api')])).toEqual(['hub']);
  });

  test.each(['app', 'servidor:latest', 'ngnix', 'docker.io/library/client', 'builder'])(
    '%s: no registry has that under one word',
    name => {
      expect(doubts([pull(name)])).toEqual([]);
      expect(doubts([build(`FROM ${name} AS x`, hubGone)])).toEqual([]);
      expect(doubts([build(`COPY --from=${name} /a /b`, hubGone)])).toEqual([]);
      // The instructor's own registry may.
      expect(doubts([pull(name)], { isDockerHub: false })).toEqual(['hub']);
    },
  );

  test.each([
    'pull access denied for team/nosuch, repository does not exist or may require docker login: denied',
    'manifest for node:999 not found: manifest unknown: manifest unknown',
    'pull access denied for certificate, repository does not exist or may require docker login',
  ])('a registry says that it has none: %s', error => {
    expect(doubts([pull('team/nosuch', error), pull('node:999', error)])).toEqual([]);
  });

  test.each([
    'localhost:5000/x',
    '127.0.0.1:5000/x',
    '172.17.0.2:5000/x',
    '198.18.3.4/x',
    '10.1.2.3:80/x',
    'registry:5000/x',
  ])('%s would be of its own', name => {
    expect(doubts([build(`FROM ${name}`, `Get "http://${name}/v2/": EOF`)])).toEqual([]);
  });
});

describe('what the engine could not get from elsewhere is to be asked for', () => {
  test.each(['node:22', 'postgres', 'grafana/grafana', 'docker.io/library/redis:8', 'index.docker.io/nginx'])(
    '%s',
    name => {
      expect(doubts([pull(name)])).toEqual(['hub']);
      expect(doubts([build(`FROM --platform=linux/amd64 ${name} AS build`, hubGone)])).toEqual(['hub']);
    },
  );

  test('also where something else has failed by itself', () => {
    expect(doubts([build('COPY a /', 'COPY failed: no a'), pull('app'), pull('redis:8')])).toEqual(['hub']);
    expect(doubts([build('FROM python:3', hubGone), pull('app')])).toEqual(['hub']);
  });

  test.each([
    'Get "https://ghcr.io/v2/": net/http: TLS handshake timeout',
    'Get "https://ghcr.io/v2/": x509: certificate signed by unknown authority',
    'Head "https://ghcr.io/v2/a/b/manifests/1": dial tcp 140.82.121.33:443: connect: connection refused',
    'received unexpected HTTP status: 503 Service Unavailable',
    'failed to solve: ghcr.io/a/b:1: failed to resolve source metadata for ghcr.io/a/b:1: failed to authorize: failed to fetch anonymous token: no active sessions',
  ])('elsewhere: %s', error => {
    expect(doubts([build('FROM ghcr.io/a/b:1', error)])).toEqual(['ghcr.io']);
  });

  test('by BuildKit’s words, whatever it was at', () => {
    const error =
      'node:22: failed to resolve source metadata for docker.io/library/node:22: failed to do request: Head "https://registry-1.docker.io/v2/library/node/manifests/22": dial tcp: lookup registry-1.docker.io: no such host';
    expect(doubts([build('RUN npm ci', error)])).toEqual(['hub']);
    expect(doubts([build('', error.replaceAll('node', 'nosuch'))])).toEqual([]);
  });

  test('one that does not serve just now has said so', () => {
    const error =
      'toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit';
    expect(doubts([pull('node:22', error)])).toEqual(['hub does not serve']);
    expect(doubts([pull('app', error)])).toEqual([]);
  });

  test('what was still being pulled when time was up', () => {
    const open = { ending: 'open', error: '' } as const;
    expect(doubts([{ ...pull('node:22'), ...open }], { endedBy: 'time' })).toEqual(['hub']);
    expect(doubts([build('FROM node:22', '', open)], { endedBy: 'time' })).toEqual(['hub']);
    expect(doubts([build('FROM node:22', '', open)])).toEqual([]);
    expect(doubts([build('RUN npm ci', '', open)], { endedBy: 'time' })).toEqual([]);
    expect(doubts([{ ...pull('app'), ...open }], { endedBy: 'time' })).toEqual([]);
  });

  test('not what was had on another try', () => {
    expect(doubts([pull('node:22'), pull('node:22', '')])).toEqual([]);
    expect(doubts([pull('node:22', ''), pull('node:22')])).toEqual(['hub']);
    expect(doubts([pull('node:22'), pull('redis:8', '')])).toEqual(['hub']);
  });

  test('an image that an argument names could be any', () => {
    expect(doubts([build(`FROM \${BASE}`, hubGone)])).toEqual(['hub']);
  });
});

describe('what a program prints is no evidence by itself', () => {
  test.each([
    `Get "https://registry-1.docker.io/v2/": no such host`,
    'toomanyrequests: 429',
    'x: failed to resolve source metadata: no such host',
  ])('in a command that failed, %s', text => {
    expect(doubts([ranOut(`echo '${text}'; exit 1`, text)])).toEqual([]);
    expect(
      doubts([
        build(
          'FROM node',
          `failed to solve: process "/bin/sh -c echo ${text}" did not complete successfully: exit code: 1`,
        ),
      ]),
    ).toEqual([]);
    expect(doubts([build('FROM node', `dockerfile parse error on line 2: unknown instruction: ${text}`)])).toEqual([]);
    expect(doubts([build('COPY a /', `COPY failed: file not found: ${text}`)])).toEqual([]);
  });

  test('an index is asked for only where a command failed that may have asked it', () => {
    expect(doubts([ranOut('npm ci', 'npm error code EAI_AGAIN')])).toEqual(['https://registry.npmjs.org/']);
    expect(doubts([ranOut('sh ./setup.sh && true', 'npm ERR! code SELF_SIGNED_CERT_IN_CHAIN')])).toEqual([
      'https://registry.npmjs.org/ certificate',
    ]);
    expect(doubts([ranOut("echo 'npm error code EAI_AGAIN'; exit 1", 'npm error code EAI_AGAIN')])).toEqual([]);
    expect(doubts([ranOut('npm ci', 'npm error code E404')])).toEqual([]);
    expect(doubts([ranOut('node a.js', 'getaddrinfo ENOTFOUND postgres')])).toEqual([]);
    const done = { ending: 'done', error: '', output: ['npm error code EAI_AGAIN'] } as const;
    expect(doubts([build('RUN npm ci || true', '', done)])).toEqual([]);
  });

  test.each([
    [
      "WARNING: Retrying (Retry(total=4, connect=None)) after connection broken by 'NewConnectionError'",
      'https://pypi.org/simple/',
    ],
    [
      "E: Failed to fetch http://deb.debian.org/x  Temporary failure resolving 'deb.debian.org'",
      'http://deb.debian.org/debian/',
    ],
    [
      "Err:1 http://archive.ubuntu.com x Temporary failure resolving 'archive.ubuntu.com'",
      'http://archive.ubuntu.com/ubuntu/',
    ],
    [
      'WARNING: fetching https://dl-cdn.alpinelinux.org/alpine/v3.20/main: temporary error (try again later)',
      'https://dl-cdn.alpinelinux.org/alpine/',
    ],
    [
      'go: github.com/x@v1: Get "https://proxy.golang.org/x": dial tcp: lookup proxy.golang.org: no such host',
      'https://proxy.golang.org/',
    ],
  ])('of %s it is known what to ask', (line, url) => {
    expect(doubts([ranOut('install', line)])).toEqual([url]);
  });

  test('BuildKit is needed where the builder says so, and not a command', () => {
    const error = 'the --mount option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/';
    expect(needsBuildKit(build('', error))).toBe(true);
    expect(needsBuildKit(ranOut(`echo ${error}; false`, error))).toBe(false);
  });
});
