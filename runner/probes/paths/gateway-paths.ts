import type { Role } from '../../challenge/definition.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { isHarmless } from './harmless-path.ts';
import { isHealthCheck } from './health-check.ts';
import { pathsIn } from './paths.ts';

/** Where people put an API that does not stand at the root. */
const prefixes = ['', '/api', '/v1', '/api/v1'];
/** The same for words that few people use: a role's first words are the usual ones. */
const rarePrefixes = ['', '/api'];
const maxUsual = 4;

/** A gateway that names very many paths is asked for the likeliest. */
const maxNamed = 16;

/** Where a gateway itself says which paths it has. */
export interface Sources {
  /** Answers to requests for its front page. */
  readonly index: string;
  /** Its configuration files. */
  readonly configuration: string;
  /** Paths that its author names in scripts, prose and sources, and those in its own files. */
  readonly stated?: readonly string[];
  /** What it was told at its start. */
  readonly container: Pick<ContainerFacts, 'env' | 'command'>;
}

/**
 * The paths under which a service may be found behind a gateway, likeliest first: as a person gave it, else as the brief
 * names it, as the gateway itself names it, and as such services are usually called.
 */
export function candidatePaths(
  service: Role,
  others: readonly Role[],
  given: string | undefined,
  sources: Sources,
): string[] {
  if (given !== undefined) return [given];
  const suggested = prefixes.map(prefix => `${prefix}/${service.suggested}`);
  const [first = '', ...further] = suggested;
  const usual = service.words.flatMap((word, index) =>
    (index < maxUsual ? prefixes : rarePrefixes).map(prefix => `${prefix}/${word}`),
  );
  return [...new Set([first, ...namedPaths(service, others, sources), ...further, ...usual])];
}

/** True if a part of the path is one of the role's words. */
export const speaksOf = (path: string, { words }: Role): boolean =>
  path
    .toLowerCase()
    .split('/')
    .some(part => words.includes(part));

/** What it names, those with a word of the service first and without those with a word of another. */
function namedPaths(
  service: Role,
  others: readonly Role[],
  { index, configuration, stated = [], container }: Sources,
): string[] {
  const told = [...Object.entries(container.env).filter(([name]) => name !== 'PATH'), ...container.command.entries()];
  const named = [
    ...stated,
    ...pathsIn(index),
    ...locationsIn(configuration),
    ...told.flatMap(([, text]) => pathsIn(text).filter(path => !isFile(path))),
  ];
  const whole = [...new Set(named.flatMap(path => [collection(path), path]))].filter(
    path => path !== '/' && !isHealthCheck(path) && isHarmless(path),
  );
  const anothers = (path: string) => others.some(other => speaksOf(path, other)) && !speaksOf(path, service);
  const own = whole.filter(path => speaksOf(path, service));
  return [...own, ...whole.filter(path => !own.includes(path) && !anothers(path))].slice(0, maxNamed);
}

/** `/users/1`, which may come of `/users/:id`, is one of `/users`. */
const collection = (path: string) => path.replace(/(\/1)+$/, '') || '/';

const isFile = (path: string) =>
  /^\/(app|bin|dev|etc|home|lib|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)(\/|$)/.test(path);

/** The paths that the configuration of nginx, Caddy, HAProxy or Traefik tells apart. */
export function locationsIn(configuration: string): string[] {
  const patterns = [
    /^[ \t]*location[ \t]+(?:(?:=|\^~|~\*?)[ \t]+)?\^?(\/[\w/-]*)/gm,
    /^[ \t]*(?:handle|handle_path|route|reverse_proxy)[ \t]+(\/[\w/-]*)/gm,
    /\bpath(?:_beg|_dir)?(?:[ \t]+-[im])*[ \t]+(\/[\w/-]*)/g,
    /\bPath(?:Prefix)?\(`(\/[\w/-]*)/g,
  ];
  const found = patterns.flatMap(pattern => [...configuration.matchAll(pattern)].map(([, path = '']) => path));
  return [...new Set(found.map(path => path.replace(/(?<=.)\/$/, '')))];
}
