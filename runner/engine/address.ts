import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DockerOptions } from 'dockerode';

/** Where an engine is: `unix://`, `tcp://`, `https://`, `ssh://` or `npipe://`, as `DOCKER_HOST` says it. */
export interface EngineAddress {
  readonly address: string;
  /** Paths of PEM files; without them `tcp://` is plain HTTP. */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string } | undefined;
}

/** The same for dockerode. Throws a TypeError for an address that is no URL. */
export function dockerodeOptions({ address, tls }: EngineAddress): DockerOptions {
  if (address.startsWith('unix://')) return { socketPath: address.slice('unix://'.length) };
  if (address.startsWith('npipe://')) return { socketPath: address.slice('npipe://'.length) };
  const url = new URL(address);
  if (url.protocol === 'ssh:') {
    return {
      protocol: 'ssh',
      host: url.hostname,
      port: url.port || 22,
      username: url.username,
      sshOptions: { agent: process.env.SSH_AUTH_SOCK },
    } as DockerOptions;
  }
  const secure = tls !== undefined || url.protocol === 'https:';
  const pem = (path: string | undefined) => (path === undefined ? undefined : readFileSync(path));
  return {
    protocol: secure ? 'https' : 'http',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || (secure ? 2376 : 2375),
    ...(secure ? { ca: pem(tls?.ca), cert: pem(tls?.cert), key: pem(tls?.key) } : {}),
  } as DockerOptions;
}

/** The TLS files that Docker's own tools expect in a folder such as `DOCKER_CERT_PATH`. */
export function tlsFilesIn(folder: string): NonNullable<EngineAddress['tls']> {
  return { ca: join(folder, 'ca.pem'), cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
}
