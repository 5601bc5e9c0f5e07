import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { labImages } from '../../../lab-images/images.ts';
import { label } from '../../engine/labels.ts';
import { brokenPromises } from '../../setup/images/contract.ts';
import { longTest } from '../long.ts';
import { build, docker, engine, env, prefix, removeBuiltImages, removeImages, tolerant } from './images-bench.ts';
import { loopbackRegistry } from './loopback-registry.ts';

removeBuiltImages();

test("where the registry is reachable, its images are the base; where they won't do, Debian's packages are", async () => {
  await using registry = await loopbackRegistry();
  const at = { ...env, LAB_REGISTRY: registry.address };
  const repository = `${registry.address}/chainguard/node`;
  try {
    for (const [tag, base] of [
      ['latest-dev', 'lab/node:26-dev'],
      ['latest', 'lab/node:26'],
    ] as const)
      await push(`${repository}:${tag}`, `FROM ${base}\nENV STAND_IN=${tag}\nENTRYPOINT ["/elsewhere"]\n`);
    const family = ['node:26-dev', 'node:26', 'probe:latest'];
    const said = await build({ env: at, only: family });
    expect(said.join('\n')).toContain(`fetching ${repository}@sha256:`);
    for (const { name, contract, base } of labImages.filter(image => family.includes(image.name))) {
      expect(await brokenPromises(engine, `${prefix}${name}`, contract)).toEqual([]);
      const facts = await engine.image(`${prefix}${name}`);
      expect(facts?.env.STAND_IN).toBe(name === 'node:26-dev' ? 'latest-dev' : 'latest');
      if (base.kind === 'assembled') expect(facts?.labels[label.source]).toContain(`registry:${repository}@sha256:`);
    }
    expect(await build({ env: at, only: family })).toEqual([]);

    const replaced = await engine.image(`${prefix}node:26`);
    await push(`${repository}:latest`, 'FROM lab/node:26\nENV STAND_IN=newer\n');
    const again = await build({ env: at, only: family });
    expect(again.some(line => line.includes('node:26-dev'))).toBe(false);
    for (const name of ['node:26', 'probe:latest'])
      expect((await engine.image(`${prefix}${name}`))?.env.STAND_IN).toBe('newer');
    expect(replaced && (await engine.image(replaced.id))).toBeUndefined();

    await push(`${repository}:latest`, 'FROM lab/node:26-dev\n');
    const fallen = await build({ env: at, only: ['node:26'] });
    expect(fallen.join('\n')).toMatch(/won't do \(with .*\/busybox.*\): building from Debian packages/);
    const facts = await engine.image(`${prefix}node:26`);
    expect(facts?.labels[label.source]).toMatch(/^packages:/);
    const contract = labImages.find(({ name }) => name === 'node:26')?.contract;
    expect(contract && (await brokenPromises(engine, `${prefix}node:26`, contract))).toEqual([]);
    const forced = build({ env: { ...at, LAB_IMAGES_SOURCE: 'chainguard' }, only: ['node:26'] });
    await expect(forced).rejects.toThrow('came out different');
  } finally {
    await removeImages(`${registry.address}/*/*`);
  }
});

longTest(
  "a registry's image of another major version won't do, is not fetched again, and changes no other image",
  async () => {
    await using registry = await loopbackRegistry();
    const at = { ...env, LAB_REGISTRY: registry.address };
    const only = ['postgres', 'redis'];
    const newer = `echo 'echo "postgres (PostgreSQL) 18.4"' >/usr/local/bin/postgres && chmod 755 /usr/local/bin/postgres`;
    try {
      await push(`${registry.address}/chainguard/redis:latest`, 'FROM lab/redis:8\nENV STAND_IN=redis\n');
      await push(`${registry.address}/chainguard/postgres:latest`, `FROM lab/postgres:17\nUSER 0\nRUN ${newer}\n`);
      const said = (await build({ env: at, only })).join('\n');
      expect(said).toContain("won't do (postgres is 18.4, not 17): building from Debian packages");
      expect((await engine.image(`${prefix}redis:8`))?.env.STAND_IN).toBe('redis');
      const database = await engine.image(`${prefix}postgres:17`);
      expect(database?.labels[label.source]).toBe('packages:debian trixie');
      const contract = labImages.find(({ name }) => name === 'postgres:17')?.contract;
      expect(contract && (await brokenPromises(engine, `${prefix}postgres:17`, contract))).toEqual([]);

      expect(await build({ env: at, only })).toEqual([]);
      expect((await engine.image(`${prefix}postgres:17`))?.id).toBe(database?.id);
      const forced = build({ env: { ...at, LAB_IMAGES_SOURCE: 'chainguard' }, only });
      await expect(forced).rejects.toMatchObject({ why: 'postgres is 18.4, not 17' });
    } finally {
      await removeImages(`${registry.address}/*/*`);
    }
  },
);

test('where a forced registry is out of reach, it is said which and why', async () => {
  const building = build({ env: { ...env, LAB_REGISTRY: '127.0.0.1:1', LAB_IMAGES_SOURCE: 'chainguard' } });
  await expect(building).rejects.toMatchObject({
    message: 'The images of 127.0.0.1:1 are out of reach.',
    why: expect.stringContaining('ECONNREFUSED'),
    exitCode: 3,
  });
});

async function push(reference: string, dockerfile: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'estaleiro-push-'));
  try {
    await writeFile(join(folder, 'Dockerfile'), dockerfile);
    await docker`docker build --tag ${reference} ${folder}`;
    await docker`docker push ${reference}`;
  } finally {
    await rm(folder, { recursive: true });
    await tolerant`docker image rm ${reference}`;
  }
}
