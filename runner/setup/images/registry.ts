import type { RegistryImage } from '../../../lab-images/lab-image.ts';

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** How long the registry may take to answer one request, in milliseconds. Away from the internet, everyone waits for it. */
const deadlineMs = 3_000;

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/**
 * The image's reference with the digest that its tag has at this moment. Throws an Error whose message is one line on
 * why the registry could not say: not reachable, no such image, too slow.
 */
export async function pinnedReference(registry: string, image: RegistryImage, signal?: AbortSignal): Promise<string> {
  const base = `${loopback.test(registry) ? 'http' : 'https'}://${registry}/v2/`;
  const url = `${base}${image.repository}/manifests/${image.tag}`;
  const { request } = await import('undici');
  const head = async (headers: Record<string, string>) => {
    const deadline = AbortSignal.timeout(deadlineMs);
    const response = await request(url, {
      method: 'HEAD',
      headers: { accept: manifestTypes, ...headers },
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
    await response.body.dump();
    return response;
  };
  try {
    let response = await head({});
    const challenge = response.headers['www-authenticate'];
    if (response.statusCode === 401 && typeof challenge === 'string')
      response = await head({ authorization: `Bearer ${await anonymousToken(challenge, signal)}` });
    if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}`);
    const digest = response.headers['docker-content-digest'];
    if (typeof digest !== 'string') throw new Error('no Docker-Content-Digest');
    return `${registry}/${image.repository}@${digest}`;
  } catch (error) {
    signal?.throwIfAborted();
    throw new Error(`${registry}/${image.repository}:${image.tag}: ${reason(error)}`, { cause: error });
  }
}

/** Public images need a token all the same: anyone gets one where the challenge says. */
async function anonymousToken(challenge: string, signal?: AbortSignal): Promise<string> {
  const parameters = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  const realm = parameters.get('realm');
  if (!challenge.startsWith('Bearer ') || realm === undefined) throw new Error('HTTP 401');
  const url = new URL(realm);
  for (const name of ['service', 'scope']) {
    const value = parameters.get(name);
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const { request } = await import('undici');
  const deadline = AbortSignal.timeout(deadlineMs);
  const response = await request(url, { signal: signal ? AbortSignal.any([signal, deadline]) : deadline });
  const json = (await response.body.json()) as { token?: string; access_token?: string };
  const token = json.token ?? json.access_token;
  if (token === undefined) throw new Error(`HTTP ${response.statusCode}`);
  return token;
}

function reason(error: unknown): string {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  return name === 'TimeoutError' ? `${deadlineMs / 1000} s` : (code ?? message ?? String(error));
}
