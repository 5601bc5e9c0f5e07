import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dockerodeOptions, tlsFilesIn } from './address.ts';

test.each([
  ['unix:///var/run/docker.sock', { socketPath: '/var/run/docker.sock' }],
  ['npipe:////./pipe/docker_engine', { socketPath: '//./pipe/docker_engine' }],
  ['tcp://10.0.0.5:2375', { protocol: 'http', host: '10.0.0.5', port: '2375' }],
  ['tcp://10.0.0.5', { protocol: 'http', host: '10.0.0.5', port: 2375 }],
  ['tcp://[fd00::5]:2375', { protocol: 'http', host: 'fd00::5', port: '2375' }],
  ['https://engine.example', { protocol: 'https', host: 'engine.example', port: 2376 }],
  ['ssh://ana@lab.example:2222', { protocol: 'ssh', host: 'lab.example', port: '2222', username: 'ana' }],
  ['ssh://ana@lab.example', { protocol: 'ssh', port: 22 }],
])('%s', (address, options) => {
  expect(dockerodeOptions({ address })).toMatchObject(options);
});

test('with TLS the files are read, and what is not there is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'estaleiro-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const tls = tlsFilesIn(folder);
  expect(() => dockerodeOptions({ address: 'tcp://10.0.0.5', tls })).toThrow('ca.pem');
  for (const path of [tls.ca, tls.cert, tls.key]) writeFileSync(path ?? '', `PEM of ${path}`);
  const options = dockerodeOptions({ address: 'tcp://10.0.0.5', tls });
  expect(options).toMatchObject({ protocol: 'https', port: 2376 });
  expect(String(options.ca)).toContain('ca.pem');
  expect(String(options.cert)).toContain('cert.pem');
  expect(String(options.key)).toContain('key.pem');
});

test('an address that is no URL is a TypeError', () => {
  expect(() => dockerodeOptions({ address: 'docker' })).toThrow(TypeError);
});
