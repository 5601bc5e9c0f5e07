/** Where a tool gets packages from, and what is said of it. */
export interface PackageIndex {
  readonly url: string;
  /** True if it is said to have shown a certificate that is not to be trusted. */
  readonly certificate: boolean;
}

const outage =
  '(no such host|could not resolve|getaddrinfo|EAI_AGAIN|ENOTFOUND|timed? ?out|TLS handshake|connection re(set|fused)|no route to host|network is unreachable|ECONN\\w+|ETIMEDOUT|\\bEOF\\b|x509|certificate|50[0234])';
const aboutCertificates = /x509|certificate|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_|DEPTH_ZERO/i;

/** Each is a line of a tool that fetches, and says that it could not; and where it fetches from. */
const signs: readonly (readonly [sign: RegExp, url: string])[] = [
  [
    /npm (ERR!|error) code (EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|E5\d\d|E429|SELF_SIGNED\w*|UNABLE_TO_\w+|CERT_\w+|DEPTH_ZERO\w*)/,
    'https://registry.npmjs.org/',
  ],
  [new RegExp(`ERR_PNPM_META_FETCH_FAIL.*${outage}`, 'i'), 'https://registry.npmjs.org/'],
  [new RegExp(`error .*https://registry\\.(npmjs|yarnpkg).*${outage}`, 'i'), 'https://registry.yarnpkg.com/'],
  [/WARNING: Retrying \(Retry\(total=\d+.*after connection broken by/, 'https://pypi.org/simple/'],
  [/Could not fetch URL https?:\/\/\S+ There was a problem confirming the ssl certificate/, 'https://pypi.org/simple/'],
  [/(Temporary failure resolving|Could not resolve) '[\w.-]*ubuntu/, 'http://archive.ubuntu.com/ubuntu/'],
  [
    /Temporary failure resolving '|Could not resolve '|Unable to connect to \S+:https?:/,
    'http://deb.debian.org/debian/',
  ],
  [/Cannot initiate the connection to |Could not connect to \S+:\d+ \(\S+\)/, 'http://deb.debian.org/debian/'],
  [
    /(WARNING|ERROR): (fetching|updating|opening) https?:\/\/\S+: (temporary error|DNS|network|TLS|connection|could not connect|operation timed out)/i,
    'https://dl-cdn.alpinelinux.org/alpine/',
  ],
  [new RegExp(`go: .*https?://(proxy|sum)\\.golang\\.org.*${outage}`, 'i'), 'https://proxy.golang.org/'],
  [new RegExp(`(index|static)\\.crates\\.io.*${outage}`, 'i'), 'https://index.crates.io/config.json'],
  [new RegExp(`rubygems\\.org.*${outage}`, 'i'), 'https://rubygems.org/'],
  [new RegExp(`repo\\.packagist\\.org.*${outage}`, 'i'), 'https://repo.packagist.org/packages.json'],
  [new RegExp(`Could not (transfer artifact|GET 'https?://).*${outage}`, 'i'), 'https://repo.maven.apache.org/maven2/'],
];

/**
 * The package index that a line of output says could not be reached: a claim, and no more. One that answers that it has no such package
 * was reached. Pure.
 */
export function indexClaim(line: string): PackageIndex | undefined {
  const url = signs.find(([sign]) => sign.test(line))?.[1];
  return url === undefined ? undefined : { url, certificate: aboutCertificates.test(line) };
}
