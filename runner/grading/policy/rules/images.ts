import { type Allowed, type Call, send } from './call.ts';
import { platform } from './containers-create.ts';
import { isLabImage, ownReference, readReference } from './image-reference.ts';
import { filters, queryFlag } from './query-rules.ts';
import { PolicyRefusal } from './refusal.ts';
import { needed, off, type Rule, text } from './rules.ts';

/** The lab's own are kept from being pruned; those that were built from them inherit the label, and are kept too. */
const labsOwn = { 'label!': ['estaleiro.image'] };

/** The endpoints about images. What `images/load`, `get` and `push` do is not among them. */
export const images = {
  list: (call: Call): Allowed =>
    send(call, {
      query: {
        all: queryFlag,
        digests: queryFlag,
        'shared-size': queryFlag,
        manifests: queryFlag,
        filters: filters(['before', 'dangling', 'label', 'reference', 'since', 'until']),
      },
    }),
  /** Inspect and history. */
  look: (call: Call): Allowed => {
    named(call);
    return send(call, { query: { platform, manifests: queryFlag } });
  },
  /** `docker pull`, and what `docker run` does where the image is missing. */
  pull: (call: Call): Allowed => {
    const { query } = call.target;
    const [image = ''] = query.get('fromImage') ?? [];
    if (query.has('fromSrc')) throw new PolicyRefusal('endpoint', 'docker import');
    const tag = query.get('tag')?.[0] ?? '';
    const read = readReference(tag === '' ? image : `${image}${tag.startsWith('sha256:') ? '@' : ':'}${tag}`, 'image');
    if (isLabImage(read)) throw new PolicyRefusal('lab-image', image);
    if (!call.limits.registries.includes(read.registry))
      throw new PolicyRefusal('registry', read.registry, call.limits.registries.join(', '));
    const rules = {
      fromImage: needed(text(400)),
      tag: text(128),
      platform,
      repo: off('endpoint'),
      message: off('endpoint'),
    };
    // Without a tag, the engine would pull all that there are.
    const isTagged = tag !== '' || /[:@][^/]*$/.test(image);
    return send(call, { query: rules, always: isTagged ? {} : { tag: 'latest' } });
  },
  tag: (call: Call): Allowed => {
    named(call);
    const repo: Rule = needed((value, at) => ownReference(String(text(400)(value, at) ?? ''), at));
    return send(call, { query: { repo, tag: text(128, /^[\w][\w.-]*$/) } });
  },
  remove: (call: Call): Allowed => {
    const image = named(call);
    if (isLabImage(readReference(image, 'image'))) throw new PolicyRefusal('lab-image', image);
    return send(call, {
      query: { force: queryFlag, noprune: queryFlag },
      // By its id, it may be one of the lab's all the same.
      subjects: [{ kind: 'image-removal', reference: image, put: 'path' }],
    });
  },
  prune: (call: Call): Allowed =>
    send(call, {
      query: { filters: filters(['dangling', 'until', 'label', 'label!'], labsOwn) },
      always: pruneAlways(call),
    }),
};

function pruneAlways(call: Call): Readonly<Record<string, string>> {
  return call.target.query.has('filters') ? {} : { filters: JSON.stringify(labsOwn) };
}

/** The name in the path, which may have slashes. */
function named(call: Call): string {
  const image = call.blanks.join('/');
  readReference(image.replace(/^sha256:/, ''), 'image');
  return image;
}
