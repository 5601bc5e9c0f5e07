import type { ImageFacts } from '../../engine/facts.ts';
import { isOfficialName } from '../../engine/official-images.ts';
import { roleTitle, say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { hasImage, imageOf } from '../docker-command.ts';
import type { Finding } from '../finding.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'own-image': { readonly role: string };
  }
}

export const ownImage = defineCheck({
  kind: 'own-image',
  about: 'The image that `role` runs was built on this engine.',
  example: { role: 'server' },
  observes: 'facts',
  judge,
});

function judge({ role }: CheckOf<'own-image'>, at: Case): Finding {
  const player = at.player(role);
  const expected = say('image.expected', { role: roleTitle(role) });
  const { container } = player;
  if (container === undefined) return at.withoutPlayer(player, expected);
  const image = at.evidence.facts.images.find(candidate => candidate.id === container.imageId);
  const stock = image === undefined ? undefined : stockKind(image);
  const stockTag = image?.tags.find(tag => tag.startsWith('lab/')) ?? image?.tags[0];
  const reference = (stock === undefined ? undefined : stockTag) ?? container.image;
  if (stock === undefined)
    return {
      verdict: 'pass',
      observed: say('image.pass', { name: container.name, image: reference }),
      expected,
      next: '',
    };
  const next = hasImage(player.role, at.evidence.facts)
    ? at.recreate(container, { image: imageOf(player.role) ?? container.image })
    : player.role.build;
  return {
    verdict: stock === 'unclear' ? 'unknown' : 'fail',
    observed: say(`image.${stock}`, { name: container.name, image: reference }),
    expected,
    next,
  };
}

/** What an image is that nobody built here; `undefined` for one that somebody did. */
export function stockKind(image: ImageFacts): 'lab' | 'pulled' | 'imported' | 'loaded' | 'unclear' | undefined {
  if (image.origin === 'built') return undefined;
  if (image.origin !== 'loaded') return image.origin;
  const isOfficial = image.tags.some(isOfficialName);
  return isOfficial ? 'loaded' : undefined;
}
