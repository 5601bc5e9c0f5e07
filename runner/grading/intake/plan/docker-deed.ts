/**
 * What a command is for.
 * - `makes`: something is there, or runs, afterwards.
 * - `uses`: it sends something to what runs, which keeps it.
 * - `removes`: something is gone, or stopped. `names` says what.
 * - `looks`: it only shows something, or is for a person at a keyboard.
 * - `prunes`: it tidies up whatever it finds.
 * - `compose`: it is Compose's.
 * - `prepares`: it is no docker command, but those after it may need what it does.
 * - `other`: it has nothing to do with docker.
 */
export interface Deed {
  readonly kind: 'makes' | 'uses' | 'removes' | 'looks' | 'prunes' | 'compose' | 'prepares' | 'other';
  readonly names: readonly string[];
}

const compose =
  /(?:^|[\s;&|("'`])(?:sudo\s+(?:-\S+\s+)*)?(?:docker-compose|docker(?:\.exe)?\s+compose|podman-compose)(?![\w-])/;
const invocation =
  /(?:^|[\s;&|("'`])docker(?:\.exe)?((?:\s+(?:--?[\w-]+=\S+|-D|--debug|(?:-H|--host|-c|--context|-l|--log-level)\s+\S+))*)\s+([a-z][a-z-]*)(?:\s+([a-z][a-z-]*))?/g;
const managed = /^(?:container|image|network|volume|system|builder|buildx|context|service|stack|swarm|node|plugin)$/;

const looking =
  /^(?:ps|ls|list|images|logs|inspect|stats|top|port|version|info|events|history|search|attach|diff|wait|df|login|logout|push|help|scan|scout|context|manifest|du)$/;
const removing = /^(?:rm|rmi|remove|stop|kill|pause|disconnect)$/;

const preparing =
  /^(?:cd|pushd|popd|mkdir|export|cp|mv|ln|touch|chmod|sleep|tar|unzip|sed|source|\.|printf|openssl)\s|^[A-Za-z_]\w*=|^(?:echo|cat)\b[^|]*>/;
/** Requests that change something; whoever only asks looks. What is sent away at the end is part of cleaning up. */
const sending =
  /(?:^|[\s;&|(])curl\s(?:[^\n;&|]*?\s)?(?:(?:-X|--request)[ =]?["']?(?:POST|PUT|PATCH)\b|-(?:d|F|T)(?=[\s"'@{\w])|--(?:data|json|form|upload-file)\b)|(?:^|[\s;&|(])wget\s[^\n;&|]*--post-(?:data|file)\b/;
/** Characters of a request that somebody types. */
const maxRequest = 4000;
const deleting = /(?:-X|--request)[ =]?["']?DELETE\b/;
const interactive =
  /\s(?:\/bin\/)?(?:sh|bash|ash|zsh|psql|redis-cli|sqlite3|mysql)(?:\s+-(?:i|l|il|U\s+\S+|d\s+\S+|h\s+\S+))*(?:\s+[\w./-]+\.(?:db|sqlite3?))?$/;

/** What a whole command does. */
export function deedOf(command: string): Deed {
  const text = withoutComments(command);
  const deeds = [...text.matchAll(invocation)]
    .filter(([, , verb]) => verb !== 'compose')
    .map(([, , verb = '', second = '']) => deedOfVerb(managed.test(verb) ? second : verb, verb));
  if (deeds.includes('makes')) return { kind: isForAPerson(text) ? 'looks' : 'makes', names: [] };
  if (deeds.includes('removes')) return { kind: 'removes', names: operands(text) };
  if (deeds.includes('prunes')) return { kind: 'prunes', names: [] };
  if (compose.test(text)) return { kind: 'compose', names: [] };
  if (deeds.length > 0) return { kind: 'looks', names: [] };
  if (text.length <= maxRequest && sending.test(joined(text)) && !deleting.test(text))
    return { kind: 'uses', names: [] };
  return { kind: preparing.test(text) ? 'prepares' : 'other', names: [] };
}

/** True if a text runs containers, or makes what they need, by docker commands that are not Compose's. */
export function makesByDocker(script: string): boolean {
  const text = withoutComments(script.replace(/\\\r?\n/g, ' '));
  return [...text.matchAll(invocation)].some(
    ([, , verb = '', second = '']) =>
      verb !== 'compose' && deedOfVerb(managed.test(verb) ? second : verb, verb) === 'makes',
  );
}

/** True if a text runs containers and does not only build. */
export function runsContainers(script: string): boolean {
  return /\bdocker(?:\.exe)?\s+(?:-\S+\s+)*(?:container\s+)?(?:run|create|start)\b/.test(withoutComments(script));
}

function deedOfVerb(verb: string, first: string): 'makes' | 'removes' | 'looks' | 'prunes' {
  if (verb === 'prune') return 'prunes';
  if (first === 'context' || looking.test(verb)) return 'looks';
  return removing.test(verb) ? 'removes' : 'makes';
}

/** `docker exec -it NAME sh`: a person would type into it. */
function isForAPerson(text: string): boolean {
  return /^docker\s+(?:container\s+)?exec\s/.test(text) && interactive.test(text.trim());
}

/** Words that are no options: what is removed is among them. */
function operands(text: string): string[] {
  return (text.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [])
    .map(word => word.replace(/['"]/g, '').replace(/[;&|]+$/, ''))
    .filter(word => /^[\w$][\w.$(:/-]*$/.test(word))
    .filter(word => !/^(?:docker|sudo|container|network|volume|image|true)$/.test(word) && !removing.test(word));
}

function joined(text: string): string {
  return text.replace(/\\\r?\n/g, ' ');
}

function withoutComments(text: string): string {
  return text.replace(/(^|\s)#[^\n]*/g, '$1');
}
