import { code, listIn, sentence } from '../../../base/words.ts';

const list = listIn('en');
const quoted = (text: string) => (text === '' ? '' : ` “${text}”`);

export const stores = {
  'rows.expected': 'Each access adds a row to a table of yours, as PostgreSQL itself counts them.',
  'rows.pass': ({ requests, path, added, name }: { requests: number; path: string; added: number; name: string }) =>
    `${requests} requests to ${code(path)} added ${added} rows, as ${code(name)} counts them.`,
  'rows.fewer': ({ requests, path, added, name }: { requests: number; path: string; added: number; name: string }) =>
    `${requests} requests to ${code(path)} added only ${added} ${added === 1 ? 'row' : 'rows'} to ${code(name)}.`,
  'rows.rewritten': ({
    requests,
    path,
    name,
    tables,
  }: {
    requests: number;
    path: string;
    name: string;
    tables: readonly string[];
  }) =>
    `${requests} requests to ${code(path)} changed rows in ${tables.map(code).join(', ')} of ${code(name)}, but added none: each access has to be a row of its own.`,
  'rows.no-table': ({ requests, path, name }: { requests: number; path: string; name: string }) =>
    `${requests} requests to ${code(path)} were answered, but ${code(name)} has no table of yours yet.`,
  'rows.none': ({ requests, path, name, tried }: { requests: number; path: string; name: string; tried: number }) =>
    `${requests} requests to ${code(path)} added no row to any table of ${code(name)}${tried > 1 ? `, nor did ${tried - 1} other paths that were tried` : ''}.`,
  'visits.no-path': ({ api, paths, entry }: { api: string; paths: string; entry: string }) =>
    `The path that counts was not found: ${code(api)} has none of those that it was asked for (${paths}). Is it another one? Write it into ${code('lab.json')} in your folder: ${code(entry)}.`,
  'visits.path-not-found': ({ api, paths, entry }: { api: string; paths: string; entry: string }) =>
    `The path that counts was not found: ${code(api)} was asked for ${paths}, and nothing moved in the stores. Is it another one? Write it into ${code('lab.json')} in your folder: ${code(entry)}.`,
  'counter.expected': 'Each access advances a counter in Redis by one, and the answer shows the number.',
  'counter.pass': ({ requests, path, name, body }: { requests: number; path: string; name: string; body: string }) =>
    `${requests} requests to ${code(path)} advanced the counter in ${code(name)}, and the answer shows it:${quoted(body)}`,
  'counter.none': ({ requests, path, name, tried }: { requests: number; path: string; name: string; tried: number }) =>
    `${requests} requests to ${code(path)} advanced no counter in ${code(name)}${tried > 1 ? `, nor did ${tried - 1} other paths that were tried` : ''}.`,
  'counter.fewer': ({
    requests,
    path,
    advance,
    name,
  }: {
    requests: number;
    path: string;
    advance: number;
    name: string;
  }) => `${requests} requests to ${code(path)} advanced the counter in ${code(name)} by only ${advance}.`,
  'counter.hidden': ({ requests, path, name, body }: { requests: number; path: string; name: string; body: string }) =>
    `${requests} requests to ${code(path)} advanced a counter in ${code(name)}, but the answers do not show its number:${quoted(body)}`,
  'store.silent': ({ name }: { name: string }) => `${code(name)} runs, but nothing in it listens on a TCP port.`,
  'store.not-ready': ({ name, detail }: { name: string; detail: string }) =>
    `${code(name)} was not ready in time: ${detail}.`,
  'store.password': ({ name, detail }: { name: string; detail: string }) =>
    `The lab could not ask ${code(name)} what it counts: no password in the containers’ settings fits (${detail}).`,
  'store.other': ({ name, detail }: { name: string; detail: string }) =>
    `The lab could not ask ${code(name)} what it counts: ${detail}.`,
  'store.status': ({ name, path, status }: { name: string; path: string; status: number }) =>
    `${code(name)} answered ${status} to ${code(path)}.`,
  'store.no-answer': ({ name, path }: { name: string; path: string }) =>
    `${code(name)} did not answer to ${code(path)} in time.`,
  'store.failed': ({ name, path, detail }: { name: string; path: string; detail: string }) =>
    `${code(name)} did not answer to ${code(path)}: ${detail}.`,
  'private.expected': ({ role }: { role: string }) =>
    sentence(`${role} finds the database and the cache by name, and neither has a port published to the host.`),
  'private.pass': ({ role, ways }: { role: string; ways: readonly string[] }) =>
    sentence(`${role} asks for ${list(ways)}; no port of theirs is published.`),
  'private.by-name': ({ name }: { name: string }) => code(name),
  'private.published': ({ name, endpoint }: { name: string; endpoint: string }) =>
    `${code(name)} is published to the host at ${code(endpoint)}; only the containers on its network need it.`,
  'private.by-address': ({ from, to, address }: { from: string; to: string; address: string }) =>
    `${code(from)} connects to ${code(to)} at the address ${code(address)}, without asking for a name.`,
  'private.hosts-file': ({ from, to, entry }: { from: string; to: string; entry: string }) =>
    `${code(from)} has the address of ${code(to)} written in by hand (${code(`--add-host ${entry}`)}).`,
  'private.written': ({ from, to, address }: { from: string; to: string; address: string }) =>
    `The address of ${code(to)}, ${code(address)}, is written in the files of ${code(from)}.`,
  'private.detour': ({ from, to, endpoint }: { from: string; to: string; endpoint: string }) =>
    `${code(from)} reaches ${code(to)} through the host and a published port (${code(endpoint)}).`,
  'private.no-call': ({ from, to }: { from: string; to: string }) =>
    `No connection of ${code(from)} to ${code(to)} was seen.`,
  'private.asked': ({
    name,
    paths,
    more,
    entry,
  }: {
    name: string;
    paths: readonly string[];
    more: number;
    entry: string;
  }) =>
    ` ${code(name)} was asked for ${list([...paths.map(code), ...(more > 0 ? [`${more} more`] : [])])}. Is it another path that needs both? Write it into ${code('lab.json')} in your folder: ${code(entry)}.`,
  'private.unclear': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} is connected to ${code(to)}, but nothing shows whether it asked for a name.`,
};
