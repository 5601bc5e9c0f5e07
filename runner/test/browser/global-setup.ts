import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { canProvide, systemPath, thisSystem } from '../../setup/system.ts';
import { findChromium } from './chromium.ts';

const run = promisify(execFile);
/** A slow line may take minutes, and another program may hold apt's lock for as long. */
const deadlineMs = 10 * 60_000;

/** Before the tests in a browser: Debian's chromium, installed where there is none and we may; no other is ever downloaded. */
export async function setup(): Promise<void> {
  if (findChromium() !== undefined) return;
  if (canProvide(thisSystem())) await install();
  if (findChromium() === undefined)
    throw new Error('The tests of the HTML reports need Chromium, and none was found. Install it, and run them again.');
}

async function install(): Promise<void> {
  process.stderr.write('Installing chromium, which the tests of the HTML reports need…\n');
  const apt = (...command: string[]) =>
    run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...command], {
      timeout: deadlineMs,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, PATH: systemPath, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
    });
  const packages = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'];
  // Lists that are there may be old, or none may be there at all.
  await apt(...packages).catch(async () => {
    await apt('update');
    await apt(...packages);
  });
}
