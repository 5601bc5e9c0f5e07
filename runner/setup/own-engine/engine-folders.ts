import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the lab's own engine keeps what is its own. */
export interface EngineFolders {
  /** The folder of all that goes away with the machine's next start: sockets, pid, log, lock. */
  readonly run: string;
  /** Images, containers, volumes. */
  readonly data: string;
  readonly exec: string;
  readonly pid: string;
  readonly socket: string;
  readonly log: string;
  readonly lock: string;
  readonly config: string;
  /** False if LAB_ENGINE_DIR moved it: then nothing outside that folder is touched. */
  readonly isDefault: boolean;
}

/** The folders of the lab's own engine: of the system, or all under LAB_ENGINE_DIR. Pure. */
export function engineFolders(env: Environment): EngineFolders {
  const moved = env.LAB_ENGINE_DIR;
  const run = moved ? resolve(moved) : '/run/estaleiro';
  return {
    run,
    data: moved ? join(run, 'data') : '/var/lib/estaleiro/engine',
    exec: join(run, 'exec'),
    pid: join(run, 'docker.pid'),
    socket: join(run, 'docker.sock'),
    log: join(run, 'engine.log'),
    lock: join(run, 'lock'),
    config: join(run, 'daemon.json'),
    isDefault: !moved,
  };
}

/** A Unix socket's path has room for this many bytes (`sun_path` less the final zero). */
const longestSocketPath = 107;

/** By how many bytes the longest socket path of an engine in these folders is too long; 0 where it fits. Pure. */
export function excessOfSocketPaths(folders: EngineFolders): number {
  const sockets = [folders.socket, join(folders.exec, 'containerd', 'containerd.sock.ttrpc')];
  const longest = Math.max(...sockets.map(path => Buffer.byteLength(path)));
  return Math.max(0, longest - longestSocketPath);
}
