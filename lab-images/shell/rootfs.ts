import { papers, systemFolders } from '../kept-files.ts';
import type { Rootfs } from '../lab-image.ts';

const uid = 65532;

/** What scripts with docker commands are written with, and no more. */
export const shellRootfs: Rootfs = {
  release: 'debian trixie',
  packages: [
    ...['base-files', 'bash', 'ca-certificates', 'coreutils', 'curl', 'diffutils', 'docker-cli', 'findutils', 'gawk'],
    ...[
      'grep',
      'gzip',
      'hostname',
      'jq',
      'libc-bin',
      'ncurses-bin',
      'netcat-openbsd',
      'openssl',
      'procps',
      'sed',
      'tar',
    ],
    ...['util-linux', 'wget', 'which'],
  ],
  drop: papers,
  node: false,
  privateAuthorities: true,
  accounts: [{ name: 'student', id: uid, home: '/home/student', shell: '/bin/bash' }],
  folders: [
    { path: 'home/student', owner: uid, mode: 0o755 },
    { path: 'work', owner: uid, mode: 0o755 },
    { path: 'run/lab', owner: uid, mode: 0o755 },
    ...systemFolders,
  ],
  links: {
    'usr/bin/sh': 'bash',
    'usr/bin/awk': 'gawk',
    'usr/bin/nc': 'nc.openbsd',
    'usr/bin/which': 'which.debianutils',
    'var/run': '/run',
  },
};
