import { readFile } from 'node:fs/promises';
import { CouldNotTell } from '../../errors.ts';
import { imagesMessages } from '../../language/images.ts';
import type { Language } from '../../language/language.ts';
import { hostProgram } from './host-program.ts';

/** Where Debian packages come from: this machine's own release and mirror. */
export interface Mirror {
  readonly suite: string;
  /** Lines of a `sources.list`. */
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

/** Reads the mirror from apt, fetching apt's lists first where there are none. Throws CouldNotTell without a mirror. */
export async function hostMirror(release: string, language: Language, signal?: AbortSignal): Promise<Mirror> {
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
