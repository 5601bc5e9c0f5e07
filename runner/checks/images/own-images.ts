import type { ContainerFacts } from '../../engine/facts.ts';
import { say } from '../../language/say.ts';
import type { Case, Player } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { hasImage, imageOf } from '../docker-command.ts';
import type { Finding } from '../finding.ts';
import { stockKind } from './own-image.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** Each role's container runs an image that was built here, and no two of them the same. */
    'own-images': { readonly roles: readonly string[] };
  }
}

export const ownImages = defineCheck({
  kind: 'own-images',
  about: 'Each of the containers runs an image that was built on this engine, and no two of them the same one.',
  example: { roles: ['provider', 'consumer'] },
  observes: 'facts',
  judge,
});

function judge({ roles }: CheckOf<'own-images'>, at: Case): Finding {
  const expected = say('images.expected');
  const players = roles.map(role => at.player(role));
  for (const player of players) {
    const stock = player.container && whatStock(player.container, at);
    if (player.container === undefined || stock === undefined) continue;
    const observed = say(`image.${stock}`, {
      name: player.container.name,
      image: referenceOf(player.container, at),
    });
    return { verdict: 'fail', observed, expected, next: anotherImage(player, player.container, at) };
  }
  const twins = players.filter(({ container }) =>
    players.some(other => other.container !== container && other.container?.imageId === container?.imageId),
  );
  // The one that runs the image which the brief meant for it may keep it.
  const wrong = twins.findLast(({ role, container }) => container?.image !== imageOf(role)) ?? twins.at(-1);
  if (wrong?.container !== undefined) {
    const names = twins.flatMap(({ container }) => container?.name ?? []);
    const observed = say('images.same', { names, image: referenceOf(wrong.container, at) });
    return { verdict: 'fail', observed, expected, next: anotherImage(wrong, wrong.container, at) };
  }
  const missing = players.find(({ container }) => container === undefined);
  if (missing !== undefined) return at.withoutPlayer(missing, expected);
  const containers = players.flatMap(({ container }) => container ?? []);
  const observed = say('images.pass', {
    names: containers.map(({ name }) => name),
    images: containers.map(container => referenceOf(container, at)),
  });
  return { verdict: 'pass', observed, expected, next: '' };
}

function whatStock(container: ContainerFacts, at: Case) {
  const image = at.evidence.facts.images.find(({ id }) => id === container.imageId);
  return image && stockKind(image);
}

const referenceOf = (container: ContainerFacts, at: Case) =>
  at.evidence.facts.images.find(({ id, tags }) => id === container.imageId && !tags.includes(container.image))
    ?.tags[0] ?? container.image;

/** The image is built first; once it is there, the container is made anew from it. */
function anotherImage({ role }: Player, container: ContainerFacts, at: Case): string {
  const image = imageOf(role);
  const isRunningIt = container.image === image || container.image === `${image}:latest`;
  if (image === undefined || isRunningIt || !hasImage(role, at.evidence.facts)) return role.build;
  return at.recreate(container, { image });
}
