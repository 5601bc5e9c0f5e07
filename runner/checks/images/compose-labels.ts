import { say } from '../../language/say.ts';
import type { Case, Player } from '../case.ts';
import type { Finding } from '../finding.ts';
import { volumeOf } from '../volumes/kept.ts';

/** As Docker Compose and podman-compose leave them. */
const projectLabels = ['com.docker.compose.project', 'io.podman.compose.project'];

/** The Compose project that made something, by its labels; `?` where Compose did, and does not say for which. */
export function projectOf({ labels }: { readonly labels: Readonly<Record<string, string>> }): string | undefined {
  const known = projectLabels.map(name => labels[name]).find(project => project !== undefined);
  if (known !== undefined) return known;
  return Object.keys(labels).some(name => name.startsWith('com.docker.compose.')) ? '?' : undefined;
}

/**
 * The finding where one of the roles is a volume's: what Compose made carries its labels even where the container is gone,
 * as the recent events tell them. `undefined` if no role is, or nothing is there to look at.
 */
export function noComposeKept(players: readonly Player[], at: Case): Finding | undefined {
  const expected = say('compose.expected');
  const volumes = players.flatMap(player => volumeOf(player, at) ?? []);
  const composed = volumes.find(volume => projectOf(volume) !== undefined);
  const [keeper] = players.filter(({ role }) => role.mounts !== undefined);
  if (composed !== undefined) {
    const next = `docker volume create ${keeper?.role.suggested ?? 'app'}-data`;
    return {
      verdict: 'fail',
      observed: say('volume-compose.volume', { name: composed.name, project: projectOf(composed) ?? '' }),
      expected,
      next,
    };
  }
  if (keeper?.binding === undefined || (volumes.length === 0 && keeper.container === undefined)) return undefined;
  const past = at.evidence.past?.find(({ image }) => image === keeper.binding?.image);
  const project = past && projectOf(past);
  if (past !== undefined && project !== undefined) {
    return {
      verdict: 'fail',
      observed: say('compose.fail', { name: past.name, project }),
      expected,
      next: keeper.role.run,
    };
  }
  const names = [keeper.container?.name ?? past?.name, ...volumes.map(({ name }) => name)];
  return {
    verdict: 'pass',
    observed: say('volume-compose.pass', { list: names.filter(name => name !== undefined) }),
    expected,
    next: '',
  };
}
