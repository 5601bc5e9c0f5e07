import type { ImageFacts } from './facts.ts';
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
