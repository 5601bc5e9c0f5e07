import { readFile } from 'node:fs/promises';

/** systemd-resolved answers on loopback; whom it asks itself stands here. */
const files = ['/etc/resolv.conf', '/run/systemd/resolve/resolv.conf'];

/**
 * The name servers that containers of a nested engine can ask: those of this machine that are not on its loopback. Without
 * them, such an engine asks servers that may not be reachable, because what its own resolv.conf names is a loopback, too.
 */
export async function nameServers(): Promise<string[]> {
  for (const file of files) {
    const servers = serversIn(await readFile(file, 'utf8').catch(() => ''));
    if (servers.length > 0) return servers;
  }
  return [];
}

/** From a resolv.conf(5). Pure. */
export function serversIn(content: string): string[] {
  const named = [...content.matchAll(/^\s*nameserver\s+(\S+)/gm)].map(([, server = '']) => server);
  return named.filter(server => /^[0-9.]+$|^[0-9a-f:]+$/i.test(server) && !/^127\.|^::1$/.test(server));
}
