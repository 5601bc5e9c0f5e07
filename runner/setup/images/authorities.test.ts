import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { certificatesIn, mergeCertificates, privateAuthorities, publicAuthorities } from './authorities.ts';

const pem = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
const school = pem('U2Nob29s');
const company = pem('Q29tcGFueQ==');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estaleiro-authorities-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = async (name: string, content: string) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

test('certificates read the same however their lines are broken, and what is between them is passed over', () => {
  const text = `# School\r\n-----BEGIN CERTIFICATE-----\r\nU2No\r\nb29s\r\n-----END CERTIFICATE-----\r\nbag ${company}`;
  expect(certificatesIn(text)).toEqual([school, company]);
  expect(certificatesIn('no certificate')).toEqual([]);
});

test('a bundle has each certificate once', () => {
  expect(mergeCertificates([school], [company, school])).toBe(school + company);
});

test("what the machine trusts beyond Mozilla's comes from Node's, OpenSSL's and npm's settings", async () => {
  const [mozilla = ''] = publicAuthorities();
  const forNpm = pem('TnBt');
  await file('.npmrc', `cafile = "\${WHERE}/npm.pem"\n`);
  await file('npm.pem', forNpm);
  const env = {
    NODE_EXTRA_CA_CERTS: await file('node.pem', mozilla + school),
    SSL_CERT_FILE: await file('openssl.pem', school + company),
    WHERE: folder,
    HOME: '/nowhere',
  };
  expect(await privateAuthorities(env, folder)).toEqual([school, company, forNpm].sort());
});

test('settings that lead nowhere are passed over', async () => {
  const env = { NODE_EXTRA_CA_CERTS: join(folder, 'missing'), npm_config_cafile: join(folder, 'gone'), HOME: folder };
  expect(await privateAuthorities(env, folder)).toEqual([]);
});
