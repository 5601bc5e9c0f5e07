import { type Allowed, type Call, type Subject, send } from './call.ts';
import { endpointSettings } from './endpoint-settings.ts';
import { labels, name } from './names.ts';
import { filters, queryFlag } from './query-rules.ts';
import { PolicyRefusal } from './refusal.ts';
import { dropped, flag, list, needed, object, off, type Rule, text } from './rules.ts';
import type { Json } from './strict-json.ts';
import { addressIn, subnet } from './subnets.ts';

/** The endpoints about networks: bridges of the student's own. */
export const networks = {
  list: (call: Call): Allowed => send(call, { query: { filters: filters(networkFilters) } }),
  inspect: (call: Call): Allowed => send(call, { query: { verbose: queryFlag, scope: text(8, /^(local|swarm)$/) } }),
  create: (call: Call): Allowed =>
    send(call, {
      body: object({
        Name: needed(name),
        CheckDuplicate: flag,
        Driver: bridge,
        Scope: off('network-driver', '--scope', ['local']),
        EnableIPv4: off('network-driver', '--ipv4=false', [true]),
        EnableIPv6: off('network-driver', '--ipv6'),
        Internal: flag,
        Attachable: dropped(flag),
        Ingress: off('network-driver', '--ingress'),
        ConfigOnly: off('network-driver', '--config-only'),
        ConfigFrom: dropped(object({ Network: off('network-driver', '--config-from') })),
        Options: off('network-driver', '--opt'),
        IPAM: object({
          Driver: off('network-driver', '--ipam-driver', ['default']),
          Options: off('network-driver', '--ipam-opt'),
          Config: list(pool(call), 1),
        }),
        Labels: labels,
      }),
      makes: 'network',
    }),
  connect: (call: Call): Allowed =>
    withContainer(
      send(call, { body: object({ Container: member, EndpointConfig: endpointSettings }), subjects: [own(call)] }),
    ),
  disconnect: (call: Call): Allowed =>
    withContainer(send(call, { body: object({ Container: member, Force: flag }), subjects: [own(call)] })),
  remove: (call: Call): Allowed => send(call, { subjects: [own(call)] }),
  prune: (call: Call): Allowed => send(call, { query: { filters: filters(['until', 'label', 'label!']) } }),
};

const networkFilters = ['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type'];
const member = needed(text(255, /^[a-zA-Z0-9][\w.-]*$/));

const bridge: Rule = (value, at) => {
  const driver = text(64)(value, at);
  if (driver !== undefined && driver !== '' && driver !== 'bridge')
    throw new PolicyRefusal('network-driver', `--driver ${driver}`);
  return 'bridge';
};

/** `--subnet` and what goes with it: in the private ranges, and not over the sandbox's own way out. */
function pool({ limits }: Call): Rule {
  const within: Rule = addressIn;
  const rule = object({
    Subnet: needed(subnet(limits.reservedSubnets)),
    IPRange: subnet(limits.reservedSubnets),
    Gateway: within,
    AuxiliaryAddresses: off('subnet', '--aux-address'),
    AuxAddress: off('subnet', '--aux-address'),
  });
  return (value: Json, at) => rule(value, at);
}

function own(call: Call): Subject {
  const reference = call.blanks[0] ?? '';
  if (!/^[a-zA-Z0-9][\w.-]{0,127}$/.test(reference)) throw new PolicyRefusal('value', 'network', reference);
  return { kind: 'network', reference, put: 'nowhere' };
}

function withContainer(allowed: Allowed): Allowed {
  const reference = String(allowed.body?.Container);
  return { ...allowed, subjects: [...allowed.subjects, { kind: 'container', reference, put: 'Container' }] };
}
