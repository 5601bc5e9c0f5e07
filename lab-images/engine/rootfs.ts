import { papers, systemFolders } from '../kept-files.ts';
import type { Rootfs } from '../lab-image.ts';

/** A Docker engine that runs inside a container, and what gives it a disk and a network of its own. */
export const engineRootfs: Rootfs = {
  release: 'debian trixie',
  packages: [
    ...['base-files', 'bash', 'ca-certificates', 'coreutils', 'docker.io', 'e2fsprogs', 'grep', 'iptables'],
    ...['libc-bin', 'mount', 'procps', 'sed'],
  ],
  drop: papers,
  node: false,
  privateAuthorities: true,
  accounts: [],
  folders: [
    { path: 'var/lib/docker', owner: 0, mode: 0o711 },
    { path: 'var/lib/lab', owner: 0, mode: 0o700 },
    { path: 'run/lab', owner: 0, mode: 0o755 },
    { path: 'seed', owner: 0, mode: 0o755 },
    ...systemFolders,
  ],
  // The packages' own scripts, which would have made these, are not run. Which of the two speaks with the kernel is found at the start.
  links: {
    'usr/bin/sh': 'bash',
    ...Object.fromEntries(
      ['iptables', 'ip6tables'].flatMap(name =>
        ['', '-save', '-restore'].map(verb => [`usr/sbin/${name}${verb}`, 'xtables-nft-multi']),
      ),
    ),
    ...Object.fromEntries(
      ['iptables', 'ip6tables'].flatMap(name =>
        ['', '-save', '-restore'].map(verb => [
          `usr/lib/lab/legacy/${name}${verb}`,
          '../../../sbin/xtables-legacy-multi',
        ]),
      ),
    ),
  },
};
