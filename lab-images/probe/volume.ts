import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { copyDatabases, copyFolder, stampOf } from './volume-copy.ts';
import { type Baseline, compareWith, readDatabase, takeBaseline } from './volume-databases.ts';
import { listVolume } from './volume-files.ts';
import type { TakenVolume, VolumeAnswer, VolumeRequest } from './volume-protocol.ts';

/**
 * The volume program: looks into a learner's volumes, which are mounted read-only, and works on a copy in a volume of the
 * lab's own. It ends when its standard input does, so that it never outlives the `lab` that started it.
 */

const volumes = '/volumes';
const scratch = '/scratch';
const lookEveryMs = 25;
const quietMs = 120;
/** A program that never rests has been seen to work all the same. */
const busyMs = 800;

let baselines: readonly Baseline[] = [];

async function answer(request: VolumeRequest): Promise<VolumeAnswer> {
  const { id } = request;
  switch (request.do) {
    case 'survey': {
      const mounted = readdirSync(volumes).sort((one, other) => Number(one) - Number(other));
      return { id, kind: 'survey', volumes: mounted.map(name => listVolume(join(volumes, name))) };
    }
    case 'take':
      return { id, kind: 'take', taken: await take(request.capBytes) };
    case 'remember':
      baselines = request.paths.map(path => takeBaseline(scratch, path));
      return { id, kind: 'remember' };
    case 'await-change':
      return { id, kind: 'await-change', changed: await changed(request.timeoutMs) };
    case 'compare':
      return { id, kind: 'compare', databases: baselines.map(baseline => compareWith(scratch, baseline)) };
  }
}

async function take(capBytes: number): Promise<TakenVolume> {
  const source = join(volumes, '0');
  const listing = listVolume(source);
  if (listing.partial || listing.bytes > capBytes) return { listing, copied: false, databases: [] };
  copyFolder(source, scratch);
  let databases: TakenVolume['databases'] = [];
  // A copy of a database that is being written to may be torn without any sign of it.
  for (let tries = 0; tries < 3; tries++) {
    await copyDatabases(source, scratch, listing.databases);
    databases = listing.databases.map(path => readDatabase(scratch, path));
    if (databases.every(({ problems, error }) => problems.length === 0 && error === undefined)) break;
    await pause(quietMs);
  }
  return { listing, copied: true, databases };
}

async function changed(timeoutMs: number): Promise<boolean> {
  const paths = baselines.map(({ path }) => path);
  const start = stampOf(scratch, paths);
  const end = Date.now() + timeoutMs;
  while (stampOf(scratch, paths) === start) {
    if (Date.now() >= end) return false;
    await pause(lookEveryMs);
  }
  const busyEnd = Date.now() + busyMs;
  let last = stampOf(scratch, paths);
  for (let quietSince = Date.now(); Date.now() - quietSince < quietMs && Date.now() < busyEnd; ) {
    await pause(lookEveryMs);
    const now = stampOf(scratch, paths);
    if (now !== last) quietSince = Date.now();
    last = now;
  }
  return true;
}

const tell = (said: VolumeAnswer) => process.stdout.write(`${JSON.stringify(said)}\n`);

const requests = createInterface({ input: process.stdin });
requests.on('line', line => {
  const request = JSON.parse(line) as VolumeRequest;
  answer(request).then(tell, error => tell({ id: request.id, kind: 'error', message: String(error) }));
});
requests.on('close', () => process.exit(0));
