import { posix } from 'node:path';
import type { ContainerFacts, MountFacts } from '../../engine/facts.ts';
import { say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** A PostgreSQL keeps its files on a volume with a name. */
    'data-on-named-volume': { readonly role: string };
  }
}

const suggestedVolume = 'pg-data';

export const dataOnNamedVolume = defineCheck({
  kind: 'data-on-named-volume',
  about: 'The folder in which `role`, a PostgreSQL, keeps its files is on a volume that has a name.',
  example: { role: 'postgres' },
  observes: 'facts',
  judge,
});

function judge({ role }: CheckOf<'data-on-named-volume'>, at: Case): Finding {
  const player = at.player(role);
  const expected = say('data-volume.expected');
  const { container } = player;
  if (container === undefined) return at.waitingFor(player, expected);
  const folder = dataFolder(container, at.evidence.stores?.[role]?.dataFolder);
  if (folder === undefined) {
    const next = `lab verify ${at.challenge.number}`;
    return { verdict: 'unknown', observed: say('data-volume.not-told', { name: container.name }), expected, next };
  }
  const mount = mountOf(container, folder);
  if (mount?.type === 'volume' && !isAnonymous(mount, at)) {
    return {
      verdict: 'pass',
      observed: say('data-volume.pass', { volume: mount.source, name: container.name, folder }),
      expected,
      next: '',
    };
  }
  const target = mountPoint(folder);
  const elsewhere = container.mounts.find(other => other.type === 'volume' && !isAnonymous(other, at));
  const next = at.recreate(container, { volume: { name: elsewhere?.source ?? freeName(at), target } });
  const observed = () => {
    if (elsewhere !== undefined)
      return say('data-volume.elsewhere', { volume: elsewhere.source, target: elsewhere.target, folder });
    if (mount?.type === 'volume') return say('data-volume.anonymous', { name: container.name, folder });
    if (mount?.type === 'bind') return say('data-volume.bind', { name: container.name, folder, source: mount.source });
    if (mount?.type === 'tmpfs') return say('data-volume.memory', { name: container.name, folder });
    return say('data-volume.inside', { name: container.name, folder });
  };
  return { verdict: 'fail', observed: observed(), expected, next };
}

/** PostgreSQL's own word; else what it was told at its start, as most images of it say in PGDATA. */
function dataFolder({ env, command }: ContainerFacts, told: string | undefined): string | undefined {
  const option = /(?:^|\s)(?:-D\s*|--data_directory=|data_directory=)(\/[^\s'";]+)/.exec(command.join(' '))?.[1];
  const folder = told ?? option ?? env.PGDATA;
  return folder === undefined ? undefined : posix.normalize(folder).replace(/(?<=.)\/$/, '');
}

/** What is mounted where the folder is: the innermost mount that it lies in. */
function mountOf({ mounts }: ContainerFacts, folder: string): MountFacts | undefined {
  const around = mounts.filter(({ target }) => isWithin(folder, target));
  return around.sort((one, other) => other.target.length - one.target.length)[0];
}

function isWithin(folder: string, target: string): boolean {
  const place = target.replace(/(?<=.)\/+$/, '');
  return folder === place || folder.startsWith(place === '/' ? '/' : `${place}/`);
}

/** From 18 on the folder has the version's name in it (`/var/lib/postgresql/18/docker`), and the one above is mounted. */
function mountPoint(folder: string): string {
  return /^(.+)\/\d+\/[\w-]+$/.exec(folder)?.[1] ?? folder;
}

function isAnonymous({ source }: MountFacts, at: Case): boolean {
  return at.evidence.facts.volumes.some(({ name, anonymous }) => name === source && anonymous);
}

/** A volume of that name may hold something else. */
function freeName(at: Case): string {
  const taken = new Set(at.evidence.facts.containers.flatMap(({ mounts }) => mounts.map(({ source }) => source)));
  let name = suggestedVolume;
  for (let number = 2; taken.has(name); number++) name = `${suggestedVolume}-${number}`;
  return name;
}
