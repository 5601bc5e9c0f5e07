import { tarEntriesOf } from '../base/tar-entries.ts';
import { type Engine, EngineError } from '../engine/engine.ts';
import type { ContainerFacts } from '../engine/facts.ts';

/** Where servers that are made to be gateways keep their configuration. */
const places: readonly { readonly server: RegExp; readonly path: string }[] = [
  { server: /nginx|openresty/, path: '/etc/nginx' },
  { server: /caddy/, path: '/etc/caddy' },
  { server: /haproxy/, path: '/etc/haproxy' },
  { server: /haproxy/, path: '/usr/local/etc/haproxy' },
  { server: /traefik/, path: '/etc/traefik' },
];

const maxBytes = 200_000;
const isConfiguration = /(\.(conf|cfg|ya?ml|toml|json)|Caddyfile|(sites-enabled|conf\.d)\/[^/]+)$/;

/** Passive: the configuration files in a container, where its process or image is a server that has some. */
export async function readConfiguration(
  engine: Engine,
  container: ContainerFacts,
  signal: AbortSignal,
): Promise<string> {
  const process = [...container.command, container.image].join(' ');
  const given = container.command.filter(word => /^\/.*\.(conf|cfg|ya?ml|toml)$|Caddyfile$/.test(word));
  const usual = places.filter(({ server }) => server.test(process)).map(({ path }) => path);
  const texts = await Promise.all([...given, ...usual].map(path => readFiles(engine, container.id, path, signal)));
  return texts.join('\n');
}

/** Empty where there is nothing of that name. */
async function readFiles(engine: Engine, container: string, path: string, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const { type, name, content } of tarEntriesOf(engine.archive(container, path, { signal }))) {
      const isWanted = type === 'file' && isConfiguration.test(name);
      for await (const chunk of content) {
        size += chunk.length;
        if (isWanted && size <= maxBytes) chunks.push(chunk);
      }
      chunks.push(Buffer.from('\n'));
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof EngineError) || error.kind === 'unreachable') throw error;
  }
  return Buffer.concat(chunks).toString('utf8');
}
