import type { EngineAddress } from '../engine/address.ts';
import { tlsFilesIn } from '../engine/address.ts';
import type { DockerConfig } from './docker-config.ts';

/** What the person chose, in the order in which the Docker CLI looks; without a choice, the usual sockets are tried. */
export type EngineChoice =
  | { readonly kind: 'host'; readonly address: string; readonly tls: EngineAddress['tls'] }
  | { readonly kind: 'context'; readonly name: string; readonly chosenBy: 'DOCKER_CONTEXT' | 'docker context use' }
  | { readonly kind: 'none' };

/** Pure. `readConfig` is asked only where the environment says nothing: a broken file then does not matter. */
export async function engineChoice(
  env: Readonly<Record<string, string | undefined>>,
  configFolder: string,
  readConfig: () => Promise<DockerConfig>,
): Promise<EngineChoice> {
  if (env.DOCKER_HOST?.trim()) {
    const secure = Boolean(env.DOCKER_TLS_VERIFY || env.DOCKER_TLS) && !env.DOCKER_HOST.trim().startsWith('unix:');
    const tls = secure ? tlsFilesIn(env.DOCKER_CERT_PATH || configFolder) : undefined;
    return { kind: 'host', address: env.DOCKER_HOST, tls };
  }
  if (env.DOCKER_CONTEXT) {
    if (env.DOCKER_CONTEXT === 'default') return { kind: 'none' };
    return { kind: 'context', name: env.DOCKER_CONTEXT, chosenBy: 'DOCKER_CONTEXT' };
  }
  const { currentContext } = await readConfig();
  if (currentContext === undefined) return { kind: 'none' };
  return { kind: 'context', name: currentContext, chosenBy: 'docker context use' };
}
