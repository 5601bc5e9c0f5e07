import type { Folder } from './lab-image.ts';

/** What starts every program that is linked with libraries. */
export const loader = /^usr\/lib(64)?\/([^/]+-linux-gnu[^/]*\/)?ld-linux[^/]*$/;

/** The C library with its parts, and these libraries besides: names as patterns, without `lib` and what follows. */
export const libraries = (...names: readonly string[]): RegExp =>
  new RegExp(
    `^usr/lib/([^/]+-linux-gnu[^/]*/)?lib(c|m|mvec|dl|pthread|rt|resolv|util|anl|nss_[a-z]+|${names.join('|')})\\.so[^/]*$`,
  );

/** Licences stay, whatever else goes: the images may be handed on. */
export const licences = [/^usr\/share\/doc\/[^/]+\/copyright$/, /^usr\/share\/common-licenses\//];

/** Folders that every program expects to be there. */
export const systemFolders: readonly Folder[] = [
  { path: 'root', owner: 0, mode: 0o700 },
  { path: 'tmp', owner: 0, mode: 0o1777 },
  { path: 'var/tmp', owner: 0, mode: 0o1777 },
  { path: 'run', owner: 0, mode: 0o755 },
  { path: 'proc', owner: 0, mode: 0o555 },
  { path: 'sys', owner: 0, mode: 0o555 },
  { path: 'dev', owner: 0, mode: 0o755 },
];

/** Where an image is put together by what goes: papers, translations, and what belongs to package managers that are not in it. */
export const papers: readonly RegExp[] = [
  /^usr\/share\/doc\/(?![^/]+\/copyright$)/,
  /^usr\/share\/(bash-completion|bug|debconf|fish|gcc|gdb|info|initramfs-tools|lintian|locale|man|menu|perl5|pixmaps)\//,
  /^usr\/share\/(polkit-1|zsh)\//,
  /^(boot|dev|media|mnt|opt|proc|run|srv|sys)\//,
  /^etc\/(apt|debconf\.conf|default|dpkg|hostname|init|init\.d|resolv\.conf|systemd|update-motd\.d)(\/|$)/,
  /^usr\/(s?bin\/(dpkg|debconf|update-|c_rehash|add-shell|remove-shell)|lib\/(dpkg|systemd|udev)|share\/dpkg)/,
  /^usr\/lib\/[^/]+-linux-gnu[^/]*\/(gconv|perl|perl-base|engines-)/,
  /^usr\/bin\/(perl|python)/,
  /^var\/(cache|lib|log|backups)\//,
];
