/** Beginnings of words that say that a page takes something away, or ends something. */
const stems = `
  delet remov reset logout logoff signout signoff clear drop flush destr shutdown restart reboot terminat kill purge wipe
  truncat elimin apag limp exclu zera deslig encerr derrub desmont desconect reinici cancel revok revog
`
  .trim()
  .split(/\s+/);

/** Words that would begin harmless ones, too: `/exito`, `/stopwords`. */
const whole = new Set(
  'stop parar pare sair exit quit crash halt poweroff abort abortar panic die matar mata'.split(' '),
);

/** False for what nobody should be asked for by chance: a page that, by its name, deletes, resets or stops something. */
export function isHarmless(path: string): boolean {
  const words = path
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/);
  return !words.some(word => whole.has(word) || stems.some(stem => word.startsWith(stem)));
}
