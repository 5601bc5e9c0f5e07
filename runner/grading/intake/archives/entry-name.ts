/** The upper half of code page 850, which Windows writes in Brazil and Western Europe; see Unicode's CP850.TXT. */
const page850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const letter = /[\p{L}\p{N}]/u;

/**
 * The name of a zip's entry that is not marked as UTF-8. The standard says code page 437 (APPNOTE D), macOS and Linux write UTF-8
 * without the mark, Windows its own code page. What is valid UTF-8 is that; of the others the one in which most of it are letters,
 * 850 where two are alike (437 has the same letters, but for those with a tilde and most large ones with accents). Pure.
 */
export function entryName(raw: Uint8Array, in437: () => string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    const candidates = [
      [...raw].map(byte => (byte < 0x80 ? String.fromCharCode(byte) : (page850[byte - 0x80] ?? '\uFFFD'))).join(''),
      in437(),
      new TextDecoder('windows-1252').decode(raw),
    ];
    const [best = ''] = candidates.toSorted((one, other) => strange(one) - strange(other));
    return best;
  }
}

/** Letters of the tables that no name in Western European languages has, or has so seldom that another table is meant. */
const rare = /[ßþÞðÐıƒµªº]/u;

/** How many characters are no letters of a name: signs, control characters (twice), rare letters, a large one behind a small one. */
function strange(name: string): number {
  let count = 0;
  let before = '';
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x80 && code < 0xa0) count += 2;
    else if (code >= 0x80 && (!letter.test(character) || rare.test(character))) count += 1;
    else if (code >= 0x80 && /\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) count += 1;
    before = character;
  }
  return count;
}
