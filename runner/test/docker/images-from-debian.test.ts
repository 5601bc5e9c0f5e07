import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { label } from '../../engine/labels.ts';
import { labImagesStatus } from '../../setup/images/status.ts';
import { build, engine, env, prefix, removeBuiltImages, root, tolerant } from './images-bench.ts';
import { privateNpmRegistry } from './private-npm-registry.ts';

removeBuiltImages();

describe('from Debian packages', () => {
  const debian = { ...env, LAB_IMAGES_SOURCE: 'debian' };

  test('what is missing is built, what is current is left alone, what changed is built anew', async () => {
    const before = await temporaryFolders();
    await using npm = await privateNpmRegistry();
    const first = await build({ env: debian, only: ['node:26-dev'] });
    expect(first[0]).toMatch(/^\[1\/1\] estaleiro-test-[0-9a-f]+\/node:26-dev: /);
    const built = await engine.image(`${prefix}node:26-dev`);
    expect(built?.origin).toBe('lab');

    expect(await build({ env: debian, only: ['node:26-dev'] })).toEqual([]);
    expect((await engine.image(`${prefix}node:26-dev`))?.id).toBe(built?.id);

    const npmCi = () =>
      tolerant`docker build --no-cache --force-rm --network host --build-arg BASE=${prefix}node:26-dev --tag ${prefix}private ${npm.project}`;
    expect((await npmCi()).exitCode).not.toBe(0);

    const trusting = { ...debian, NODE_EXTRA_CA_CERTS: npm.authority };
    const status = await labImagesStatus({ engine, root, env: trusting, prefix });
    expect(status.find(({ image }) => image.name === 'node:26-dev')?.state).toBe('outdated');
    await build({ env: trusting, only: ['node:26-dev'] });
    expect((await engine.image(`${prefix}node:26-dev`))?.id).not.toBe(built?.id);
    const run = await npmCi();
    expect(run.exitCode, run.stderr).toBe(0);
    expect(await temporaryFolders()).toEqual(before);
  });

  test('a build that is called off leaves no folder and no image that counts as current', async () => {
    const before = await temporaryFolders();
    const stop = new AbortController();
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const building = build({ env: debian, only: ['node:26'], signal: stop.signal, say });
    const refused = expect(building).rejects.toThrow('enough');
    await vi.waitFor(async () => expect(await unpacking()).toBe(true), { timeout: 60_000, interval: 20 });
    stop.abort(new Error('enough'));
    await refused;
    expect(said).not.toEqual([]);
    expect(await temporaryFolders()).toEqual(before);
    expect((await engine.image(`${prefix}node:26`))?.labels[label.inputs]).toBeUndefined();
  });
});

async function temporaryFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter(name => name.startsWith(`estaleiro-images-${process.pid}-`));
}

/** True while mmdebstrap works in one of this process's folders. */
async function unpacking(): Promise<boolean> {
  const inside = await Promise.all((await temporaryFolders()).map(name => readdir(join(tmpdir(), name))));
  return inside.flat().some(name => name.startsWith('mmdebstrap.'));
}
