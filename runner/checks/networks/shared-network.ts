import type { Message } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import { sharedNetworks } from '../../engine/addresses.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { roleTitle, say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import { networkToUse } from '../docker-command.ts';
import type { Finding } from '../finding.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'shared-network': { readonly roles: readonly string[] };
  }
}

export const sharedNetwork = defineCheck({
  kind: 'shared-network',
  about: 'All of the containers are on one network that the learner created.',
  example: { roles: ['server', 'client'] },
  observes: 'facts',
  judge,
});

function judge(check: CheckOf<'shared-network'>, at: Case): Finding {
  const players = check.roles.map(role => at.player(role));
  const expected = say('network.expected', { roles: check.roles.map(roleTitle) });
  const missing = players.find(player => player.container === undefined);
  if (missing !== undefined) return at.withoutPlayer(missing, expected);
  const containers = players.flatMap(player => player.container ?? []);
  const [network] = sharedNetworks(containers, at.evidence.facts);
  if (network !== undefined) {
    return {
      verdict: 'pass',
      observed: say('network.pass', { names: containers.map(({ name }) => name), network }),
      expected,
      next: '',
    };
  }
  const observed = say('network.apart', { places: containers.map(container => whereabouts(container, at)) });
  return { verdict: 'fail', observed, expected, next: wayTogether(containers, at) };
}

function whereabouts(container: ContainerFacts, { evidence }: Case): Message {
  const { name, networkMode, networks } = container;
  if (networkMode === 'host') return say('network.on-host', { name });
  if (networkMode.startsWith('container:')) return say('network.sharing', { name });
  const own = networks.filter(at => at.network !== 'none');
  if (own.length === 0) return say('network.none', { name });
  const isDefault = own.every(
    at => evidence.facts.networks.find(network => network.name === at.network)?.userDefined === false,
  );
  return isDefault
    ? say('network.only-default', { name })
    : say('network.on', { name, networks: own.map(at => at.network) });
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
