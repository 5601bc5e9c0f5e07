import { isIP } from 'node:net';
import type { Message } from '../../base/message.ts';
import { addressesOf } from '../../engine/addresses.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { callableNames, instructionsOf, mentions } from '../../engine/names.ts';
import { say } from '../../language/say.ts';
import type { Call, CallEvidence } from '../../probes/calls.ts';

/** How a caller finds whom it calls. */
type Way =
  | { by: 'name'; sign: 'pass-host' | 'pass-dns' | 'pass-asked'; name: string }
  | { by: 'address'; sign: 'by-address' | 'hosts-file'; target: string }
  | { by: 'published'; sign: 'published' | 'published-as'; target: string }
  | { by: 'unclear' }
  | { by: 'none' };

/** What is said of the way by which a caller was seen to reach another: as one role's, or among services. Pure. */
export function sayWay(
  subject: 'by-name' | 'internal-name',
  names: { readonly from: string; readonly to: string },
  way: Extract<Way, { sign: string }>,
): Message {
  switch (way.sign) {
    case 'pass-host':
      return say(`${subject}.pass-host`, { ...names, host: way.name });
    case 'pass-dns':
    case 'pass-asked':
      return say(`${subject}.${way.sign}`, { ...names, name: way.name });
    case 'by-address':
      return say(`${subject}.by-address`, { ...names, address: way.target });
    case 'hosts-file':
      return say(`${subject}.hosts-file`, { ...names, entry: way.target });
    case 'published':
      return say(`${subject}.published`, { ...names, endpoint: way.target });
    case 'published-as':
      return say(`${subject}.published-as`, { ...names, host: way.target });
  }
}

/**
 * How the caller finds the callee, where a connection of its own to it was seen, and `none` where none was. What was seen
 * on the wire decides (where it connects, what its requests ask for, what it asked the DNS); where it connected before we
 * looked, what it was told at its start and whether it ever asked a name server.
 */
export function wayOf(evidence: CallEvidence, caller: ContainerFacts, callee: ContainerFacts): Way {
  const last = evidence.calls.at(-1);
  // How often its namespace has connected anywhere says nothing: a health check and our own requests count there, too.
  if (last === undefined && evidence.open === 0) return { by: 'none' };
  // What the callee's side remembers of this address cannot be the caller's, where that has never connected to anybody.
  const isRemembered = evidence.open === 0 && evidence.calls.every(({ sign }) => sign === 'closed');
  if (isRemembered && evidence.connectionsOpened === 0) return { by: 'none' };
  const host = evidence.hosts.at(-1);
  if (last?.route === 'published') {
    return isName(host ?? '')
      ? { by: 'published', sign: 'published-as', target: host ?? '' }
      : { by: 'published', sign: 'published', target: endpoint(last) };
  }
  const addresses = addressesOf(callee);
  const written = caller.extraHosts.find(entry => addresses.some(address => entry.endsWith(address)));
  if (written !== undefined && evidence.questions.every(question => !leadsTo(question.addresses, addresses))) {
    return { by: 'address', sign: 'hosts-file', target: written };
  }
  const answered = evidence.questions.findLast(question => leadsTo(question.addresses, addresses));
  if (answered !== undefined) return { by: 'name', sign: 'pass-dns', name: answered.name };
  if (host !== undefined && isName(host)) {
    // A Host header is only text: a caller that has never asked a name server cannot have resolved it.
    return evidence.datagramsSent > 0 ? { by: 'name', sign: 'pass-host', name: host } : byAddress(addresses, host);
  }
  if (host !== undefined) return byAddress(addresses, host);
  return byWhatItWasTold(evidence, caller, callee);
}

function byWhatItWasTold(evidence: CallEvidence, caller: ContainerFacts, callee: ContainerFacts): Way {
  const addresses = addressesOf(callee);
  if (evidence.datagramsSent === 0) return byAddress(addresses, addresses[0] ?? '');
  const told = instructionsOf(caller);
  const address = addresses.find(candidate => mentions(told, candidate));
  if (address !== undefined) return byAddress(addresses, address);
  const name = callableNames(callee).find(candidate => mentions(told, candidate));
  if (name !== undefined) return { by: 'name', sign: 'pass-asked', name };
  return { by: 'unclear' };
}

const byAddress = (addresses: readonly string[], target: string): Way => ({
  by: 'address',
  sign: 'by-address',
  target: isName(target) ? (addresses[0] ?? target) : target,
});

const leadsTo = (answers: readonly string[], addresses: readonly string[]) =>
  answers.some(answer => addresses.includes(answer));

const endpoint = ({ to }: Call) => `${to.address}:${to.port}`;

/** False for an IPv4 or IPv6 address, with or without a port. */
export function isName(host: string): boolean {
  const bare = /^\[(.*)\](:\d+)?$/.exec(host)?.[1] ?? host.replace(/^([^:]*):\d+$/, '$1');
  return bare !== '' && isIP(bare) === 0;
}
