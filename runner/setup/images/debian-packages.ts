import { join } from 'node:path';
import { CouldNotTell } from '../../errors.ts';
import { imagesMessages } from '../../language/images.ts';
import type { Language } from '../../language/language.ts';
import { hasProgram, hostProgram } from './host-program.ts';
import type { Mirror } from './mirror.ts';

export interface PackagesRequest {
  readonly packages: readonly string[];
  readonly mirror: Mirror;
  /** Debian's name of it. */
  readonly architecture: string;
  readonly folder: string;
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
}

/** Unpacks Debian packages, and what they depend on, into a tar archive; none of their scripts is run. */
export async function unpackPackages(request: PackagesRequest): Promise<string> {
  const { packages, mirror, architecture, folder, language, signal } = request;
  const archive = join(folder, 'packages.tar');
  await hostProgram(
    [
      'mmdebstrap',
      ...['--variant=extract', `--architectures=${architecture}`, `--include=${packages.join(',')}`],
      ...mirror.options.map(option => `--aptopt=${option}`),
      ...[mirror.suite, archive, ...mirror.sources],
    ],
    { language, deadlineMs: 600_000, signal, env: { TMPDIR: folder } },
  );
  return archive;
}

/** Installs mmdebstrap where it is missing and we may. Throws CouldNotTell, with the command to run, where we may not. */
export async function provideMmdebstrap(
  language: Language,
  signal: AbortSignal | undefined,
  say: (line: string) => void,
): Promise<void> {
  if (await hasProgram('mmdebstrap')) return;
  const t = imagesMessages[language];
  if (process.getuid?.() !== 0)
    throw new CouldNotTell(t.noMmdebstrap, { next: ['sudo apt-get install -y mmdebstrap', t.tryAgain] });
  say(t.installingMmdebstrap);
  const apt = (...args: string[]) =>
    hostProgram(['apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      language,
      deadlineMs: 300_000,
      signal,
    });
  const install = () => apt('install', '--no-install-recommends', 'mmdebstrap');
  // apt's lists may be missing or older than the mirror's packages.
  await install().catch(async () => {
    signal?.throwIfAborted();
    await apt('update');
    await install();
  });
}
