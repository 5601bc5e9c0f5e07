import { libraries, licences, loader, systemFolders } from '../kept-files.ts';
import type { Rootfs } from '../lab-image.ts';

const uid = 70;

/** The server, and what is run beside it by hand, by the entrypoint or by scripts of the first start. */
const programs = [
  ...['clusterdb', 'createdb', 'createuser', 'dropdb', 'dropuser', 'initdb', 'pg_basebackup', 'pg_controldata'],
  ...['pg_ctl', 'pg_dump', 'pg_dumpall', 'pg_isready', 'pg_restore', 'pgbench', 'postgres', 'psql', 'reindexdb'],
  ...['vacuumdb'],
];

/** What the entrypoint needs, and what scripts of the first start and a look around are used to. */
const applets = [
  ...['[', 'awk', 'basename', 'cat', 'chmod', 'cp', 'cut', 'date', 'df', 'dirname', 'du', 'echo', 'env'],
  ...['find', 'grep', 'gunzip', 'gzip', 'head', 'hostname', 'id', 'kill', 'less', 'ln', 'ls', 'mkdir', 'mktemp'],
  ...['more', 'mv', 'printf', 'ps', 'pwd', 'realpath', 'rm', 'rmdir', 'sed', 'seq', 'sleep', 'sort', 'stat'],
  ...['tail', 'tar', 'tee', 'test', 'touch', 'tr', 'true', 'uniq', 'wc', 'which', 'whoami', 'xargs', 'zcat'],
  ...[],
];

/** Without just-in-time compilation, for which the compiler would have to come along: 130 MB. */
export const postgresRootfs: Rootfs = {
  release: 'debian trixie',
  packages: ['base-files', 'bash', 'busybox', 'libc-bin', 'ncurses-base', 'postgresql-17', 'tzdata'],
  keep: [
    loader,
    libraries(
      ...[
        'audit',
        'cap',
        'cap-ng',
        'com_err',
        'crypt',
        'crypto',
        'gcc_s',
        'gssapi_krb5',
        'icudata',
        'icui18n',
        'icuuc',
      ],
      ...['k5crypto', 'keyutils', 'krb5', 'krb5support', 'lber', 'ldap', 'lz4', 'lzma', 'pam', 'pcre2-8', 'pq'],
      ...['readline', 'sasl2', 'selinux', 'ssl', 'stdc\\+\\+', 'systemd', 'tinfo', 'uuid', 'xml2', 'xslt', 'xxhash'],
      ...['z', 'zstd'],
    ),
    new RegExp(`^usr/lib/postgresql/17/bin/(${programs.join('|')})$`),
    /^usr\/lib\/postgresql\/17\/lib\/[^/]+\.so$/,
    /^usr\/share\/postgresql\/17\//,
    /^usr\/bin\/(bash|busybox)$/,
    /^usr\/lib\/locale\/C\.utf8\//,
    /^usr\/(lib|share)\/terminfo\/[lsvx]\/(linux|screen(-256color)?|vt100|xterm(-256color)?)$/,
    /^usr\/share\/zoneinfo\//,
    /^usr\/lib\/os-release$/,
    /^etc\/(os-release|debian_version|host\.conf)$/,
    ...licences,
  ],
  drop: [/^usr\/lib\/postgresql\/17\/lib\/llvmjit/, /^usr\/share\/postgresql\/17\/man\//],
  node: false,
  privateAuthorities: false,
  accounts: [{ name: 'postgres', id: uid, home: '/var/lib/postgresql', shell: '/bin/bash' }],
  folders: [
    { path: 'docker-entrypoint-initdb.d', owner: 0, mode: 0o755 },
    { path: 'var/lib/postgresql', owner: uid, mode: 0o755 },
    { path: 'var/lib/postgresql/data', owner: uid, mode: 0o700 },
    { path: 'run/postgresql', owner: uid, mode: 0o755 },
    ...systemFolders,
  ],
  links: {
    'usr/bin/sh': 'bash',
    'var/run': '/run',
    ...Object.fromEntries(programs.map(name => [`usr/bin/${name}`, `../lib/postgresql/17/bin/${name}`])),
    ...Object.fromEntries(applets.map(name => [`usr/bin/${name}`, 'busybox'])),
  },
};
