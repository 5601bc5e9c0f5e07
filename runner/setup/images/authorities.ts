import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';

const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates in a PEM text, each normalised so that the same one always reads the same. */
export function certificatesIn(pem: string): string[] {
  return (pem.match(certificate) ?? []).map(block => {
    const body = block.replace(/-----[A-Z ]+-----/g, '').replace(/\s+/g, '');
    const lines = body.match(/.{1,64}/g) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  });
}

/** One PEM bundle of several lists, each certificate once. */
export function mergeCertificates(...lists: readonly (readonly string[])[]): string {
  return [...new Set(lists.flat())].join('');
}

/** Mozilla's authorities, as Node brings them. */
export const publicAuthorities = (): string[] => certificatesIn(rootCertificates.join('\n'));

/**
 * The certificates that this machine's Node, npm or OpenSSL were told to trust beyond Mozilla's: of a company's or
 * school's own authority, most often. They come from `NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE` and npm's `cafile`;
 * a file that is not there is passed over, as Node does.
 */
export async function privateAuthorities(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Promise<string[]> {
  const files = [env.NODE_EXTRA_CA_CERTS, env.SSL_CERT_FILE, await npmCafile(env, root)];
  const known = new Set(publicAuthorities());
  const found = await Promise.all(
    [...new Set(files)].map(async file => (file ? certificatesIn(await readOptional(file)) : [])),
  );
  return [...new Set(found.flat())].filter(pem => !known.has(pem)).sort();
}

/** npm's `cafile`, read from its files: to ask npm itself costs a third of a second. */
async function npmCafile(env: Readonly<Record<string, string | undefined>>, root: string): Promise<string | undefined> {
  const given = env.npm_config_cafile ?? env.NPM_CONFIG_CAFILE;
  if (given) return given;
  const user = env.npm_config_userconfig ?? env.NPM_CONFIG_USERCONFIG ?? join(env.HOME ?? homedir(), '.npmrc');
  const everyone = env.npm_config_globalconfig ?? env.NPM_CONFIG_GLOBALCONFIG ?? '/etc/npmrc';
  for (const file of [join(root, '.npmrc'), user, everyone]) {
    const line = /^\s*cafile\s*=\s*"?([^"\n]+?)"?\s*$/m.exec(await readOptional(file));
    if (line?.[1]) return line[1].replace(/\$\{(\w+)\}/g, (_, name: string) => env[name] ?? '');
  }
  return undefined;
}

async function readOptional(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}
