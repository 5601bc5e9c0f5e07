import { triedPaths } from '../../tried-paths.ts';

const code = (text: string) => `\`${text}\``;
const series = (words: readonly string[], and: string) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
/** A sentence that begins with a role's title. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = (and: string) => (names: readonly string[]) => series(names.map(code), and);
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;
const andEn = list('and');

export const containers = {
  'objective.waits-for': ({ title }: { title: string }) => `This can be told once “${title}” is met.`,

  'lab.could-not-tell': ({ reason }: { reason: string }) => `The lab could not tell: ${reason}`,
  'lab.no-probe': 'its probe could not join the container.',
  'lab.engine-gone': ({ address }: { address: string }) =>
    `The Docker engine stopped answering while the lab was looking (${address}).`,
  'lab.see-doctor': 'Run `lab doctor` to see what is wrong with it, then verify again.',
  'lab.no-images': 'The lab images are not on this engine yet, and without them nothing can be looked at.',
  'lab.build-images': 'lab images build',
  'lab.others-disturb': 'another lab on this engine is trying an outage just now.',

  'role.no-container': ({ role }: { role: string }) => `No container was found that plays ${role}.`,
  'role.several-containers': ({ role, names }: { role: string; names: readonly string[] }) =>
    `${andEn(names)} could each be ${role}.`,
  'role.nobody-calls': ({
    role,
    names,
    paths,
    entry,
  }: {
    role: string;
    names: readonly string[];
    paths: string;
    entry: string;
  }) =>
    `It is not clear who plays ${role}: ${andEn(names)} ${names.length === 1 ? 'answers' : 'answer'} HTTP here, but nothing that was asked for made one call another (${paths}). Is it another path? Write it into ${code('lab.json')} in your folder: ${code(entry)}; or say who is who with ${code('--bind')}.`,

  'container.not-running': ({ name, state, exitCode }: { name: string; state: string; exitCode: number }) =>
    `${code(name)} is not running: ${state} with exit code ${exitCode}.`,
  'container.restarting': ({ name, exitCode, times }: { name: string; exitCode: number; times: number }) =>
    `${code(name)} ends again and again (exit code ${exitCode}, restarted ${times} ${times === 1 ? 'time' : 'times'}).`,
  'container.out-of-memory': ({ name }: { name: string }) => `${code(name)} was killed because it ran out of memory.`,
  'container.last-log': ({ text }: { text: string }) => ` Its log ends: “${text}”`,
  'container.paused': ({ name }: { name: string }) => `${code(name)} is paused.`,

  'paths.tried': ({ paths }: { paths: readonly string[] }) => triedPaths(paths, more => `and ${more} more`),

  'network.expected': ({ roles }: { roles: readonly string[] }) =>
    `One network of your own (not the default bridge) with ${series(roles, 'and')} on it.`,
  'network.pass': ({ names, network }: { names: readonly string[]; network: string }) =>
    `${andEn(names)} are ${names.length === 2 ? 'both' : 'all'} on ${code(network)}.`,
  'network.apart': ({ places }: { places: readonly string[] }) => `${places.join('; ')}.`,
  'network.only-default': ({ name }: { name: string }) => `${code(name)} is on the default bridge`,
  'network.on': ({ name, networks }: { name: string; networks: readonly string[] }) =>
    `${code(name)} is on ${andEn(networks)}`,
  'network.on-host': ({ name }: { name: string }) => `${code(name)} uses the host's network`,
  'network.sharing': ({ name }: { name: string }) => `${code(name)} shares another container's network`,
  'network.none': ({ name }: { name: string }) => `${code(name)} is on no network`,

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

  'image.expected': 'An image of your own for the server, made with docker build.',
  'image.pass': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)}, which was built on this engine.`,
  'image.lab': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)} as the lab made it, without a layer of yours.`,
  'image.pulled': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)}, which was pulled from a registry.`,
  'image.imported': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)}, which was imported, not built.`,
  'image.loaded': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)}, an official image that was loaded from a file.`,

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

  'periodic.expected': ({ from, to }: { from: string; to: string }) =>
    sentence(`${from} calls ${to} again and again: two requests or more, some time apart.`),
  'periodic.pass': ({ from, to, times }: { from: string; to: string; times: number }) =>
    `${code(from)} called ${code(to)} ${times} times, spread over time.`,
  'periodic.pass-often': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} keeps calling ${code(to)} over a connection that it keeps open.`,
  'periodic.pass-log': ({
    from,
    to,
    connections,
    every,
  }: {
    from: string;
    to: string;
    connections: number;
    every: string;
  }) =>
    `${code(from)} has made ${connections} ${connections === 1 ? 'connection' : 'connections'} since it started, and its log shows a call to ${code(to)} about every ${every}.`,
  'periodic.once': ({ from, to, ms }: { from: string; to: string; ms: number }) =>
    `${code(from)} called ${code(to)} once, and not again in ${seconds(ms)} of watching.`,
  'periodic.stopped': ({ from, to, ago }: { from: string; to: string; ago: number }) =>
    `${code(from)} called ${code(to)} some times at once, but not again for ${seconds(ago)}.`,
  'periodic.never': ({ from, to, ms }: { from: string; to: string; ms: number }) =>
    `${code(from)} did not reach ${code(to)} in ${seconds(ms)} of watching.`,
  'periodic.quiet-here': ({ from, to }: { from: string; connections: number; to: string }) =>
    `${code(from)} has not called ${code(to)} in the last minute. It has made connections before, but nothing tells whether any of them went there.`,
  'periodic.quiet': ({ from, connections }: { from: string; connections: number; to: string }) =>
    `${code(from)} has made ${connections} connections since it started, but none in the last minute, and its log does not tell when.`,
  'periodic.refused': ({ endpoint }: { endpoint: string }) => ` Its connection to ${code(endpoint)} was refused.`,
  'periodic.unknown-name': ({ name }: { name: string }) => ` It asked for ${code(name)}, and no such name was found.`,
  'periodic.elsewhere': ({ endpoint, to }: { endpoint: string; to: string }) =>
    ` It tried ${code(endpoint)}, which is not ${to}.`,

  'compose.expected': 'Containers that you started yourself with docker run.',
  'compose.pass': ({ names }: { names: readonly string[] }) => `${andEn(names)} carry no Compose labels.`,
  'compose.fail': ({ name, project }: { name: string; project: string }) =>
    `${code(name)} was started by Compose (project ${code(project)}).`,

  'restart.expected': ({ from, to }: { from: string; to: string }) =>
    `After ${to} restarts, ${from} finds it again without being touched.`,
  'restart.pass': ({ from, to }: { from: string; to: string }) =>
    `${code(to)} restarted after ${code(from)} had started, and ${code(from)} has reached it since.`,
  'restart.not-tried': ({ to, from }: { to: string; from: string }) =>
    `${code(to)} has not been restarted since ${code(from)} started.`,
  'restart.lost': ({ from, to, ms }: { from: string; to: string; ms: number }) =>
    `${code(to)} restarted, and ${code(from)} has not reached it in ${seconds(ms)} of watching.`,
};
