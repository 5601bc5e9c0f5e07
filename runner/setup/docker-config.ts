import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineAddress } from '../engine/address.ts';
import { tlsFilesIn } from '../engine/address.ts';

/** What the Docker CLI's own configuration says about which engine to use. */
export interface DockerConfig {
  /** The context that `docker context use` chose; undefined for `default`. */
  readonly currentContext: string | undefined;
}

/** A file of the Docker CLI's configuration that cannot be used as it is. */
export class DockerConfigFault extends Error {
  override readonly name = 'DockerConfigFault';
  readonly kind: 'unreadable' | 'unknown-context';
  readonly file: string;

  constructor(kind: DockerConfigFault['kind'], file: string, message: string) {
    super(message);
    this.kind = kind;
    this.file = file;
  }
}

/** The folder of the Docker CLI's configuration. */
export function dockerConfigFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  return env.DOCKER_CONFIG || join(home, '.docker');
}

/** Reads `config.json`. No file is an empty one. Throws DockerConfigFault when it cannot be read or is no JSON. */
export async function readDockerConfig(folder: string): Promise<DockerConfig> {
  const file = join(folder, 'config.json');
  const json = existsSync(file) ? await readJson(file) : {};
  const current = (json as { currentContext?: unknown }).currentContext;
  const named = typeof current === 'string' && current !== '' && current !== 'default';
  return { currentContext: named ? current : undefined };
}

/**
 * The engine of a context. The CLI keeps each in a folder named by the SHA-256 of the context's name, and its TLS files in
 * another. Throws DockerConfigFault for a context that is not there or has no Docker endpoint.
 */
export async function readDockerContext(folder: string, name: string): Promise<EngineAddress> {
  const digest = createHash('sha256').update(name).digest('hex');
  const file = join(folder, 'contexts', 'meta', digest, 'meta.json');
  if (!existsSync(file)) throw new DockerConfigFault('unknown-context', file, name);
  const meta = (await readJson(file)) as { Endpoints?: { docker?: { Host?: unknown } } };
  const address = meta.Endpoints?.docker?.Host;
  if (typeof address !== 'string') throw new DockerConfigFault('unreadable', file, 'Endpoints.docker.Host?');
  const files = Object.entries(tlsFilesIn(join(folder, 'contexts', 'tls', digest, 'docker')));
  const tls = Object.fromEntries(files.filter(([, path]) => existsSync(path)));
  return Object.keys(tls).length === 0 ? { address } : { address, tls };
}

async function readJson(file: string): Promise<object> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new DockerConfigFault('unreadable', file, (error as Error).message);
  }
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) return json;
  } catch (error) {
    throw new DockerConfigFault('unreadable', file, (error as Error).message);
  }
  throw new DockerConfigFault('unreadable', file, text.trim().slice(0, 40));
}
