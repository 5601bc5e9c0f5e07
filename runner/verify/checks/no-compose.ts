import type { Check } from '../../challenge/definition.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import type { Case } from '../case.ts';
import type { Finding } from '../finding.ts';

/** As Docker Compose and podman-compose leave them. */
const projectLabels = ['com.docker.compose.project', 'io.podman.compose.project'];

/** None of the roles' containers was started by Compose. */
export function noCompose({ roles }: Extract<Check, { kind: 'no-compose' }>, at: Case): Finding {
  const { t } = at;
  const expected = t.compose.expected;
  const players = roles.map(role => at.player(role));
  const containers = players.flatMap(player => player.container ?? []);
  const composed = containers.find(container => projectOf(container) !== undefined);
  if (composed !== undefined) {
    const observed = t.compose.fail(composed.name, projectOf(composed) ?? '');
    return { verdict: 'fail', observed, expected, next: at.recreate(composed, {}) };
  }
  const [missing] = players.filter(player => player.container === undefined);
  if (missing !== undefined) return at.waitingFor(missing, expected);
  return { verdict: 'pass', observed: t.compose.pass(containers.map(({ name }) => name)), expected, next: '' };
}

function projectOf({ labels }: ContainerFacts): string | undefined {
  const known = projectLabels.map(name => labels[name]).find(project => project !== undefined);
  if (known !== undefined) return known;
  return Object.keys(labels).some(name => name.startsWith('com.docker.compose.')) ? '?' : undefined;
}
