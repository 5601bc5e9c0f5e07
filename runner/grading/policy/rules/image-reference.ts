import { PolicyRefusal } from './refusal.ts';

const domain = /^(localhost|[^/]*[.:][^/]*)$/;
const pattern = /^[a-zA-Z0-9][\w.:/-]*(@sha256:[0-9a-f]{64})?$/;

/** An image's name in parts, as the engine completes it: `node` is `docker.io`, `library/node`, `latest`. */
export interface ImageReference {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
}

/** Throws PolicyRefusal when it is no image's name. */
export function readReference(reference: string, at: string): ImageReference {
  if (reference.length > 400 || !pattern.test(reference) || /\/\/|(^|\/)\.\.?(\/|$)/.test(reference))
    throw new PolicyRefusal('value', at, reference);
  const [first = '', ...rest] = reference.split('/');
  const named = rest.length > 0 && domain.test(first);
  const registry = named ? first.toLowerCase() : 'docker.io';
  const name = named ? rest.join('/') : reference;
  const [untagged = '', digest] = name.split('@');
  const colon = untagged.lastIndexOf(':');
  const tagged = colon > untagged.lastIndexOf('/');
  const repository = tagged ? untagged.slice(0, colon) : untagged;
  const hub = registry === 'index.docker.io' || registry === 'docker.io';
  return {
    registry: hub ? 'docker.io' : registry,
    repository: hub && !repository.includes('/') ? `library/${repository}` : repository,
    tag: digest ?? (tagged ? untagged.slice(colon + 1) : 'latest'),
  };
}

/** True for `lab/node:26` in any spelling: such a tag stays what the lab made it. */
export function isLabImage({ registry, repository }: ImageReference): boolean {
  return registry === 'docker.io' && /^lab\//i.test(repository);
}

/** A name that the student may give to an image. */
export function ownReference(reference: string, at: string): string {
  if (isLabImage(readReference(reference, at))) throw new PolicyRefusal('lab-image', reference);
  return reference;
}
