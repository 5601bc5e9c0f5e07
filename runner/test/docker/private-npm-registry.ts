import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { $ } from 'zx/core';

export interface PrivateNpmRegistry extends AsyncDisposable {
  /** `https://127.0.0.1:…/` */
  readonly address: string;
  /** The PEM file of the authority that vouches for it, which nobody else knows. */
  readonly authority: string;
  /** A build context: package.json and lockfile of a project that depends on the registry's one package. */
  readonly project: string;
}

const name = 'estaleiro-test-package';

/** An npm registry on loopback behind a private authority, as a company or a school has one. */
export async function privateNpmRegistry(): Promise<PrivateNpmRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'estaleiro-npm-'));
  const authority = join(folder, 'authority.pem');
  const run = $({ quiet: true, cwd: folder });
  try {
    await run`openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj ${'/CN=Estaleiro test authority'} -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out authority.pem`;
    const project = join(folder, 'project');
    await mkdir(join(folder, 'package'));
    await mkdir(project);
    await writeFile(join(folder, 'package/package.json'), JSON.stringify({ name, version: '1.0.0' }));
    await run`tar --create --gzip --file package.tgz package`;
    const tarball = await readFile(join(folder, 'package.tgz'));
    const server = createServer(
      { key: await readFile(join(folder, 'key.pem')), cert: await readFile(authority) },
      (request, response) => {
        const isTarball = request.url === `/${name}/-/${name}-1.0.0.tgz`;
        response.writeHead(isTarball ? 200 : 404).end(isTarball ? tarball : undefined);
      },
    );
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await writeProject(project, address, `sha512-${createHash('sha512').update(tarball).digest('base64')}`);
    return {
      ...{ address, authority, project },
      [Symbol.asyncDispose]: async () => {
        server.closeAllConnections();
        await new Promise(resolve => server.close(resolve));
        await rm(folder, { recursive: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function writeProject(folder: string, address: string, integrity: string): Promise<void> {
  const manifest = { name: 'project', version: '1.0.0', dependencies: { [name]: '1.0.0' } };
  const resolved = `${address}${name}/-/${name}-1.0.0.tgz`;
  const packages = { '': manifest, [`node_modules/${name}`]: { version: '1.0.0', resolved, integrity } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...manifest, lockfileVersion: 3, requires: true, packages }),
  );
  await writeFile(
    join(folder, 'Dockerfile'),
    `ARG BASE\nFROM $BASE\nCOPY package.json package-lock.json ./\nRUN npm ci --registry=${address} --replace-registry-host=never --fetch-retries=0\n`,
  );
}
