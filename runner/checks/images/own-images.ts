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
  const stock = players.flatMap(player => stockOf(player, at));
  const wrongKind = stock.find(({ verdict }) => verdict === 'fail');
  if (wrongKind !== undefined) return { ...wrongKind, expected };
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
  if (stock[0] !== undefined) return { ...stock[0], expected };
  const containers = players.flatMap(({ container }) => container ?? []);
  const observed = say('images.pass', {
    names: containers.map(({ name }) => name),
    images: containers.map(container => referenceOf(container, at)),
  });
  return { verdict: 'pass', observed, expected, next: '' };
}

/** What is to be said where an image is not, or may not be, one that was built here; empty where it is. */
function stockOf(player: Player, at: Case): Omit<Finding, 'expected'>[] {
  const { container } = player;
  const image = at.evidence.facts.images.find(({ id }) => id === container?.imageId);
  const stock = image && stockKind(image);
  if (container === undefined || stock === undefined) return [];
  const observed = say(`image.${stock}`, { name: container.name, image: referenceOf(container, at) });
  const verdict = stock === 'unclear' ? 'unknown' : 'fail';
  return [{ verdict, observed, next: anotherImage(player, container, at) }];
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
