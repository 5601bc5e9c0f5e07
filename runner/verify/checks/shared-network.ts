import type { Check } from '../../challenge/definition.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { sharedNetworks } from '../../roles/addresses.ts';
import type { Case } from '../case.ts';
import { networkToUse, shellQuote } from '../docker-command.ts';
import type { Finding } from '../finding.ts';

/** All the roles' containers are on one user-defined network. */
export function sharedNetwork(check: Extract<Check, { kind: 'shared-network' }>, at: Case): Finding {
  const { t } = at;
  const players = check.roles.map(role => at.player(role));
  const expected = t.network.expected(players.map(player => player.title));
  const missing = players.find(player => player.container === undefined);
  if (missing !== undefined) return at.withoutPlayer(missing, expected);
  const containers = players.flatMap(player => player.container ?? []);
  const [network] = sharedNetworks(containers, at.evidence.facts);
  if (network !== undefined) {
    return {
      verdict: 'pass',
      observed: t.network.pass(
        containers.map(({ name }) => name),
        network,
      ),
      expected,
      next: '',
    };
  }
  const observed = `${containers.map(container => whereabouts(container, at)).join('; ')}.`;
  return { verdict: 'fail', observed, expected, next: wayTogether(containers, at) };
}

function whereabouts(container: ContainerFacts, { t, evidence }: Case): string {
  const { name, networkMode, networks } = container;
  if (networkMode === 'host') return t.network.onHost(name);
  if (networkMode.startsWith('container:')) return t.network.sharing(name);
  const own = networks.filter(at => at.network !== 'none');
  if (own.length === 0) return t.network.none(name);
  const isDefault = own.every(
    at => evidence.facts.networks.find(network => network.name === at.network)?.userDefined === false,
  );
  return isDefault
    ? t.network.onlyDefault(name)
    : t.network.on(
        name,
        own.map(at => at.network),
      );
}

/** The command that brings these containers nearer to one network of the learner's. */
export function wayTogether(containers: readonly ContainerFacts[], at: Case): string {
  const network = networkToUse(at.challenge, at.evidence.facts, containers);
  if (network === undefined) return `docker network create ${at.challenge.suggestedNetwork}`;
  const outside = containers.find(container => container.networks.every(attachment => attachment.network !== network));
  if (outside === undefined) return '';
  // The engine refuses to connect a container that lives in another's namespace, the host's, or none.
  const cannotConnect = ['host', 'none'].includes(outside.networkMode) || outside.networkMode.startsWith('container:');
  if (cannotConnect) return at.recreate(outside, { network });
  return `docker network connect ${shellQuote(network)} ${shellQuote(outside.name)}`;
}
