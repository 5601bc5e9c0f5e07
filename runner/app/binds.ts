import { UsageError } from '../base/errors.ts';
import type { Language } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { commandMessages } from './texts/commands.ts';

/** Who plays which role, as the learner said it: role id → name of a container, a volume or an image. */
export type Binds = Readonly<Record<string, string>>;

/** Reads `--bind role=name` options. Throws UsageError when one is not of that form or names an unknown role. */
export function parseBinds(language: Language, challenge: Challenge, given: readonly string[]): Binds {
  const t = commandMessages[language];
  const roles = challenge.roles.map(({ id }) => id);
  const why = t.rolesAre(roles.join(', '));
  const next = [t.bindExample(exampleOf(challenge))];
  const binds = new Map<string, string>();
  for (const text of given) {
    const [, role, name] = /^([^=]+)=(.+)$/s.exec(text)?.map(part => part.trim()) ?? [];
    if (!role || !name) throw new UsageError(t.bindShape(text), { why, next });
    if (!roles.includes(role)) throw new UsageError(t.bindRole(role), { why, next });
    if (binds.has(role)) throw new UsageError(t.bindTwice(role), { why, next });
    binds.set(role, name);
  }
  return Object.fromEntries(binds);
}

/**
 * The same binds with names where ids were given. A role that keeps data in a volume may be given an image, where its
 * container is gone. Throws UsageError when what was named is not on the engine.
 */
export function resolveBinds(
  language: Language,
  challenge: Challenge,
  binds: Binds,
  { containers, volumes, imageTags }: Pick<Facts, 'containers' | 'volumes' | 'imageTags'>,
): Binds {
  const t = commandMessages[language];
  const names = containers.map(({ name }) => name).sort();
  const resolve = (id: string, name: string) => {
    const role = challenge.roles.find(candidate => candidate.id === id);
    if (role?.kind === 'volume') return resolveVolume(language, challenge, id, name, volumes);
    const found = containers.find(it => it.name === name) ?? containers.find(it => isIdOf(it, name));
    if (found !== undefined) return found.name;
    const isImage = [name, `${name}:latest`].some(tag => imageTags.includes(tag));
    if (role?.mounts !== undefined && isImage) return name;
    throw new UsageError(t.bindContainer(name), {
      why: names.length === 0 ? t.noContainers : t.containersAre(names.join(', ')),
      next: [t.bindExample(exampleOf(challenge, names[0], id)), 'docker ps --all'],
    });
  };
  return Object.fromEntries(Object.entries(binds).map(([role, name]) => [role, resolve(role, name)]));
}

/** Volumes that nobody has named are meant by the beginning of their names, too. */
function resolveVolume(
  language: Language,
  challenge: Challenge,
  role: string,
  wanted: string,
  volumes: Facts['volumes'],
): string {
  const t = commandMessages[language];
  const names = volumes.map(({ name }) => name).sort();
  const found =
    names.find(name => name === wanted) ?? names.find(name => wanted.length >= 12 && name.startsWith(wanted));
  if (found !== undefined) return found;
  throw new UsageError(t.bindVolume(wanted), {
    why: names.length === 0 ? t.noVolumes : t.volumesAre(names.join(', ')),
    next: [t.bindExample(exampleOf(challenge, names[0], role)), 'docker volume ls'],
  });
}

function isIdOf({ id }: ContainerFacts, text: string): boolean {
  return /^[0-9a-f]{12,64}$/.test(text) && id.startsWith(text);
}

function exampleOf({ number, roles }: Challenge, name?: string, id = roles[0]?.id): string {
  const role = roles.find(candidate => candidate.id === id);
  return `lab verify ${number} --bind ${role?.id}=${name ?? role?.suggested}`;
}
