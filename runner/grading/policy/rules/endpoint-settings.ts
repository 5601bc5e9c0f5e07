import { hostName, ipAddress } from './names.ts';
import { list, object, off, type Rule } from './rules.ts';

/** How a container is on a network: by which names, and at which address where one was chosen. */
export const endpointSettings: Rule = object({
  Aliases: list(hostName, 16),
  IPAMConfig: object({
    IPv4Address: ipAddress,
    IPv6Address: off('subnet', '--ip6'),
    LinkLocalIPs: off('subnet', '--link-local-ip'),
  }),
  Links: off('link', '--link'),
  MacAddress: off('subnet', '--mac-address'),
  DriverOpts: off('network-driver', '--driver-opt'),
  GwPriority: off('network-driver', 'gw-priority'),
  // What the engine says, and a client sends back empty.
  NetworkID: off('network-driver'),
  EndpointID: off('network-driver'),
  Gateway: off('subnet'),
  IPAddress: off('subnet'),
  IPPrefixLen: off('subnet'),
  IPv6Gateway: off('subnet'),
  GlobalIPv6Address: off('subnet'),
  GlobalIPv6PrefixLen: off('subnet'),
  DNSNames: off('dns'),
});
