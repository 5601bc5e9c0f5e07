import { code, codesIn, listIn, sentence } from '../../../base/words.ts';

const codes = codesIn('en');
const list = listIn('en');

export const networks = {
  'network.expected': ({ roles }: { roles: readonly string[] }) =>
    `One network of your own (not the default bridge) with ${list(roles)} on it.`,
  'network.pass': ({ names, network }: { names: readonly string[]; network: string }) =>
    `${codes(names)} are ${names.length === 2 ? 'both' : 'all'} on ${code(network)}.`,
  'network.apart': ({ places }: { places: readonly string[] }) => `${places.join('; ')}.`,
  'network.only-default': ({ name }: { name: string }) => `${code(name)} is on the default bridge`,
  'network.on': ({ name, networks }: { name: string; networks: readonly string[] }) =>
    `${code(name)} is on ${codes(networks)}`,
  'network.on-host': ({ name }: { name: string }) => `${code(name)} uses the host's network`,
  'network.sharing': ({ name }: { name: string }) => `${code(name)} shares another container's network`,
  'network.none': ({ name }: { name: string }) => `${code(name)} is on no network`,
  'by-name.expected': ({ role, to }: { role: string; to: string }) =>
    sentence(`${role} calls ${code(to)} by its name on the network, and Docker's DNS finds the address.`),
  'by-name.pass-host': ({ from, host, to }: { from: string; host: string; to: string }) =>
    `${code(from)} asks for ${code(`http://${host}`)} and reaches ${code(to)} directly.`,
  'by-name.pass-dns': ({ from, name }: { from: string; name: string; to: string }) =>
    `${code(from)} asked Docker's DNS for ${code(name)}, then connected to what it answered.`,
  'by-name.pass-asked': ({ from, name, to }: { from: string; name: string; to: string }) =>
    `${code(from)} was told ${code(name)}, asks Docker's DNS, and connects to ${code(to)} directly.`,
  'by-name.by-address': ({ from, address }: { from: string; address: string; to: string }) =>
    `${code(from)} connects to the address ${code(address)} itself, without asking for a name.`,
  'by-name.hosts-file': ({ from, entry, to }: { from: string; entry: string; to: string }) =>
    `${code(from)} has the address of ${code(to)} written in by hand (${code(`--add-host ${entry}`)}).`,
  'by-name.published': ({ from, endpoint }: { from: string; endpoint: string; to: string }) =>
    `${code(from)} goes out to the host and back in through a published port (${code(endpoint)}).`,
  'by-name.published-as': ({ from, host }: { from: string; host: string; to: string }) =>
    `${code(from)} asks for ${code(host)}: it goes out to the host and back in through a published port.`,
  'by-name.no-call': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} has not reached ${code(to)} while we watched.`,
  'by-name.seldom': ({ from, to }: { from: string; to: string }) =>
    `No connection of ${code(from)} to ${code(to)} was seen, neither while we watched nor in the minute before; started anew, it can be seen connecting.`,
  'by-name.unclear': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} reaches ${code(to)}, but nothing showed whether it asked for a name.`,
  'internal-name.expected': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} calls ${code(to)} by its name on the network that they share.`,
  'internal-name.pass-host': ({ from, to, host }: { from: string; to: string; host: string }) =>
    `${code(from)} asks for ${code(`http://${host}`)} and reaches ${code(to)} directly.`,
  'internal-name.pass-dns': ({ from, to, name }: { from: string; to: string; name: string }) =>
    `${code(from)} asked Docker's DNS for ${code(name)}, then connected to ${code(to)} directly.`,
  'internal-name.pass-asked': ({ from, to, name }: { from: string; to: string; name: string }) =>
    `${code(from)} was told ${code(name)}, asks Docker's DNS, and connects to ${code(to)} directly.`,
  'internal-name.by-address': ({ from, address }: { from: string; to: string; address: string }) =>
    `${code(from)} connects to the address ${code(address)} itself, without asking for a name.`,
  'internal-name.hosts-file': ({ from, to, entry }: { from: string; to: string; entry: string }) =>
    `${code(from)} has the address of ${code(to)} written in by hand (${code(`--add-host ${entry}`)}).`,
  'internal-name.published': ({ from, to, endpoint }: { from: string; to: string; endpoint: string }) =>
    `${code(from)} goes out to the host and back in through a port that ${code(to)} publishes (${code(endpoint)}).`,
  'internal-name.published-as': ({ from, to, host }: { from: string; to: string; host: string }) =>
    `${code(from)} asks for ${code(host)}: it goes out to the host and back in through a port that ${code(to)} publishes.`,
  'internal-name.unclear': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} reaches ${code(to)}, but nothing showed whether it asked for a name.`,
  'internal-name.no-call': ({ from, to }: { from: string; to: string }) =>
    `No connection of ${code(from)} to ${code(to)} was seen.`,
  'published.expected': ({ gateway, hidden }: { gateway: string; hidden: readonly string[] }) =>
    `A published port on ${code(gateway)}, and none on ${codes(hidden)}.`,
  'published.pass': ({ gateway, port, hidden }: { gateway: string; port: number; hidden: readonly string[] }) =>
    `${code(gateway)} is published on port ${port} of the host; ${codes(hidden)} ${hidden.length === 1 ? 'is' : 'are'} not published.`,
  'published.not-published': ({ gateway }: { gateway: string }) =>
    `${code(gateway)} publishes no port: nobody outside of Docker can reach it.`,
  'published.wrong-port': ({
    gateway,
    host,
    container,
    listens,
  }: {
    gateway: string;
    host: number;
    container: number;
    listens: number;
  }) => `${code(gateway)} publishes port ${host} for its port ${container}, but it listens on ${listens}.`,
  'published.exposed': ({ name, port }: { name: string; port: number }) =>
    `${code(name)} is published on port ${port} of the host, past the gateway.`,
  'published.on-host': ({ name }: { name: string }) =>
    `${code(name)} uses the host's network, so it is open to everybody there.`,
};
