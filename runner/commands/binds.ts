import type { Challenge } from '../challenge/definition.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { UsageError } from '../errors.ts';
import { commandMessages } from '../language/commands.ts';
import type { Language } from '../language/language.ts';

/** Which container plays which role, as the learner said it: role id → container name. */
export type Binds = Readonly<Record<string, string>>;

/** Reads `--bind role=name` options. Throws UsageError where one is not of that form or names an unknown role. */
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

/** The same binds with names where ids were given. Throws UsageError where a container is not on the engine. */
export function resolveBinds(
  language: Language,
  challenge: Challenge,
  binds: Binds,
  containers: readonly ContainerFacts[],
): Binds {
  const t = commandMessages[language];
  const names = containers.map(({ name }) => name).sort();
  const resolve = (name: string) => {
    const found = containers.find(it => it.name === name) ?? containers.find(it => isIdOf(it, name));
    if (found !== undefined) return found.name;
    throw new UsageError(t.bindContainer(name), {
      why: names.length === 0 ? t.noContainers : t.containersAre(names.join(', ')),
      next: [t.bindExample(exampleOf(challenge, names[0])), 'docker ps --all'],
    });
  };
  return Object.fromEntries(Object.entries(binds).map(([role, name]) => [role, resolve(name)]));
}

function isIdOf({ id }: ContainerFacts, text: string): boolean {
  return /^[0-9a-f]{12,64}$/.test(text) && id.startsWith(text);
}

function exampleOf({ number, roles }: Challenge, name?: string): string {
  const [role] = roles;
  return `lab verify ${number} --bind ${role?.id}=${name ?? role?.suggested}`;
}
