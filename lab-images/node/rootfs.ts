import { libraries, licences, loader, systemFolders } from '../kept-files.ts';
import type { Rootfs } from '../lab-image.ts';

const account = (shell: string) => ({ name: 'node', id: 65532, home: '/home/node', shell });

const folders = [
  { path: 'app', owner: 65532, mode: 0o755 },
  { path: 'home/node', owner: 65532, mode: 0o755 },
  ...systemFolders,
];

/** What Node's binary is linked with, certificates, time zones, and the names of protocols and services. */
const runtimePackages = [
  'base-files',
  'ca-certificates',
  'libatomic1',
  'libc6',
  'libgcc-s1',
  'libstdc++6',
  'netbase',
  'tzdata',
];

/** Without a shell, a package manager or any program but Node: a list of what stays, so that nothing slips in. */
export const nodeRootfs: Rootfs = {
  packages: runtimePackages,
  keep: [
    loader,
    libraries('gcc_s', 'stdc\\+\\+', 'atomic'),
    /^usr\/lib\/os-release$/,
    /^etc\/(os-release|debian_version|host\.conf|protocols|services)$/,
    /^usr\/share\/zoneinfo\//,
    ...licences,
  ],
  node: true,
  privateAuthorities: false,
  accounts: [account('/sbin/nologin')],
  folders,
  links: {},
};

/** BusyBox's programs for what Debian's packages in here leave out. */
const applets = [
  ...[
    '[[',
    'ash',
    'awk',
    'bc',
    'bunzip2',
    'bzip2',
    'clear',
    'cmp',
    'cpio',
    'crc32',
    'diff',
    'dos2unix',
    'find',
    'free',
  ],
  ...['gunzip', 'gzip', 'hexdump', 'hostname', 'ifconfig', 'ip', 'kill', 'killall', 'less', 'more', 'nc'],
  ...['netstat', 'nslookup', 'patch', 'pidof', 'ping', 'ps', 'reset', 'rev', 'route', 'setsid'],
  ...['strings', 'telnet', 'time', 'top', 'traceroute', 'uncompress', 'unix2dos', 'unxz', 'unzip', 'uptime', 'vi'],
  ...['watch', 'which', 'xargs', 'xxd', 'xz', 'xzcat', 'zcat'],
];

/**
 * With npm and a shell, for the first stage of a build and for looking around. GNU wget, because Debian 12's BusyBox
 * crashes on `wget -T`.
 */
export const nodeDevRootfs: Rootfs = {
  packages: [...runtimePackages, 'bash', 'busybox', 'coreutils', 'curl', 'grep', 'libc-bin', 'sed', 'tar', 'wget'],
  drop: [
    /^usr\/share\/doc\/(?![^/]+\/copyright$)/,
    /^usr\/share\/(bash-completion|bug|debconf|gcc|gdb|info|initramfs-tools|lintian|locale|man|menu|perl5|pixmaps)\//,
    /^usr\/share\/zsh\//,
    /^(boot|dev|media|mnt|opt|proc|run|srv|sys)\//,
    // They configure, or are part of, package managers that are not in here.
    /^etc\/(apt|debconf\.conf|dpkg|hostname|resolv\.conf|update-motd\.d)(\/|$)/,
    /^usr\/(s?bin\/(dpkg|debconf|update-|c_rehash|add-shell|remove-shell)|lib\/dpkg|share\/(dpkg|polkit))/,
    /^usr\/lib\/[^/]+-linux-gnu[^/]*\/(gconv|perl|perl-base|engines-)/,
    /^usr\/bin\/perl/,
    /^var\/(cache|lib|log|backups)\//,
  ],
  node: true,
  npm: '12.2.0',
  privateAuthorities: true,
  accounts: [account('/bin/sh')],
  folders,
  links: {
    'usr/bin/sh': 'bash',
    'usr/bin/npm': '../lib/node_modules/npm/bin/npm-cli.js',
    'usr/bin/npx': '../lib/node_modules/npm/bin/npx-cli.js',
    ...Object.fromEntries(applets.map(applet => [`usr/bin/${applet}`, 'busybox'])),
  },
};
