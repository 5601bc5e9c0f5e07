import { addressesOf } from '../../engine/addresses.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import { mentions } from '../../engine/names.ts';
import type { CallEvidence } from '../../probes/calls.ts';
import type { Case } from '../case.ts';
import { networkToUse } from '../docker-command.ts';

/** The caller again, with the callee's name wherever its address or the host's stood. */
export function byNameCommand(
  caller: ContainerFacts,
  callee: ContainerFacts,
  evidence: CallEvidence,
  at: Case,
): string {
  const port = callee.ports.find(candidate =>
    candidate.host.some(host => evidence.calls.some(call => call.to.port === host.port)),
  );
  const published = port?.host[0]?.port;
  const outside = [
    ...evidence.hosts.map(host => host.replace(/:\d+$/, '')),
    ...evidence.calls.map(call => call.to.address),
    'host.docker.internal',
  ];
  const rewrite = (text: string) => {
    const named = [...new Set([...addressesOf(callee), ...outside])]
      .filter(name => name !== callee.name)
      .reduce((result, name) => (mentions(result, name) ? result.replaceAll(name, callee.name) : result), text);
    return published === undefined || port === undefined
      ? named
      : named.replaceAll(`${callee.name}:${published}`, `${callee.name}:${port.container}`);
  };
  const network = networkToUse(at.challenge, at.evidence.facts, [caller, callee]);
  return at.recreate(caller, { rewrite, ...(network === undefined ? {} : { network }) });
}
