import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { CouldNotTell } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { imagesMessages } from '../texts/images.ts';
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

/** Where mmdebstrap looks for the keys of Debian's archive. */
const debianKeyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * Installs what unpacking packages needs, where it is missing and we may: mmdebstrap and, for a release of Debian on
 * another distribution, the keys of Debian's archive. Throws CouldNotTell, with the command to run, where we may not.
 */
export async function provideMmdebstrap(
  language: Language,
  signal: AbortSignal | undefined,
  say: (line: string) => void,
  release?: string,
): Promise<void> {
  const needsKeys = release?.startsWith('debian ') === true && !(await isThere(debianKeyring));
  const missing = [
    ...((await hasProgram('mmdebstrap')) ? [] : ['mmdebstrap']),
    ...(needsKeys ? ['debian-archive-keyring', 'gpg'] : []),
  ];
  if (missing.length === 0) return;
  const t = imagesMessages[language];
  if (process.getuid?.() !== 0)
    throw new CouldNotTell(t.missingPackages(missing.join(', ')), {
      next: [`sudo apt-get install -y ${missing.join(' ')}`, t.tryAgain],
    });
  say(t.installing(missing.join(', ')));
  const apt = (...args: string[]) =>
    hostProgram(['apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      language,
      deadlineMs: 300_000,
      signal,
    });
  const install = () => apt('install', '--no-install-recommends', ...missing);
  // apt's lists may be missing or older than the mirror's packages.
  await install().catch(async () => {
    signal?.throwIfAborted();
    await apt('update');
    await install();
  });
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
