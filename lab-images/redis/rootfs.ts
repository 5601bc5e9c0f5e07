import { libraries, licences, loader, systemFolders } from '../kept-files.ts';
import type { Rootfs } from '../lab-image.ts';

/** The server, its command line client, and a shell for the entrypoint; nothing else. */
export const redisRootfs: Rootfs = {
  release: 'debian trixie',
  packages: ['base-files', 'dash', 'redis-server'],
  keep: [
    loader,
    libraries('atomic', 'cap', 'crypto', 'gcc_s', 'jemalloc', 'lzf', 'ssl', 'stdc\\+\\+', 'systemd', 'z', 'zstd'),
    // `redis-server` is a link to `redis-check-rdb`.
    /^usr\/bin\/(dash|redis-(server|check-rdb|cli))$/,
    /^usr\/lib\/os-release$/,
    /^etc\/(os-release|debian_version|host\.conf)$/,
    ...licences,
  ],
  node: false,
  privateAuthorities: false,
  accounts: [{ name: 'redis', id: 65532, home: '/data', shell: '/bin/sh' }],
  folders: [{ path: 'data', owner: 65532, mode: 0o755 }, ...systemFolders],
  links: { 'usr/bin/sh': 'dash' },
};
