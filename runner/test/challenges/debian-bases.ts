/** Images of Debian packages that foreign solutions stand on; see `debian-image.ts`. */
export const bases = {
  python: { tag: 'estaleiro-test/python', packages: ['python3', 'dash'] },
  busybox: { tag: 'estaleiro-test/busybox', packages: ['busybox-static'] },
  nginx: { tag: 'estaleiro-test/nginx', packages: ['nginx-light', 'dash'] },
} as const;

/** A shell line that builds an image whose program is given with its command. */
export function buildLine(tag: string, from: string, ...command: readonly string[]): string {
  return `docker build --tag ${tag} - <<'EOF'\nFROM ${from}\nCMD ${JSON.stringify(command)}\nEOF\n`;
}
