/** What keeps one from a registry or an index: names that do not resolve, hosts that do not answer, TLS, faults of the server. */
const outage = [
  'no such host|server misbehaving|temporary failure in name resolution|could not resolve|getaddrinfo|EAI_AGAIN|ENOTFOUND',
  'i/o timeout|timed? ?out|TLS handshake|context deadline exceeded|request canceled|connection reset|\\bEOF\\b',
  'connection refused|no route to host|network is unreachable|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH',
  'x509|certificate|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_',
  'unexpected (http )?status(:| code)? ?(5\\d\\d|429)|toomanyrequests|50[0234] (bad|service|gateway|internal)',
].join('|');

const local = /\b(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?\//i;

/** Each is a line of a tool that fetches, and says that it could not. */
const signs: readonly RegExp[] = [
  // docker, of a registry: `Get "https://registry.example/v2/": dial tcp: lookup …`.
  new RegExp(`(Get|Head|Post) "?https?://[^"\\s]+/v2/.*(${outage})`, 'i'),
  /toomanyrequests:|You have reached your (unauthenticated )?pull rate limit/i,
  /received unexpected HTTP status: 5\d\d/i,
  // BuildKit, of a registry that wants a token: it has nobody to ask for one.
  /failed to resolve source metadata .*no active sessions/i,
  // npm, pnpm and yarn.
  /npm (ERR!|error) code (EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|E5\d\d|E429|SELF_SIGNED\w*|UNABLE_TO_\w+|CERT_\w+|DEPTH_ZERO\w*)/,
  new RegExp(`(ERR_PNPM_META_FETCH_FAIL|error .*https://registry\\.(npmjs|yarnpkg)).*(${outage})`, 'i'),
  // pip, and what is built on it.
  /WARNING: Retrying \(Retry\(total=\d+.*after connection broken by/,
  /Could not fetch URL https?:\/\/\S+ There was a problem confirming the ssl certificate/,
  // apt and apk.
  /Temporary failure resolving '|Could not resolve '|Unable to connect to \S+:https?:|Cannot initiate the connection to /,
  /Could not connect to \S+:\d+ \(\S+\)/,
  /(WARNING|ERROR): (fetching|updating|opening) https?:\/\/\S+: (temporary error|DNS|network|TLS|connection|could not connect|operation timed out)/i,
  // go, cargo, gem, composer, Maven and Gradle.
  new RegExp(`go: .*https?://(proxy\\.golang\\.org|sum\\.golang\\.org).*(${outage})`, 'i'),
  new RegExp(`(index\\.crates\\.io|static\\.crates\\.io|rubygems\\.org|repo\\.packagist\\.org).*(${outage})`, 'i'),
  new RegExp(`Could not (transfer artifact|GET 'https?://).*(${outage})`, 'i'),
];

/**
 * True where a line of output says that a registry or a package index could not be reached. One that answers that it has no such
 * image or package was reached; and what runs on the submission's own `localhost` is the submission's. Pure.
 */
export function saysUnreachable(line: string): boolean {
  return !local.test(line) && signs.some(sign => sign.test(line));
}

/** True where that is about Docker Hub, which can be asked whether it is there. Pure. */
export const isAboutDockerHub = (line: string): boolean =>
  /https?:\/\/([\w.-]+\.docker\.io|[\w.-]+\.docker\.com|cache:5000)\b/.test(line);

/** True of a line that docker writes before it begins to pull an image. Pure. */
export const isPulling = (line: string): boolean =>
  /^Unable to find image '[^']+' locally$|^(Step \d+\/\d+ : |\[[^\]]*\] )?FROM |^\[internal\] load metadata for |^resolve image config for |^\S+: Pulling from /i.test(
    line.trim(),
  );
