import { code } from '../../../base/words.ts';

export const http = {
  'http.expected': 'An HTTP answer (any status) at its own address on your network.',
  'http.pass': ({
    name,
    status,
    address,
    network,
  }: {
    name: string;
    status: number;
    address: string;
    network: string;
  }) => `${code(name)} answered ${status} at ${address} on ${code(network)}.`,
  'http.not-on-network': ({ name }: { name: string }) => `${code(name)} is not on a network of your own yet.`,
  'http.silent': ({ name }: { name: string }) => `${code(name)} runs, but nothing in it listens on a TCP port.`,
  'http.loopback': ({ name, port }: { name: string; port: number }) =>
    `${code(name)} listens on 127.0.0.1:${port} only, which no other container can reach. It has to listen on 0.0.0.0.`,
  'http.not-http': ({ name, port }: { name: string; port: number }) =>
    `${code(name)} listens on port ${port}, but what it says there is not HTTP.`,
  'http.timeout': ({ name, port }: { name: string; port: number }) =>
    `${code(name)} takes connections on port ${port}, but did not answer in time.`,
  'http.told-itself': ({ variable }: { variable: string }) =>
    `It was told ${code(variable)} with ${code('localhost')} in it: in a container that is the container itself, and no other.`,
  'http.failed': ({ name, port, detail }: { name: string; port: number; detail: string }) =>
    `${code(name)} did not answer on port ${port}: ${detail}.`,
};
