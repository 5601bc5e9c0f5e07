import { isLabsOwn } from './own-objects.ts';
import type { Allowed, Subject } from './rules/call.ts';
import { isLabImage, readReference } from './rules/image-reference.ts';
import type { PolicyLimits } from './rules/policy-limits.ts';
import { PolicyRefusal } from './rules/refusal.ts';
import type { JsonObject } from './rules/strict-json.ts';
import type { Upstream } from './upstream.ts';

/** What only the engine and the proxy's past can tell about requests. */
export interface NameResolver {
  /**
   * The request with the ids that its names stand for now, so that no name can change hands between the check and the act.
   * What the engine does not know stays as it is: the engine will say so. Throws PolicyRefusal.
   */
  resolve(allowed: Allowed): Promise<Allowed>;
  /** Notes an exec that was made through the proxy. */
  made(execId: string): void;
  /** Throws PolicyRefusal when there are as many as there may be. */
  makeRoom(kind: NonNullable<Allowed['makes']>): Promise<void>;
}

export function makeNameResolver(upstream: Upstream, limits: PolicyLimits): NameResolver {
  const execs = new Set<string>();
  let hostNetwork: Promise<string> | undefined;

  /** Whether it means the machine's network by its id: not where a bridge has just that name. (Should one lose it in between, the engine itself refuses.) */
  const startsHostId = async (reference: string, version: string): Promise<boolean> => {
    hostNetwork ??= askHostNetwork(upstream, version);
    const id = await hostNetwork;
    if (id === '' || !id.startsWith(reference)) return false;
    const found = (await upstream.ask(`/${version}/networks/${reference}`)) as JsonObject | undefined;
    return found?.Name !== reference;
  };

  const lookUp = async (subject: Subject, version: string): Promise<string> => {
    const { reference } = subject;
    switch (subject.kind) {
      case 'exec':
        if (!execs.has(reference)) throw new PolicyRefusal('foreign-exec', reference.slice(0, 12));
        return reference;
      case 'network': {
        if (reference === 'host' || (await startsHostId(reference, version)))
          throw new PolicyRefusal('host-network', '--network host');
        return reference;
      }
      case 'image-removal':
        return imageToRemove(
          (await upstream.ask(`/${version}/images/${reference}/json`)) as Image | undefined,
          reference,
        );
      case 'image-ports': {
        const image = (await upstream.ask(`/${version}/images/${reference}/json`)) as Image | undefined;
        if (Object.keys(image?.Config?.ExposedPorts ?? {}).length > limits.publishedPorts)
          throw new PolicyRefusal('too-many', '--publish-all', String(limits.publishedPorts));
        return reference;
      }
      default: {
        const found = (await upstream.ask(`/${version}/containers/${reference}/json`)) as
          | { Id?: string; Config?: { Labels?: JsonObject } }
          | undefined;
        if (isLabsOwn(found?.Config?.Labels)) throw new PolicyRefusal('lab-object', reference);
        return found?.Id ?? reference;
      }
    }
  };

  return {
    resolve: async allowed => {
      let resolved = allowed;
      const version = allowed.path.split('/')[1] ?? '';
      for (const subject of allowed.subjects) resolved = put(resolved, subject, await lookUp(subject, version));
      return resolved;
    },
    made: id => void execs.add(id),
    makeRoom: async kind => {
      const [most, there] = await count(kind, upstream, limits, execs.size);
      if (there >= most) throw new PolicyRefusal('too-many', kind, String(most));
    },
  };
}

interface Image {
  readonly Id?: string;
  readonly RepoTags?: readonly string[] | null;
  readonly Config?: { readonly ExposedPorts?: JsonObject | null } | null;
}

/**
 * What is said instead of the name, so that it means the same a moment later: a name that looks like an id with its tag, an id in
 * full. Throws PolicyRefusal for an id of the lab's images; another name of such an image may go.
 */
function imageToRemove(image: Image | undefined, reference: string): string {
  const tags = (image?.RepoTags ?? []).filter(tag => !tag.startsWith('<none>'));
  const looksLikeId = /^(sha256:)?[0-9a-f]+$/.test(reference);
  if (tags.some(tag => sameImage(tag, reference))) return looksLikeId ? `${reference}:latest` : reference;
  if (tags.some(tag => isLabImage(readReference(tag, 'image')))) throw new PolicyRefusal('lab-image', tags.join(', '));
  return looksLikeId ? (image?.Id ?? reference) : reference;
}

async function askHostNetwork(upstream: Upstream, version: string): Promise<string> {
  const host = (await upstream.ask(`/${version}/networks/host`)) as { Id?: string } | undefined;
  return host?.Id ?? '';
}

async function count(
  kind: NonNullable<Allowed['makes']>,
  upstream: Upstream,
  limits: PolicyLimits,
  execs: number,
): Promise<[most: number, there: number]> {
  const length = (list: unknown) => (Array.isArray(list) ? list.length : 0);
  switch (kind) {
    case 'container':
      return [limits.containers, length(await upstream.ask('/v1.41/containers/json?all=1'))];
    case 'network':
      return [limits.networks, length(await upstream.ask('/v1.41/networks'))];
    case 'volume':
      return [limits.volumes, length(((await upstream.ask('/v1.41/volumes')) as JsonObject | undefined)?.Volumes)];
    case 'exec':
      return [limits.execs, execs];
  }
}

function put(allowed: Allowed, { put: where, reference }: Subject, id: string): Allowed {
  if (id === reference) return allowed;
  if (where === 'path') {
    // Version, family, name: the third of what the decision itself has written.
    const parts = allowed.path.split('/');
    return { ...allowed, path: [...parts.slice(0, 3), parts[3]?.replace(/^[^?]*/, id), ...parts.slice(4)].join('/') };
  }
  const body = allowed.body ?? {};
  if (where === 'Container') return { ...allowed, body: { ...body, Container: id } };
  if (where === 'NetworkMode') {
    const hostConfig = { ...(body.HostConfig as JsonObject), NetworkMode: `container:${id}` };
    return { ...allowed, body: { ...body, HostConfig: hostConfig } };
  }
  return allowed;
}

function sameImage(one: string, other: string): boolean {
  const [a, b] = [readReference(one, 'image'), readReference(other, 'image')];
  return a.registry === b.registry && a.repository === b.repository && a.tag === b.tag;
}
