import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { $, type ProcessOutput } from 'zx/core';
import { CouldNotTell } from '../../base/errors.ts';
import { systemPath } from '../system.ts';
import { aptReason, aptStep, aptTrouble, enginePackages } from './apt-output.ts';
import type { Progress } from './progress.ts';

const minute = 60_000;
/** One run of apt may download for minutes over a slow line. */
const runDeadlineMs = 20 * minute;
/** Other programs (unattended upgrades) hold apt's lock for minutes after a machine's start. */
const lockDeadlineMs = 10 * minute;

/** True if the engine's program is there; the `docker` command alone does not make one. */
export function engineIsInstalled(): boolean {
  return systemPath.split(':').some(folder => existsSync(`${folder}/dockerd`));
}

/** Installs Debian's or Ubuntu's engine. Needs root. Throws CouldNotTell with apt's own words where it fails. */
export async function installEngine(progress: Progress): Promise<void> {
  const { t, say } = progress;
  const candidate = await apt(['apt-cache', 'policy', 'docker.io'], undefined);
  const trouble = /Candidate: *\d/.test(candidate.stdout) ? undefined : await update(progress);
  const packages = enginePackages({
    appArmor: contentOf('/sys/module/apparmor/parameters/enabled').startsWith('Y'),
    cgroups: / - cgroup2? /.test(contentOf('/proc/self/mountinfo')),
    separateClient: /Candidate: *\d/.test((await apt(['apt-cache', 'policy', 'docker-cli'], undefined)).stdout),
  });
  say(t.installing(packages.join(' ')));
  const install = [
    'apt-get',
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    '-o',
    'Dpkg::Options::=--force-confold',
  ];
  await runApt([...install, ...packages], progress, trouble);
  if (!engineIsInstalled()) throw new CouldNotTell(t.stillNoDockerd, { next: t.fixApt });
  say(t.installed);
}

/**
 * Fetches the lists of packages. One source of several may be out of reach without harm, so a failure is only remembered:
 * it is the reason where the installation fails after it.
 */
async function update(progress: Progress): Promise<string | undefined> {
  progress.say(progress.t.updatingLists);
  try {
    await runApt(['apt-get', 'update', '-q', '-o', 'APT::Update::Error-Mode=any'], progress);
    return undefined;
  } catch (error) {
    if (error instanceof CouldNotTell) return error.why;
    throw error;
  }
}

/** Runs apt, over the troubles that pass or that it can be helped out of: each help is given once. */
async function runApt(command: string[], progress: Progress, earlierTrouble?: string): Promise<void> {
  const { t, say, signal } = progress;
  const helped = new Set<string>();
  let whyNoLists = earlierTrouble;
  const end = performance.now() + lockDeadlineMs;
  for (;;) {
    const result = await apt(command, progress);
    if (result.exitCode === 0) return;
    signal?.throwIfAborted();
    const trouble = aptTrouble(result.stdall);
    const firstTime = !helped.has(trouble);
    helped.add(trouble);
    if (trouble === 'locked' && performance.now() < end) {
      if (firstTime) say(t.aptLocked(lockDeadlineMs / minute));
      await sleep(2_000, undefined, { signal });
    } else if (trouble === 'interrupted-dpkg' && firstTime) {
      await apt(['dpkg', '--configure', '-a'], progress);
    } else if (trouble === 'stale-lists' && firstTime && command[1] !== 'update') {
      whyNoLists ??= await update(progress);
    } else {
      throw new CouldNotTell(t.aptFailed(command.slice(0, 2).join(' ')), {
        why: [whyNoLists, aptReason(result.stdall)].filter(Boolean).join('\n'),
        next: t.fixApt,
      });
    }
  }
}

async function apt(command: string[], progress: Progress | undefined): Promise<ProcessOutput> {
  // Detached: dpkg must not be cut short by the terminal's Ctrl-C; the signal asks apt-get to stop in good order.
  const running = $({
    detached: true,
    nothrow: true,
    quiet: true,
    timeout: runDeadlineMs,
    killSignal: 'SIGINT',
    ...(progress?.signal ? { signal: progress.signal } : {}),
    env: {
      ...process.env,
      PATH: systemPath,
      LC_ALL: 'C',
      DEBIAN_FRONTEND: 'noninteractive',
      NEEDRESTART_SUSPEND: '1',
      NEEDRESTART_MODE: 'l',
    },
  })`${command}`;
  if (progress !== undefined) {
    let rest = '';
    running.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const step of lines.map(aptStep)) {
        if (step !== undefined) progress.say(`  ${progress.t.apt[step.does]} ${step.what}`);
      }
    });
  }
  return running;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
