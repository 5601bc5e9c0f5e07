import { PolicyRefusal } from './refusal.ts';

/** A request's path and query, read once and in one way. */
export interface RequestTarget {
  /** Such as `v1.41`. */
  readonly version: string;
  /** Decoded, without the version. */
  readonly segments: readonly string[];
  readonly query: ReadonlyMap<string, readonly string[]>;
}

/** What is asked for where the client names no version: every engine that the lab works with speaks it. */
const usualVersion = 'v1.41';

const longest = 16_384;

/**
 * Reads a request target (RFC 9112, origin form only). Doubled slashes and `.` go; `..`, in any encoding, control characters,
 * backslashes and what would need to be decoded twice are refused: no client of Docker sends them.
 */
export function readTarget(target: string): RequestTarget {
  if (target.length > longest || !/^\/[\x21-\x7e]*$/.test(target) || target.includes('#')) throw malformed(target);
  const [path = '', ...rest] = target.split('?');
  const segments = path
    .split('/')
    .map(decodeOnce)
    // A slash that was written `%2F` separates like any other: an image's name may be encoded whole.
    .flatMap(segment => segment.split('/'))
    .filter(segment => segment !== '' && segment !== '.');
  if (segments.some(segment => segment === '..' || !/^[\w.:@+~,=-]+$/.test(segment))) throw malformed(target);
  const first = segments[0] ?? '';
  const isVersion = /^v\d/.test(first);
  if (isVersion && !/^v1\.(2[4-9]|[3-9]\d)$/.test(first)) throw new PolicyRefusal('endpoint', `/${first}`);
  return {
    version: isVersion ? first : usualVersion,
    segments: isVersion ? segments.slice(1) : segments,
    query: readQuery(rest.join('?')),
  };
}

function readQuery(text: string): ReadonlyMap<string, readonly string[]> {
  // Go and browsers differ about `;`.
  if (text.includes(';')) throw malformed(text);
  const query = new Map<string, string[]>();
  for (const pair of text.split('&').filter(pair => pair !== '')) {
    const [name = '', ...value] = pair.split('=');
    const key = decodeOnce(name.replaceAll('+', ' '));
    const values = query.get(key) ?? [];
    values.push(decodeOnce(value.join('=').replaceAll('+', ' ')));
    query.set(key, values);
  }
  return query;
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed(text);
  }
}

function malformed(text: string): PolicyRefusal {
  return new PolicyRefusal('malformed', 'URL', text, 400);
}
