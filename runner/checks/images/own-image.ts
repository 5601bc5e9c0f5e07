import type { ImageFacts } from '../../engine/facts.ts';
import { imageName } from '../../engine/names.ts';
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

/** Repositories of official images, as far as learners meet them: one that was loaded from a file is nobody's own. */
const official = new Set(
  'alpine busybox debian ubuntu node python golang ruby php openjdk eclipse-temurin rust perl nginx httpd caddy haproxy traefik tomcat postgres redis mysql mariadb mongo'.split(
    ' ',
  ),
);

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
    verdict: 'fail',
    observed: say(`image.${stock}`, { name: container.name, image: reference }),
    expected,
    next,
  };
}

/** What an image is that nobody built here; undefined for one that somebody did. */
export function stockKind(image: ImageFacts): 'lab' | 'pulled' | 'imported' | 'loaded' | undefined {
  if (image.origin === 'built') return undefined;
  if (image.origin !== 'loaded') return image.origin;
  const isOfficial = image.tags.some(tag => !tag.includes('/') && official.has(imageName(tag)));
  return isOfficial ? 'loaded' : undefined;
}
