import { code, codeList } from '../../../base/words.ts';

const short = (volume: string) => (/^[0-9a-f]{64}$/.test(volume) ? `${volume.slice(0, 12)}…` : volume);
const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${Math.round(bytes / 1e6)} MB`;

export const volumes = {
  'data-volume.expected': 'The folder in which PostgreSQL keeps its files is on a volume that has a name.',
  'data-volume.pass': ({ volume, name, folder }: { volume: string; name: string; folder: string }) =>
    `${code(name)} keeps its files (${code(folder)}) on the volume ${code(volume)}.`,
  'data-volume.anonymous': ({ name, folder }: { name: string; folder: string }) =>
    `${code(name)} keeps its files (${code(folder)}) on a volume without a name, which is easily lost with the container.`,
  'data-volume.bind': ({ name, folder, source }: { name: string; folder: string; source: string }) =>
    `${code(name)} keeps its files (${code(folder)}) in a folder of the host, ${code(source)}: that is a bind mount, not a volume.`,
  'data-volume.memory': ({ name, folder }: { name: string; folder: string }) =>
    `${code(name)} keeps its files (${code(folder)}) in memory: they are gone when it stops.`,
  'data-volume.inside': ({ name, folder }: { name: string; folder: string }) =>
    `${code(name)} keeps its files (${code(folder)}) in the container itself: they go with it.`,
  'data-volume.not-told': ({ name }: { name: string }) =>
    `The lab could not learn where ${code(name)} keeps its files.`,
  'data-volume.elsewhere': ({ volume, target, folder }: { volume: string; target: string; folder: string }) =>
    `The volume ${code(volume)} is mounted at ${code(target)}, but PostgreSQL keeps its files in ${code(folder)}.`,
  'volume.none': 'No volume was found that data are kept in.',
  'volume.foreign': ({ volume, software }: { volume: string; software: string }) =>
    ` The volume ${code(short(volume))} holds ${software}’s files: this challenge asks for a SQLite database.`,
  'volume.several': ({ list }: { list: readonly string[] }) =>
    `The data could be in ${codeList(list)}: it is not clear which is meant.`,
  'named-volume.expected': 'The data are in a named volume, mounted into the container that writes them.',
  'named-volume.pass': ({ by, volume, target }: { by: string; volume: string; target: string }) =>
    `${code(by)} mounts the named volume ${code(volume)} at ${code(target)}.`,
  'named-volume.pass-alone': ({ volume }: { volume: string }) =>
    `${code(volume)} is a named volume, and the data are in it.`,
  'named-volume.bind': ({ by, target, source }: { by: string; target: string; source: string }) =>
    `What ${code(by)} keeps in ${code(target)} is a folder of the host (${code(source)}), a bind mount, not a volume.`,
  'named-volume.anonymous': ({ by, target, volume }: { by: string; target: string; volume: string }) =>
    `${code(by)} mounts an anonymous volume at ${code(target)}: nobody gave it a name, so Docker called it ${code(short(volume))}.`,
  'named-volume.anonymous-alone': ({ volume }: { volume: string }) =>
    `The volume with the data, ${code(short(volume))}, is anonymous: nobody gave it a name.`,
  'named-volume.none': ({ by }: { by: string }) =>
    `${code(by)} mounts no volume: what it writes goes when the container is removed.`,
  'named-volume.unused': ({ volume }: { volume: string }) =>
    `The volume ${code(volume)} is there, but no container was seen that uses it.`,
  'database.expected': 'A SQLite database in the volume, whatever its name.',
  'database.pass': ({
    path,
    volume,
    bytes,
    journal,
  }: {
    path: string;
    volume: string;
    bytes: number;
    journal: string;
  }) => `${code(path)} in ${code(volume)} is a SQLite database (${size(bytes)}, journal mode ${code(journal)}).`,
  'database.empty': ({ volume }: { volume: string }) => `The volume ${code(volume)} is empty.`,
  'database.empty-file': ({ path, volume }: { path: string; volume: string }) =>
    `${code(path)} in ${code(volume)} has 0 bytes: a database gets its first bytes with its first table.`,
  'database.other': ({ volume, list }: { volume: string; list: readonly string[] }) =>
    `No file in ${code(volume)} begins as a SQLite database does. There is ${codeList(list)}.`,
  'database.server': ({ volume, software }: { volume: string; software: string }) =>
    `The volume ${code(short(volume))} holds ${software}’s files, not a SQLite database.`,
  'database.outside': ({ by, list }: { by: string; list: readonly string[] }) =>
    ` ${code(by)} wrote ${codeList(list)} instead, outside of the volume.`,
  'database.too-big': ({ volume, bytes, cap }: { volume: string; bytes: number; cap: number }) =>
    `the volume ${code(volume)} (${size(bytes)}) is bigger than what the lab copies (${size(cap)}).`,
  'table-rows.expected': 'A table of your own in the database, with at least one row.',
  'table-rows.pass': ({ list }: { list: readonly { name: string; rows: number }[] }) =>
    `${list.map(({ name, rows }) => `Table ${code(name)} has ${rows} ${rows === 1 ? 'row' : 'rows'}`).join('. ')}.`,
  'table-rows.no-table': ({ path }: { path: string }) => `${code(path)} has no table yet.`,
  'table-rows.no-row': ({ path, list }: { path: string; list: readonly string[] }) =>
    `${code(path)} has ${list.length === 1 ? 'the table' : 'the tables'} ${codeList(list)}, without any row.`,
  'table-rows.unreadable': ({ path, said }: { path: string; said: string }) =>
    `SQLite cannot read ${code(path)}: ${said}.`,
  'integrity.expected': 'PRAGMA integrity_check says ok.',
  'integrity.pass': ({ list }: { list: readonly string[] }) => `PRAGMA integrity_check says ok for ${codeList(list)}.`,
  'integrity.fail': ({ path, said }: { path: string; said: string }) =>
    `PRAGMA integrity_check says of ${code(path)}: “${said}”.`,
  'recreation.expected': 'A new container of the same image finds the rows of the earlier ones, and goes on.',
  'recreation.pass': ({ image, rows }: { image: string; rows: number }) =>
    `${code(image)} was run on a copy of the volume, removed, and run again: all ${rows} ${rows === 1 ? 'row is' : 'rows are'} still there.`,
  'recreation.more': ({ rows }: { rows: number }) => ` ${rows} more ${rows === 1 ? 'was' : 'were'} added.`,
  'recreation.lost': ({
    image,
    lost,
    before,
    table,
    path,
  }: {
    image: string;
    lost: number;
    before: number;
    table: string;
    path: string;
  }) =>
    `After ${code(image)} was run again on a copy of the volume, ${lost} of ${before} ${before === 1 ? 'row' : 'rows'} of table ${code(table)} in ${code(path)} ${lost === 1 ? 'was' : 'were'} gone.`,
  'recreation.broken': ({ image, path, said }: { image: string; path: string; said: string }) =>
    `After ${code(image)} was run again on a copy of the volume, ${code(path)} could not be read: ${said}.`,
  'recreation.crashed': ({ image, exitCode }: { image: string; exitCode: number }) =>
    `On a copy of the volume, with the earlier rows there, ${code(image)} ended with exit code ${exitCode}.`,
  'recreation.said': ({ text }: { text: string }) => ` It said: “${text}”`,
  'recreation.no-image': 'no container is left, and the engine has forgotten from which image it ran.',
  'recreation.needs-network': 'run alone, without a network, the program ended with an error.',
  'recreation.otherwise-started':
    'the container is gone, and with it how it was started; its image alone does not do the same.',
  'recreation.not-mounted': ({ by, volume }: { by: string; volume: string }) =>
    `${code(by)} does not mount ${code(volume)}.`,
  'owner.expected': 'The database belongs to a user other than root, because the program that wrote it was not root.',
  'owner.pass': ({ path, owner }: { path: string; owner: number }) =>
    `${code(path)} belongs to user ${owner}, not to root.`,
  'owner.fail': ({ path }: { path: string }) => `${code(path)} belongs to root: the program that wrote it was root.`,
};
