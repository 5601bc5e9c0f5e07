import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { $, which } from 'zx/core';

export interface LoopbackRegistry extends AsyncDisposable {
  /** Host and port, on loopback. */
  readonly address: string;
}

/** An image registry of the test's own: Debian's `docker-registry`, on a free port, with its own folder. */
export async function loopbackRegistry(): Promise<LoopbackRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'estaleiro-registry-'));
  try {
    const config = join(folder, 'config.yml');
    await writeFile(
      config,
      `version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: ${folder}/data\nhttp:\n  addr: 127.0.0.1:0\n`,
    );
    const registry = spawn(await program(folder), ['serve', config], { stdio: ['ignore', 'ignore', 'pipe'] });
    const exited = once(registry, 'exit');
    const close = async () => {
      registry.kill();
      await exited;
      await rm(folder, { recursive: true });
    };
    try {
      const address = await listening(createInterface({ input: registry.stderr }), 20_000);
      registry.stderr.resume();
      return { address, [Symbol.asyncDispose]: close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Unpacked rather than installed where it is missing: an installed one would start a service on a fixed port. */
async function program(folder: string): Promise<string> {
  const installed = await which('docker-registry', { nothrow: true });
  if (installed) return installed;
  const apt = $({ quiet: true, cwd: folder });
  // apt downloads as a user of its own, for whom the folder is closed: it says so, and goes on as root.
  await apt`apt-get download -q docker-registry`.catch(async () => {
    await apt`apt-get update -q -o DPkg::Lock::Timeout=120`;
    await apt`apt-get download -q docker-registry`;
  });
  const [archive = ''] = (await readdir(folder)).filter(name => name.endsWith('.deb'));
  await apt`dpkg-deb --extract ${archive} package`;
  return join(folder, 'package/usr/bin/docker-registry');
}

async function listening(lines: AsyncIterable<string>, deadlineMs: number): Promise<string> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`the registry did not listen within ${deadlineMs} ms`)),
    deadlineMs,
  );
  const said = async () => {
    for await (const line of lines) {
      const address = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (address) return address;
    }
    throw new Error('the registry ended before it listened');
  };
  try {
    return await Promise.race([said(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
