import { CouldNotTell } from '../base/errors.ts';
import type { Language } from '../base/language.ts';
import { findDocker } from './run-docker.ts';
import { commandMessages } from './texts/commands.ts';
import type { Taken } from './up-names.ts';

const removal = { container: 'docker rm --force', network: 'docker network rm', volume: 'docker volume rm' } as const;

/** Throws CouldNotTell when names that a solution needs are taken: it names them and says what can be done. */
export function refuseTaken(language: Language, taken: readonly Taken[]): void {
  if (taken.length === 0) return;
  const t = commandMessages[language];
  throw new CouldNotTell(t.taken(taken.map(({ kind, name }) => `${t.kinds[kind]} ${name}`).join(', ')), {
    why: t.takenWhy,
    next: taken.map(thing => t.takenNext(removalOf(thing))),
  });
}

/** The command that removes what is in the way. */
export function removalOf({ kind, name }: Taken): string {
  return `${removal[kind]} ${name}`;
}

/** Throws CouldNotTell when there is no docker command to run a solution with. */
export async function requireDocker(language: Language): Promise<void> {
  if ((await findDocker()) !== undefined) return;
  const t = commandMessages[language];
  throw new CouldNotTell(t.noDocker, { why: t.noDockerWhy, next: ['lab doctor'] });
}
