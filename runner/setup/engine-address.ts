import { isAbsolute } from 'node:path';

/** Why an address is no use: it is not one, it has a scheme that no Linux or macOS engine has, or it has no host. */
export type AddressFault = 'not-an-address' | 'unsupported-scheme' | 'no-host' | 'relative-path';

/** The address as `DOCKER_HOST` takes it, tidied; or what is wrong with it. Pure. */
export function parseEngineAddress(text: string): { address: string } | { fault: AddressFault } {
  const address = text.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined) return { fault: 'not-an-address' };
  const rest = address.slice(scheme.length + '://'.length);
  if (scheme === 'unix') return isAbsolute(rest) ? { address: `unix://${rest}` } : { fault: 'relative-path' };
  if (!['tcp', 'http', 'https', 'ssh'].includes(scheme)) return { fault: 'unsupported-scheme' };
  if (!URL.canParse(address)) return { fault: 'not-an-address' };
  const url = new URL(address);
  if (url.hostname === '') return { fault: 'no-host' };
  return { address };
}

/** The path of a `unix://` address, or undefined for any other. */
export function socketPathOf(address: string): string | undefined {
  return address.startsWith('unix://') ? address.slice('unix://'.length) : undefined;
}
