import type { Allowed } from './rules/call.ts';
import type { JsonObject } from './rules/strict-json.ts';

/** What a request takes away or stops; without a reference where it is all that nobody uses. */
export interface RemovalRequest {
  readonly of: 'container' | 'network' | 'volume';
  readonly reference: string;
  /** The docker command without the name. */
  readonly command: string;
  /** True if it says nothing of a container that does not run. */
  readonly stops: boolean;
  /** True if it takes away what runs, too. */
  readonly isForced: boolean;
}

/**
 * What a request changes in what the script has brought up: it takes something away, it makes or changes something, or it runs
 * something in the foreground that removes itself (`aside`), which changes nothing that was there.
 */
export type Change = RemovalRequest | 'made' | 'aside' | undefined;

const ends = new Set(['', 'KILL', 'TERM', 'INT', 'QUIT', '9', '15', '2', '3']);
const changes =
  /^POST (?:networks\/create|volumes\/create|networks\/[^/]+\/(?:dis)?connect|build|images\/create|commit)$/;
const containerChanges =
  /^(?:POST containers\/[^/]+\/(?:restart|pause|unpause|rename)|PUT containers\/[^/]+\/archive)$/;

/** Reads that off a request that the policy lets through, before its names are looked up. Pure. */
export function changeOf({ method, path, body }: Allowed): Change {
  const { pathname, searchParams } = new URL(path, 'http://docker');
  const line = `${method} ${pathname.replace(/^\/v[\d.]+\//, '')}`;
  if (line === 'POST containers/create') return isAside(body) ? 'aside' : 'made';
  if (changes.test(line) || containerChanges.test(line)) return 'made';
  const removal = (of: RemovalRequest['of'], reference: string, command: string, stops = false): RemovalRequest => ({
    ...{ of, reference: decodeURIComponent(reference), command, stops },
    isForced: /^(?:1|true)$/i.test(searchParams.get('force') ?? ''),
  });
  const [, started] = /^POST containers\/([^/]+)\/start$/.exec(line) ?? [];
  // By its whole id, it is what has just been made.
  if (started !== undefined) return /^[0-9a-f]{64}$/.test(started) ? undefined : 'made';
  const [, stopped, verb = ''] = /^POST containers\/([^/]+)\/(stop|kill)$/.exec(line) ?? [];
  if (stopped !== undefined) {
    const signal = (searchParams.get('signal') ?? '').toUpperCase().replace(/^SIG/, '');
    return ends.has(signal) ? removal('container', stopped, `docker ${verb}`, true) : undefined;
  }
  const [, family, gone] = /^DELETE (container|network|volume)s\/([^/]+)$/.exec(line) ?? [];
  if (gone !== undefined)
    return removal(family as RemovalRequest['of'], gone, family === 'container' ? 'docker rm' : `docker ${family} rm`);
  const [, pruned] = /^POST (container|network|volume)s\/prune$/.exec(line) ?? [];
  return pruned === undefined ? undefined : removal(pruned as RemovalRequest['of'], '', `docker ${pruned} prune`);
}

function isAside(body: JsonObject | undefined): boolean {
  const { AttachStdout: attached, HostConfig } = body ?? {};
  return attached === true && (HostConfig as JsonObject | undefined)?.AutoRemove === true;
}
