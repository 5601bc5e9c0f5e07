import { join } from 'node:path';

/** A socket on which an engine usually listens. `id` names it in the messages. */
export interface KnownSocket {
  readonly id: 'system' | 'own' | 'desktop' | 'colima' | 'rootless' | 'podman';
  readonly path: string;
}

/** The usual sockets, in the order in which they are tried. Pure. */
export function knownSockets(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  ownSocket: string,
): KnownSocket[] {
  const runtime = env.XDG_RUNTIME_DIR;
  return [
    { id: 'system', path: '/var/run/docker.sock' },
    { id: 'own', path: ownSocket },
    { id: 'desktop', path: join(home, '.docker/run/docker.sock') },
    { id: 'desktop', path: join(home, '.docker/desktop/docker.sock') },
    { id: 'colima', path: join(env.COLIMA_HOME || join(home, '.colima'), 'default/docker.sock') },
    ...(runtime ? [{ id: 'rootless' as const, path: join(runtime, 'docker.sock') }] : []),
    ...(runtime ? [{ id: 'podman' as const, path: join(runtime, 'podman/podman.sock') }] : []),
    { id: 'podman', path: '/run/podman/podman.sock' },
  ];
}
