import { libraries, licences, loader, systemFolders } from '../kept-files.ts';
import type { Rootfs } from '../lab-image.ts';

const uid = 65532;

/** A registry of images and nothing else: through it, and out of its memory, a class pulls what it stands on. */
export const registryRootfs: Rootfs = {
  release: 'debian trixie',
  packages: ['base-files', 'ca-certificates', 'docker-registry', 'libc6', 'netbase'],
  keep: [
    loader,
    libraries('gcc_s'),
    /^usr\/bin\/docker-registry$/,
    /^usr\/lib\/os-release$/,
    /^etc\/(os-release|debian_version|host\.conf|protocols|services)$/,
    ...licences,
  ],
  node: false,
  privateAuthorities: true,
  accounts: [{ name: 'registry', id: uid, home: '/var/lib/registry', shell: '/sbin/nologin' }],
  folders: [{ path: 'var/lib/registry', owner: uid, mode: 0o755 }, ...systemFolders],
  links: {},
};
