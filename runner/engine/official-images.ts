import type { ContainerFacts, Facts, ImageFacts } from './facts.ts';
import { imageName } from './names.ts';

/** Repositories of official images, as far as learners meet them. */
const official = new Set(
  'alpine busybox debian ubuntu node python golang ruby php openjdk eclipse-temurin rust perl nginx httpd caddy haproxy traefik tomcat postgres redis mysql mariadb mongo'.split(
    ' ',
  ),
);

/** True for a tag such as `nginx:1.27`, which only an official image has by itself: it names no owner. */
export const isOfficialName = (tag: string): boolean => !tag.includes('/') && official.has(imageName(tag));

/** True for an image that is, or may be, somebody's own program. */
export const mayBeBuilt = ({ origin }: ImageFacts): boolean => origin === 'built' || origin === 'unclear';

/** Ready images that run what somebody mounts into them, or types in: what they do is their user's own program. */
const runtimes = new Set(
  'node python golang ruby php openjdk eclipse-temurin amazoncorretto rust perl bun deno elixir erlang sdk aspnet alpine debian ubuntu'.split(
    ' ',
  ),
);

/** True for a container that runs, or may run, a program that somebody wrote for it: of an image of their own, or of a bare runtime. */
export function mayBeOwnProgram({ imageId, image }: ContainerFacts, { images }: Facts): boolean {
  const found = images.find(({ id }) => id === imageId);
  if (found === undefined) return false;
  return mayBeBuilt(found) || [image, ...found.tags].some(tag => runtimes.has(imageName(tag)));
}
