import type Docker from 'dockerode';
import type { ImageOrigin } from '../facts.ts';
import { label } from '../labels.ts';
import { isOfficialName } from '../official-images.ts';

const never = '0001-01-01T00:00:00Z';

/** A build gives its image a name as soon as it is made; who only names what others have made does so later. In milliseconds. */
const namingMs = 600_000;

/** How official images start by themselves: one whose build set nothing of its own starts so, too. */
const officialCommand =
  /^(bash|sh|\/bin\/(ba)?sh|node|python3?|irb|iex|julia|jshell|php -a|nginx -g daemon off;|httpd-foreground|caddy .*|postgres|mysqld|mariadbd|redis-server|valkey-server|mongod|catalina\.sh run)?$/;

/**
 * Tells where an image came from by the traces that each way leaves: a build with the classic builder has a parent; a
 * tag made on this engine sets `Metadata.LastTagTime`, which pulling and loading do not; a pull leaves digests, and only
 * official images have one without an owner (`nginx@sha256:…`), which nobody can have pushed. `docker rmi` of the name that was
 * pulled takes its digest away; then what is left is that the image is older than its name. That a build out of the cache is, too:
 * only of one that starts just as its base does it could be either. Pure.
 */
export function imageOrigin(json: Docker.ImageInspectInfo): ImageOrigin {
  const tags = json.RepoTags ?? [];
  const own = json.Config?.Labels?.[label.image];
  if (own !== undefined && tags.includes(own)) return 'lab';
  if (json.Comment?.startsWith('Imported from')) return 'imported';
  if (json.Parent) return 'built';
  // Where the images are containerd's, every image has digests and a time, so they tell nothing.
  return 'Descriptor' in json && json.Descriptor ? inContainerd(json, tags) : inGraph(json, tags);
}

function inGraph(json: Docker.ImageInspectInfo, tags: readonly string[]): ImageOrigin {
  const digests = json.RepoDigests ?? [];
  const isTaggedHere = taggedAt(json) !== undefined;
  if (digests.length > 0) {
    if (!isTaggedHere || digests.some(digest => !digest.split('@')[0]?.includes('/'))) return 'pulled';
    return isNamedLate(json) ? 'unclear' : 'built';
  }
  if (!isTaggedHere) return tags.length === 0 ? 'built' : 'loaded';
  return isNamedLate(json) && mayBeAnothers(json) ? 'unclear' : 'built';
}

/** Engines from API 1.53 on say it; of earlier ones only the names, and how an image starts, tell anything. */
function inContainerd(json: Docker.ImageInspectInfo, tags: readonly string[]): ImageOrigin {
  const { Identity: identity } = json as { Identity?: { Pull?: unknown[]; Build?: unknown[] } };
  if (identity?.Build?.length) return 'built';
  if (identity?.Pull?.length) return 'pulled';
  if (tags.some(isOfficialName)) return isNamedLate(json) ? 'pulled' : 'unclear';
  const hasOwner = tags.some(tag => tag.includes('/'));
  return isNamedLate(json) && (hasOwner || mayBeAnothers(json)) ? 'unclear' : 'built';
}

/** Nothing that a build sets of its own; or a builder that leaves a parent, and there is none. */
function mayBeAnothers({ Config: config, DockerVersion: classic, Comment: comment }: Docker.ImageInspectInfo): boolean {
  const isClassic = Boolean(classic) && !comment?.startsWith('buildkit');
  return isClassic || (!config?.WorkingDir && officialCommand.test([config?.Cmd ?? []].flat().join(' ')));
}

function isNamedLate(json: Docker.ImageInspectInfo): boolean {
  const [made, named] = [Date.parse(json.Created ?? ''), Date.parse(taggedAt(json) ?? '')];
  return named - made > namingMs;
}

function taggedAt(json: Docker.ImageInspectInfo): string | undefined {
  const { Metadata: metadata } = json as { Metadata?: { LastTagTime?: string } };
  return metadata?.LastTagTime && metadata.LastTagTime !== never ? metadata.LastTagTime : undefined;
}
