import { readFile } from 'node:fs/promises';
import { CouldNotTell } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { imagesMessages } from '../texts/images.ts';
import { hostProgram } from './host-program.ts';

/** Where Debian packages come from. */
export interface Mirror {
  readonly suite: string;
  /** Lines of a `sources.list`; without any, mmdebstrap knows where the suite is. */
  readonly sources: readonly string[];
  /** apt's settings for proxies and the like, as `--aptopt` takes them. */
  readonly options: readonly string[];
}

const vendors: Readonly<Record<string, string>> = { debian: 'Debian', ubuntu: 'Ubuntu' };

/** This machine's distribution and release as os-release(5) has it, such as `debian bookworm`, where it is one with apt. */
export async function hostRelease(file = '/etc/os-release'): Promise<string | undefined> {
  const content = await readFile(file, 'utf8').catch(() => '');
  const field = (name: string) => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(content)?.[1];
  const id = field('ID');
  const codename = field('VERSION_CODENAME');
  return id !== undefined && codename && vendors[id] ? `${id} ${codename}` : undefined;
}

/**
 * Where this machine gets a release from: read from apt, fetching apt's lists first where there are none. Another
 * release of the same distribution is where this machine's own one is, and one of another distribution is left to
 * mmdebstrap. Throws CouldNotTell without a mirror.
 */
export async function findMirror(release: string, language: Language, signal?: AbortSignal): Promise<Mirror> {
  const [vendor, suite = ''] = release.split(' ');
  const host = (await hostRelease()) ?? '';
  const run = (command: readonly string[]) => hostProgram(command, { language, deadlineMs: 120_000, signal });
  if (host.split(' ')[0] !== vendor)
    return { suite, sources: [], options: parseAptOptions(await run(['apt-config', 'dump'])) };
  const mirror = await hostMirror(host, language, signal);
  return host === release ? mirror : { ...mirror, suite, sources: sourcesOf(mirror.sources, suite) };
}

/**
 * The `sources.list` lines of another suite, from those of this machine's own: its updates and security fixes are where
 * this one's are. Only the main component, of which the images are made. Pure.
 */
export function sourcesOf(sources: readonly string[], suite: string): string[] {
  const others = sources.map(line => {
    const [, uri = '', name = ''] = line.split(' ');
    const [, pocket = ''] = /(-updates|-security)$/.exec(name) ?? [];
    return `deb ${uri} ${suite}${pocket} main`;
  });
  return [...new Set(others)];
}

async function hostMirror(release: string, language: Language, signal?: AbortSignal): Promise<Mirror> {
  const run = (command: readonly string[], deadlineMs = 120_000) =>
    hostProgram(command, { language, deadlineMs, signal });
  const list = async () => parseIndexTargets(await run(['apt-get', 'indextargets']), release);
  let sources = await list();
  if (sources.length === 0 && process.getuid?.() === 0) {
    await run(['apt-get', 'update', '-q', '-o', 'DPkg::Lock::Timeout=120']);
    sources = await list();
  }
  const t = imagesMessages[language];
  if (sources.length === 0) throw new CouldNotTell(t.noMirror(release), { next: ['sudo apt-get update', t.tryAgain] });
  const suite = release.split(' ')[1] ?? '';
  return { suite, sources, options: parseAptOptions(await run(['apt-config', 'dump'])) };
}

/**
 * The `sources.list` lines of a release, from what `apt-get indextargets` prints: blank-line separated records of
 * which only the release's own, its updates and its security fixes are wanted, never backports or other vendors'.
 */
export function parseIndexTargets(printed: string, release: string): string[] {
  const [id = '', codename = ''] = release.split(' ');
  const wanted = new Set([codename, `${codename}-updates`, `${codename}-security`]);
  const components = new Map<string, Set<string>>();
  for (const record of printed.split(/\n\s*\n/)) {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(record)?.[1] ?? '';
    if (field('Created-By') !== 'Packages' || field('Origin') !== vendors[id] || !wanted.has(field('Codename')))
      continue;
    const source = `deb ${field('Repo-URI')} ${field('Release')}`;
    components.set(source, (components.get(source) ?? new Set()).add(field('Component')));
  }
  return [...components].map(([source, names]) => `${source} ${[...names].sort().join(' ')}`);
}

/** The settings under `Acquire::http`, `Acquire::https` and `Acquire::Retries` of what `apt-config dump` prints. */
export function parseAptOptions(printed: string): string[] {
  return printed
    .split('\n')
    .filter(line => /^Acquire::(https?(::[^ ]+)?|Retries) "[^"]+";$/.test(line))
    .map(line => line.replace(/;$/, ''));
}
