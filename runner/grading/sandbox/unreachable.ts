import { shellCommands } from '../intake/plan/shell-commands.ts';
import type { ImageRequest } from './image-request.ts';
import { isOfficialImage } from './official-images.ts';
import { indexClaim, type PackageIndex } from './package-index.ts';

/** What keeps one from a registry: names that do not resolve, hosts that do not answer, TLS, faults of the server. */
const outage = new RegExp(
  [
    'no such host|server misbehaving|temporary failure in name resolution',
    'i/o timeout|timed? ?out|TLS handshake|context deadline exceeded|request canceled|connection reset|\\bEOF\\b',
    'connection refused|no route to host|network is unreachable|x509|certificate|no active sessions',
  ].join('|'),
  'i',
);
/** It answers, but not this. */
const throttled = /toomanyrequests|pull rate limit|(?:HTTP status|status(?: code)?|parsing HTTP):? ?(?:429|5\d\d)/i;
/** It answers that it has no such thing. */
const absent =
  /manifest unknown|manifest for \S+ not found|pull access denied|repository \S* ?does not exist|name unknown/i;

/** What the engine says of an instruction that failed by itself. The command stands in it as the submission has it. */
const commandFailure =
  /^(?:failed to solve: )?(?:The command '(.*)' returned a non-zero code|process "(.*)" did not complete successfully|executor failed running \[(.*)\]|failed to run: )/s;
/** What it says that does not come from a registry, either. */
const ownFailure =
  /^(?:failed to solve[^:]*: )?(?:(?:COPY|ADD) failed|dockerfile parse error|Syntax error|failed to (?:compute|copy files))/i;
/** BuildKit's words: it does not get its images in the order of the instructions. */
const buildKitPull = /^(?:failed to solve[^:]*: )?\S+: failed to (?:resolve source metadata|do request|authorize|copy)/;

/** Commands that get nothing from anywhere. */
const fetchesNothing =
  /^(?:echo|printf|true|false|exit|return|test|\[|:|cat|ls|cp|mv|mkdir|rm|ln|chmod|chown|sleep|set|cd|export|pwd|touch|head|tail|grep)$/;

/** What the machine has to be asked about, before it can be told whose failure something is. */
export type Doubt =
  /** Docker Hub, or what stands for it; `told`: the engine has already been told that it does not serve just now. */
  | { readonly kind: 'hub'; readonly told: boolean }
  | { readonly kind: 'registry'; readonly host: string }
  | { readonly kind: 'index'; readonly index: PackageIndex };

/** What is known of a script beside its requests. */
export interface Circumstances {
  /** Names that it gave to images, or meant to: whether that succeeded or not. */
  readonly namedImages: readonly string[];
  readonly endedBy: 'itself' | 'time' | 'output' | 'memory';
  /** True if Docker Hub's images come from Docker Hub: then it is known which of one word there may be. */
  readonly isDockerHub: boolean;
}

/**
 * What of all that failed may have failed because something could not be reached from here; empty where it is the submission's own
 * failure. It is read off what the engine was asked for and what it answered, and never off what a program prints alone. Pure.
 */
export function doubtsOf(requests: readonly ImageRequest[], around: Circumstances): Doubt[] {
  const named = [...around.namedImages, ...requests.flatMap(({ kind, names }) => (kind === 'build' ? names : []))];
  const own = new Set(named.map(repositoryOf));
  const isMadeUpFor = ({ kind, names }: ImageRequest, index: number) =>
    requests
      .slice(index + 1)
      .some(later => later.kind === kind && later.ending === 'done' && isSame(later.names, names));
  return requests.flatMap((request, index) => {
    if (isMadeUpFor(request, index)) return [];
    const claim = request.kind === 'build' && request.ending === 'failed' ? claimOf(request) : undefined;
    if (claim !== undefined) return [{ kind: 'index' as const, index: claim }];
    const image = missingImage(request, around);
    if (image === undefined) return [];
    return doubtOf(image, own, around, throttled.test(request.error));
  });
}

const isSame = (some: readonly string[], others: readonly string[]) => some.join(' ') === others.join(' ');

/** True of a build that the classic builder could not read, by its own words. Pure. */
export function needsBuildKit({ kind, ending, error }: ImageRequest): boolean {
  return kind === 'build' && ending === 'failed' && !commandFailure.test(error) && /requires? BuildKit/i.test(error);
}

/** The index that a failed `RUN` says it could not reach, where it may have tried to. */
function claimOf({ error, output }: ImageRequest): PackageIndex | undefined {
  const command = commandFailure
    .exec(error)
    ?.slice(1)
    .find(text => text !== undefined);
  if (command === undefined) return undefined;
  const programs = shellCommands(command.replace(/^\/bin\/(?:ba)?sh (?:-\S+ )*-c /, '')).map(
    ([program = '']) => program,
  );
  if (programs.every(program => fetchesNothing.test(program))) return undefined;
  return output.map(indexClaim).find(claim => claim !== undefined);
}

/** The image that the engine could not get, or was still getting when time was up; empty where it is not known which. */
function missingImage(
  { kind, names, ending, error, instruction }: ImageRequest,
  { endedBy }: Circumstances,
): string | undefined {
  const pulled = kind === 'pull' ? names[0] : pulledBy(instruction);
  if (ending === 'open') return endedBy === 'time' ? pulled : undefined;
  if (ending === 'done' || absent.test(error) || !(outage.test(error) || throttled.test(error))) return undefined;
  if (kind === 'pull') return pulled;
  if (commandFailure.test(error) || ownFailure.test(error)) return undefined;
  const first = /^(?:failed to solve[^:]*: )?(\S+): failed to /.exec(error)?.[1];
  return buildKitPull.test(error) ? (first ?? '') : pulled;
}

/** What an instruction stands on; empty where a build argument says what. */
function pulledBy(instruction: string): string | undefined {
  const [, from, copied] = /^(?:FROM\s+(?:--\S+\s+)*(\S+)|COPY\s.*?--from=(\S+))/i.exec(instruction) ?? [];
  const image = from ?? copied;
  return image?.includes('$') ? '' : image;
}

function doubtOf(image: string, own: ReadonlySet<string>, { isDockerHub }: Circumstances, told: boolean): Doubt[] {
  if (image === '') return [{ kind: 'hub', told }];
  const repository = repositoryOf(image);
  if (own.has(repository)) return [];
  const [host = ''] = repository.split('/');
  if (host !== 'docker.io') return isElsewhere(host) ? [{ kind: 'registry', host }] : [];
  const name = repository.replace(/^docker\.io\/library\//, '');
  // No registry could have it, so that it does not matter whether one was reached.
  if (isDockerHub && !name.includes('/') && !isOfficialImage(name)) return [];
  return [{ kind: 'hub', told }];
}

/** As the engine completes it, without tag and digest: `docker.io/library/node`. */
function repositoryOf(image: string): string {
  const [name = ''] = image.split('@');
  const untagged = name.replace(/:[^:/]*$/, '');
  const [first = '', ...rest] = untagged.split('/');
  if (rest.length > 0 && /[.:]|^localhost$/.test(first))
    return /^(?:index\.)?docker\.io$/i.test(first) ? hub(rest.join('/')) : [first.toLowerCase(), ...rest].join('/');
  return hub(untagged);
}

const hub = (name: string) => `docker.io/${name.includes('/') ? name : `library/${name}`}`;

/** False of what a submission can be itself: its containers, its own machine. */
function isElsewhere(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  if (/^[\d.]+$/.test(name))
    return !/^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[789]\d|1[01]\d|12[0-7])|198\.1[89])\./.test(
      name,
    );
  return name.includes('.') && !name.endsWith('.localhost');
}
