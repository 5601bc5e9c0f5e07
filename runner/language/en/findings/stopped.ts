import { code } from '../../../base/words.ts';

const size = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MiB`;

export const stopped = {
  'stopped.never-started': ({ name }: { name: string }) => `${code(name)} was created, but never started.`,
  'stopped.not-started': ({ name }: { name: string }) => `${code(name)} could not be started.`,
  'stopped.port-taken-by': ({ port, holder }: { port: number; holder: string }) =>
    ` Port ${port} of the host is taken by ${code(holder)}.`,
  'stopped.port-taken-by-program': ({ port }: { port: number }) =>
    ` Port ${port} of the host is in use, and no other container publishes it: another program there has it.`,
  'stopped.port-was-taken': ({ port }: { port: number }) =>
    ` Port ${port} of the host was taken; no other container publishes it any more.`,
  'stopped.port-refused': ({ port }: { port: number }) => ` The engine may not use port ${port} of the host.`,
  'stopped.missing': ({ program }: { program: string }) => ` There is no program ${code(program)} in it.`,
  'stopped.not-executable': ({ program }: { program: string }) => ` ${code(program)} in it may not be executed.`,
  'stopped.wrong-format': ({ program }: { program: string }) =>
    ` ${code(program)} in it is no program for this machine: it was built for another processor, or it is a script without its first line (${code('#!…')}).`,
  'stopped.mount': ({ source, target }: { source: string; target: string }) =>
    ` ${code(source)} of the host cannot be mounted on ${code(target)}: one is a file and the other a folder. Where the host has no such file, ${code('--volume')} makes a folder.`,
  'stopped.mount-source': ({ source }: { source: string }) => ` The host has no ${code(source)} to be mounted.`,
  'stopped.network': ' The network that it is to be on is not there any more.',
  'stopped.user': ({ user }: { user: string }) => ` It has no user ${code(user)}.`,
  'stopped.engine-said': ({ reason }: { reason: string }) => ` The engine says: “${reason}”`,
  'stopped.limit': ({ bytes }: { bytes: number }) => ` It may use ${size(bytes)}.`,
};
