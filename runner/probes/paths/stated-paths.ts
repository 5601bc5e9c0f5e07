import { locationsIn } from './gateway-paths.ts';
import { isHarmless } from './harmless-path.ts';
import { inOrder } from './paths.ts';

/** A file of somebody's program, or of what they wrote about it. */
export interface TextFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Nobody has to be asked for more: with so many routes, the likeliest tell. */
const maxPaths = 40;
const maxLength = 120;

/** What a path is worth: where somebody says "try this", where a route is declared, and where a text merely looks like one. */
const worth = { request: 40, route: 20, address: 10, literal: 5 } as const;
/** More where the same file asks others for something: what it serves may be made of that. */
const callingFile = 10;

const program = /\.(?:[cm]?[jt]sx?|py|go|java|kt|scala|groovy|php|rb|ru|cs|rs|exs?|pl|cgi|lua|dart|swift|clj|vue)$/i;
const configuration = /(?:\.conf|\.cfg|nginx[^/]*|Caddyfile|\.template)$/i;

/** Requests that a program makes of others, in the words of many languages and libraries. */
const asksOthers =
  /\bfetch\s*\(|\baxios\b|\bgot\s*[.(]|\bundici\b|https?\.(?:get|request)\s*\(|\brequests\.|\bhttpx\b|\baiohttp\b|urlopen|urllib3|http\.(?:Get|NewRequest|Client)|HttpClient|RestTemplate|WebClient|FeignClient|OkHttp|URLConnection|curl_(?:init|exec)|file_get_contents\s*\(|Guzzle|Net::HTTP|Faraday|HTTParty|reqwest|proxy_pass|createProxyMiddleware/;

/**
 * The paths that a program's own files name, likeliest first: those that scripts and instructions ask for, the routes that
 * sources declare, and texts in them that look like paths; what says only whether a service lives comes last. A 1 stands in
 * for each parameter. Only what can be asked for with GET, and sounds harmless. Pure.
 */
export function statedPaths(files: readonly TextFile[]): string[] {
  const best = new Map<string, number>();
  for (const { path, value } of files.flatMap(pathsOf)) {
    const clean = cleaned(path);
    if (clean !== undefined && value > (best.get(clean) ?? 0)) best.set(clean, value);
  }
  const ranked = [...best].sort(([, one], [, other]) => other - one).map(([path]) => path);
  return inOrder(ranked).slice(0, maxPaths);
}

interface Stated {
  readonly path: string;
  readonly value: number;
}

function pathsOf({ path, text }: TextFile): Stated[] {
  const valued = (paths: readonly string[], value: number) => paths.map(it => ({ path: it, value }));
  const script = /(?:^|\/)((?:cgi-bin\/)[\w./-]+|[\w-]+\.php)$/.exec(path)?.[1];
  const served = script === undefined || /index\.php$/.test(script) ? [] : [`/${script}`];
  if (program.test(path) || served.length > 0) {
    const more = asksOthers.test(text) ? callingFile : 0;
    return [
      ...valued(routesIn(text), worth.route + more),
      ...valued(served, worth.address + more),
      ...valued(literalsIn(text), worth.literal + more),
      ...addressesIn(commentsOf(text)).filter(({ value }) => value === worth.request),
    ];
  }
  if (configuration.test(path))
    return valued(locationsIn(text), worth.route + (asksOthers.test(text) ? callingFile : 0));
  return [...addressesIn(text), ...valued(mentionedIn(text), worth.route)];
}

const commentsOf = (text: string) => (text.match(/(?:\/\/|#|\*|\/\*)[^\n]*/g) ?? []).join('\n');

const otherMethod =
  /(?:-X|--request|--method)[ =]*["']?(?:POST|PUT|PATCH|DELETE)\b|\s(?:-d|--data\S*|--json|-F|--form|--post-data)\b/i;
const ownHost = String.raw`(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\]|\d+\.\d+\.\d+\.\d+|\$\{?\w+\}?|\$\([^)]*\)|[a-z][\w-]*)`;
const urls = new RegExp(
  String.raw`(?:https?:\/\/${ownHost}(?::(?:\d+|\$\{?\w+\}?))?|\b${ownHost}:(?:\d{2,5}|\$\{?\w+\}?)|\blocalhost)(\/[^\s"'\x60<>()|;\\,]*)`,
  'gi',
);

/** Commands that ask for a page, and addresses of this machine: somebody is meant to try that. */
const isToBeTried = /\b(?:curl|wget|https?|Invoke-(?:WebRequest|RestMethod)|iwr|irm)\s|localhost|127\.0\.0\.1/i;

/** The paths of URLs of this machine, of containers and of variables, in commands and in prose. */
function addressesIn(text: string): Stated[] {
  const lines = text.replace(/\\\r?\n/g, ' ').split(/\r?\n/);
  return lines
    .filter(line => !otherMethod.test(line) || /\s(?:-G|--get)\b/.test(line))
    .flatMap(line => {
      const value = isToBeTried.test(line) ? worth.request : worth.address;
      return [...line.matchAll(urls)].map(([, path = '']) => ({ path: path.replace(/[.:*_~!?\]]+$/, ''), value }));
    });
}

/** `GET /path`, and paths in backquotes or table cells, in prose. */
function mentionedIn(text: string): string[] {
  const patterns = [/\bGET\b[\s`'"*:|]+(\/[\w/{}<>:.-]*)/g, /[`'"](\/[\w/{}<>:.-]*)[`'"]/g];
  return patterns.flatMap(pattern => [...text.matchAll(pattern)].map(([, path = '']) => path.replace(/[.:]+$/, '')));
}

const quote = String.raw`["'\x60]`;
const inner = String.raw`([^"'\x60\n]{0,120})`;
/** Ways in which frameworks declare what is asked for with GET, or with anything. The path may stand without its first slash. */
const declarations: readonly RegExp[] = [
  // Express, Fastify, Koa, Hono, FastAPI, Slim, Ktor, Gin, Echo, chi, .NET; Flask and aiohttp; Go; Rust.
  new RegExp(
    String.raw`\.(?:get|all|use|any|route|handle|HandleFunc|Handle|Get|GET|Any|Map|MapGet|add_get|add_url_rule|mount_proc|mount|createContext|add_route|api_route|websocket)\s*(?:<[^>\n]*>)?\(\s*(?:[a-z]\w*,\s*)?[rf]?${quote}(?:GET\s+)?(\/[^"'\x60\n]{0,120})${quote}`,
    'g',
  ),
  // Sinatra, Rails, Ktor, Elixir's router: a word at the beginning of a line.
  new RegExp(String.raw`^[ \t]*(?:get|match|route|resources?|scope)[ \t(]+${quote}(\/?[\w/:.{}-]+)${quote}`, 'gm'),
  // Laravel; Django.
  new RegExp(String.raw`Route::(?:get|any|view|match)\(\s*(?:\[[^\]]*\]\s*,\s*)?${quote}${inner}${quote}`, 'g'),
  new RegExp(String.raw`\b(?:re_)?path\(\s*r?${quote}\^?${inner}${quote}\s*,`, 'g'),
  // Rust's attributes.
  /#\[(?:get|route)\(\s*"([^"\n]*)"/g,
];
/** What stands before the paths of a whole file or class. */
const prefixes: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:prefix|url_prefix|basePath|base_path|context-path)\s*[=:]\s*${quote}(\/[^"'\x60\n]{0,80})${quote}`,
    'g',
  ),
  new RegExp(
    String.raw`\.(?:use|Group|group|Route|PathPrefix|register|register_blueprint|include_router)\(\s*${quote}(\/[^"'\x60\n]{1,80})${quote}`,
    'g',
  ),
  new RegExp(
    String.raw`@(?:RequestMapping|Path|Controller|RestController)\(\s*(?:(?:value|path)\s*=\s*)?\{?\s*${quote}${inner}${quote}[^)]*\)(?:\s|@\w+(?:\([^)]*\))?|public|export|abstract|final|default)*class\b`,
    'g',
  ),
];
/** Annotations of methods: Spring, Micronaut, JAX-RS, servlets, Nest. */
const annotations: readonly RegExp[] = [
  new RegExp(
    String.raw`@(?:GetMapping|RequestMapping|Get|All|Path|WebServlet|Route|HttpGet)\(\s*(?:(?:value|path|urlPatterns|name)\s*=\s*)?\{?\s*${quote}${inner}${quote}`,
    'g',
  ),
];
const bareAnnotation = /@(?:GetMapping|Get)(?:\(\s*\))?(?=\s)/;

/** The routes that a program declares. */
function routesIn(text: string): string[] {
  const code = withoutOtherMethods(text);
  const all = (patterns: readonly RegExp[], from: string) =>
    patterns.flatMap(pattern => [...from.matchAll(pattern)].map(([, path = '']) => path));
  const before = [...new Set(all(prefixes, code))].slice(0, 4);
  const own = [...new Set([...all(declarations, code), ...all(annotations, code)])].filter(
    path => !before.includes(path),
  );
  const bare = bareAnnotation.test(code) ? before : [];
  const under = before.flatMap(prefix => own.map(path => joined(prefix, path)));
  // A prefix may stand in one of many classes: with and without it, then.
  return [...under, ...bare, ...own].map(path => joined('', path));
}

const joined = (prefix: string, path: string) =>
  `${`/${prefix}`.replace(/\/+$/, '')}/${path.replace(/^[/^]+/, '')}`.replace(/\/{2,}/g, '/').replace(/\$$/, '');

/** Texts in a program that look like paths: what a request's own is compared with. */
function literalsIn(text: string): string[] {
  const found = [
    ...withoutOtherMethods(text).matchAll(/(["'`])(?:GET\s+)?(\/(?:(?!\1)[^\s\n\\]){0,100})\1/g),
    // A pattern: `/^\/orders\/?$/`.
    ...text.matchAll(/(\/\^)((?:\\\/[\w-]+)+)/g),
  ];
  return found.map(([, , path = '']) => path.replaceAll('\\/', '/')).filter(path => !isOfTheSystem(path));
}

const isOfTheSystem = (path: string) =>
  /^\/(?:app|bin|dev|etc|home|lib|lib64|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|data|code|src|workspace)(?:\/|$)/.test(
    path,
  );

/** Lines that declare what is asked for with another method than GET. */
const declaresOther =
  /\.(?:post|put|patch|delete|Post|Put|Patch|Delete|POST|PUT|PATCH|DELETE|Map(?:Post|Put|Patch|Delete)|add_(?:post|put|patch|delete))\s*\(|@(?:Post|Put|Patch|Delete)(?:Mapping)?\b|HttpPost|#\[(?:post|put|patch|delete)|^\s*(?:post|put|patch|delete)\s+["']|Route::(?:post|put|patch|delete)|RequestMethod\.(?:POST|PUT|PATCH|DELETE)|\bmethods\s*[=:]|["'`](?:POST|PUT|PATCH|DELETE)\b/;

function withoutOtherMethods(text: string): string {
  const isOther = (line: string) => declaresOther.test(line) && !/\bGET\b|\bget\(|\.Get\(/.test(line);
  return text
    .split(/\r?\n/)
    .map(line => (isOther(line) ? '' : line))
    .join('\n');
}

const asset =
  /\.(?:[cm]?jsx?|[cm]?tsx?|css|s[ac]ss|map|png|jpe?g|gif|svg|ico|webp|woff2?|ttf|py|pyc|go|java|class|jar|war|sh|bash|conf|cfg|ini|ya?ml|toml|lock|md|sql|db|sqlite3?|log|pid|sock|env|so|exe|gz|zip|tar)$/i;

/** A path to ask for; `undefined` if it is none, or nobody should ask for it by chance. */
function cleaned(stated: string): string | undefined {
  const path = stated
    .replace(/#.*$/, '')
    .replace(/\$\{[^}]*\}|\$\w+|#\{[^}]*\}|\{[^}]*\}|<[^>]*>|\([^)]*\)[?*+]?|(?<=\/):\w+\??/g, '1')
    .replace(/\[[^\]]*\][?*+]?/g, '1')
    .replace(/\/?\*+$|[?$]+$/g, '')
    .replace(/(?<=\/)\.\.\.$/, '');
  if (path === '' || path === '/' || path.length > maxLength || path.startsWith('//')) return undefined;
  const encoded = /^[\p{L}\d/._~%-]+(?:\?[\p{L}\d._~%=&+-]*)?$/u.test(path) ? encodeURI(decoded(path)) : undefined;
  if (encoded === undefined || !/[\p{L}\d]/u.test(path) || path.includes('/../')) return undefined;
  if (asset.test(path.split('?')[0] ?? '') || !isHarmless(decoded(path))) return undefined;
  return encoded;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
