const code = (text: string) => `\`${text}\``;
const list = (and: string) => (names: readonly string[]) => {
  const quoted = names.map(code);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${and} ${quoted.at(-1)}`;
};
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;
const andEn = list('and');

export const gateway = {
  'published.expected': ({ gateway, hidden }: { gateway: string; hidden: readonly string[] }) =>
    `A published port on ${code(gateway)}, and none on ${andEn(hidden)}.`,
  'published.pass': ({ gateway, port, hidden }: { gateway: string; port: number; hidden: readonly string[] }) =>
    `${code(gateway)} is published on port ${port} of the host; ${andEn(hidden)} ${hidden.length === 1 ? 'is' : 'are'} not published.`,
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

  'routes.expected': ({ gateway, service }: { gateway: string; service: string }) =>
    `A request to ${code(gateway)} that makes it call ${code(service)}.`,
  'routes.pass': ({ gateway, path, service }: { gateway: string; path: string; service: string }) =>
    `Asked for ${code(path)}, ${code(gateway)} called ${code(service)}.`,
  'routes.own': ({ gateway, path, status }: { gateway: string; path: string; status: number }) =>
    `Asked for ${code(path)}, ${code(gateway)} answered ${status} and called nobody: the answer is its own.`,
  'routes.other': ({ gateway, path, other }: { gateway: string; path: string; other: string }) =>
    `Asked for ${code(path)}, ${code(gateway)} called ${code(other)}.`,
  'routes.redirect': ({ gateway, path, location }: { gateway: string; path: string; location: string }) =>
    `Asked for ${code(path)}, ${code(gateway)} only sends the client to ${code(location)}, and calls nobody itself.`,
  'routes.failed': ({ gateway, path, status }: { gateway: string; path: string; status: number }) =>
    `Asked for ${code(path)}, ${code(gateway)} answered ${status}, and no call of it arrived.`,
  'routes.silent': ({ gateway, path }: { gateway: string; path: string }) =>
    `Asked for ${code(path)}, ${code(gateway)} did not answer.`,
  'routes.nowhere': ({
    gateway,
    paths,
    more,
    service,
  }: {
    gateway: string;
    paths: readonly string[];
    more: number;
    service: string;
  }) =>
    `${code(gateway)} was asked for ${andEn(paths)}${more > 0 ? ` and ${more} more` : ''}, and none led to ${code(service)}. Is it another path? Write it into ${code('lab.json')}, as the brief says.`,
  'routes.not-found': ({
    gateway,
    service,
    paths,
    entry,
  }: {
    gateway: string;
    service: string;
    paths: string;
    entry: string;
  }) =>
    `The path at which ${code(gateway)} calls ${code(service)} was not found: it was asked for ${paths}. Is it another one? Write it into ${code('lab.json')} in your folder: ${code(entry)}.`,
  'routes.unknown-name': ({ name }: { name: string }) => ` It looked for ${code(name)}, and no such name was found.`,
  'routes.refused': ({ service }: { service: string }) =>
    ` ${code(service)} refused the connection: is the port right?`,
  'routes.not-captured': 'the packets between the containers could not be seen on this engine.',

  'relays.expected': 'What the service answers, with its status, is what the client gets.',
  'relays.pass': ({ paths }: { paths: readonly string[] }) =>
    `The answers to ${andEn(paths)} arrive as the services give them.`,
  'relays.status': ({ path, service, theirs, ours }: { path: string; service: string; theirs: number; ours: number }) =>
    `Asked for ${code(path)}, ${code(service)} says ${theirs}, and the client gets ${ours}.`,
  'relays.body': ({ path, service, theirs, ours }: { path: string; service: string; theirs: string; ours: string }) =>
    `Asked for ${code(path)}, ${code(service)} says ${code(theirs)}, and the client gets ${code(ours)}.`,
  'relays.silent': ({ path, service }: { path: string; service: string }) =>
    `Asked for ${code(path)}, ${code(service)} was called, but the client got no answer.`,
  'relays.unclear': 'what the gateway asked of the services could not be read.',

  'unknown-path.expected': 'Status 404 for a path that nobody serves.',
  'unknown-path.pass': ({ gateway, path }: { gateway: string; path: string }) =>
    `Asked for ${code(path)}, ${code(gateway)} answered 404.`,
  'unknown-path.fail': ({ gateway, path, status }: { gateway: string; path: string; status: number }) =>
    `Asked for ${code(path)}, which nobody serves, ${code(gateway)} answered ${status}.`,
  'unknown-path.silent': ({ gateway, path }: { gateway: string; path: string }) =>
    `Asked for ${code(path)}, which nobody serves, ${code(gateway)} did not answer.`,

  'service-outage.expected': ({ broken, beside }: { broken: string; beside: string }) =>
    `With ${code(broken)} stopped: 502, 503 or 504 for it within 10 s, and ${code(beside)} as ever; all well once it is back.`,
  'service-outage.pass': ({
    broken,
    path,
    status,
    besidePath,
  }: {
    broken: string;
    path: string;
    status: number;
    besidePath: string;
  }) =>
    `With ${code(broken)} stopped, ${code(path)} gave ${status} and ${code(besidePath)} worked; with it back, both do.`,
  'service-outage.status': ({ broken, path, status }: { broken: string; path: string; status: number }) =>
    `With ${code(broken)} stopped, ${code(path)} gave ${status}.`,
  'service-outage.too-late': ({ broken, path, ms }: { broken: string; path: string; ms: number }) =>
    `With ${code(broken)} stopped, ${code(path)} had no answer within ${seconds(ms)}.`,
  'service-outage.no-answer': ({ broken, path, detail }: { broken: string; path: string; detail: string }) =>
    `With ${code(broken)} stopped, ${code(path)} got no answer from the gateway: ${detail}.`,
  'service-outage.beside': ({ broken, path, status }: { broken: string; path: string; status: number }) =>
    `With ${code(broken)} stopped, ${code(path)} gave ${status} too.`,
  'service-outage.beside-silent': ({ broken, path }: { broken: string; path: string }) =>
    `With ${code(broken)} stopped, ${code(path)} had no answer either.`,
  'service-outage.not-back': ({ broken, path, ms }: { broken: string; path: string; ms: number }) =>
    `${code(broken)} was started again, and ${code(path)} did not work within ${seconds(ms)}.`,
  'service-outage.not-tried': ({ broken }: { broken: string }) =>
    `Stopping ${code(broken)} disturbs it, so it is done only where you allow it.`,
  'service-outage.auto-remove': ({ broken }: { broken: string }) =>
    `${code(broken)} was started with ${code('--rm')}: stopping it would remove it, so that was not tried.`,
};
