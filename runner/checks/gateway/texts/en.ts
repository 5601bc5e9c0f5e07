import { code, codesIn } from '../../../base/words.ts';

const codes = codesIn('en');

export const gateway = {
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
    `${code(gateway)} was asked for ${codes(paths)}${more > 0 ? ` and ${more} more` : ''}, and none led to ${code(service)}. Is it another path? Write it into ${code('lab.json')}, as the brief says.`,
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
    `The answers to ${codes(paths)} arrive as the services give them.`,
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
};
