import { code } from '../../../base/words.ts';

/** How the container of a role was found. */
export const bindings = {
  'binding.bind': 'you said so with --bind',
  'binding.suggested-name': 'it has the name that the brief suggests',
  'binding.word': ({ word }: { word: string }) => `its name says “${word}”`,
  'binding.made-by-lab': 'lab up made it',
  'binding.calls': ({ other }: { other: string }) => `it was seen calling ${code(other)}`,
  'binding.called-by': ({ other }: { other: string }) => `${code(other)} was seen calling it`,
  'binding.mentions': ({ other }: { other: string }) => `it was told of ${code(other)} when it started`,
  'binding.mentioned-by': ({ other }: { other: string }) => `${code(other)} was told of it when it started`,
  'binding.names': ({ other }: { other: string }) => `its program names ${code(other)}`,
  'binding.named-in': ({ other }: { other: string }) => `the program of ${code(other)} names it`,
  'binding.software': ({ word }: { word: string }) => `it runs ${word}`,
  'binding.speaks': ({ protocol }: { protocol: string }) => `it speaks ${protocol}`,
  'binding.usual-port': ({ port }: { port: number }) => `it listens on port ${port}`,
  'binding.network': ({ network }: { network: string }) => `they share ${code(network)}`,
  'binding.mounts': ({ volume, holds }: { volume: string; holds: boolean }) =>
    holds ? `it mounts ${code(volume)}, which holds a SQLite file` : `it mounts the volume ${code(volume)}`,
  'binding.mounted-by': ({ other }: { other: string }) => `${code(other)} mounts it`,
  'binding.holds-database': 'it holds a SQLite file',
  'binding.ran': 'a container of this image, which is gone, mounted the volume',
  'binding.none': ({ role }: { role: string }) =>
    `nothing on this engine looks like ${role}; if it is there, say so with --bind`,
  'binding.running': ({ names }: { names: readonly string[] }) =>
    `it runs, while ${names.map(code).join(' and ')} ${names.length === 1 ? 'does' : 'do'} not`,
  'binding.latest': ({ names }: { names: readonly string[] }) =>
    `it was created after ${names.map(code).join(' and ')}, of which it is a copy`,
  'binding.binds': ({ folder }: { folder: string }) =>
    `it keeps what it writes in ${code(folder)}, a folder of the host`,
  'binding.left-out': ({ name, challenge }: { name: string; challenge: number }) =>
    `${code(name)} was left out, as it is part of challenge ${challenge}`,
  'binding.none-but': ({ role, leftOut }: { role: string; leftOut: string }) =>
    `nothing else on this engine looks like ${role}: ${leftOut}; if it is there, say so with --bind`,
  'binding.not-there': 'no container has the name given with --bind',
  'binding.ambiguous': ({ names }: { names: readonly string[] }) =>
    `it could be ${names.map(code).join(' or ')}; say which with --bind`,
};
