import type { Language } from './language.ts';

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people read them, in powers of 1000 as Docker itself does: `185 MB`, `1.2 GB` (`1,2 GB` in Portuguese). Pure. */
export function readableSize(bytes: number, language: Language): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** power;
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 });
  return `${format.format(value)} ${units[power]}`;
}
