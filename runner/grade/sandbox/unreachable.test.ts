import { expect, test } from 'vitest';
import { isAboutDockerHub, isPulling, saysUnreachable } from './unreachable.ts';

test.each([
  'docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: no such host.',
  'Error response from daemon: Get "https://ghcr.io/v2/": net/http: TLS handshake timeout',
  'Error response from daemon: Get "https://registry-1.docker.io/v2/": x509: certificate signed by unknown authority',
  'Error response from daemon: Head "https://quay.io/v2/a/b/manifests/1": dial tcp 10.0.0.1:443: connect: connection refused',
  'Error response from daemon: Get "https://registry-1.docker.io/v2/": context deadline exceeded',
  'toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
  'received unexpected HTTP status: 503 Service Unavailable',
  'nosuch/image: failed to resolve source metadata for docker.io/nosuch/image:latest: failed to do request: Head "https://registry-1.docker.io/v2/nosuch/image/manifests/latest": dial tcp: lookup registry-1.docker.io on 127.0.0.11:53: no such host',
  'ghcr.io/x/y: failed to resolve source metadata for ghcr.io/x/y:1: failed to authorize: failed to fetch anonymous token: no active sessions',
  'npm error code EAI_AGAIN',
  'npm ERR! code SELF_SIGNED_CERT_IN_CHAIN',
  'npm error code E503',
  "WARNING: Retrying (Retry(total=4, connect=None)) after connection broken by 'NewConnectionError'",
  "E: Failed to fetch http://deb.debian.org/x  Temporary failure resolving 'deb.debian.org'",
  'WARNING: fetching https://dl-cdn.alpinelinux.org/alpine/v3.20/main: temporary error (try again later)',
  'go: github.com/x@v1: Get "https://proxy.golang.org/x": dial tcp: lookup proxy.golang.org: no such host',
])('out of reach: %s', line => {
  expect(saysUnreachable(line)).toBe(true);
});

test.each([
  'docker: Error response from daemon: manifest for node:999 not found: manifest unknown: manifest unknown.',
  "docker: Error response from daemon: pull access denied for nosuch, repository does not exist or may require 'docker login'",
  'docker: Error response from daemon: Get "http://localhost:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused.',
  'Error response from daemon: Get "https://127.0.0.1:5000/v2/": x509: certificate signed by unknown authority',
  'npm error code E404',
  'npm error code ERESOLVE',
  'ERROR: Could not find a version that satisfies the requirement nosuch',
  'E: Unable to locate package nosuch',
  'curl: (7) Failed to connect to localhost port 8080: Connection refused',
  'Error: connect ECONNREFUSED 172.18.0.3:5432',
  'getaddrinfo ENOTFOUND postgres',
  '',
])('answered, or the submission’s own: %s', line => {
  expect(saysUnreachable(line)).toBe(false);
});

test('of Docker Hub it is known by its hosts', () => {
  expect(isAboutDockerHub('Get "https://registry-1.docker.io/v2/": EOF')).toBe(true);
  expect(isAboutDockerHub('Get "https://ghcr.io/v2/": EOF')).toBe(false);
  expect(isAboutDockerHub('Get "https://docker.io.example.org/v2/": EOF')).toBe(false);
});

test('what docker says last before it pulls is known', () => {
  for (const line of [
    "Unable to find image 'node:22' locally",
    'Step 1/9 : FROM node:22',
    '22: Pulling from library/node',
  ])
    expect(isPulling(line)).toBe(true);
  for (const line of ['Step 2/9 : RUN npm ci', 'Status: Downloaded newer image for node:22', ''])
    expect(isPulling(line)).toBe(false);
});
