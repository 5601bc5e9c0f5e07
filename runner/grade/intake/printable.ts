/** Control characters, marks that turn the direction of text, and what has no shape or no meaning. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** A name or a text from a submission as it can be shown: without control characters, and of bounded length. */
export function printable(text: string, longest = 120): string {
  const characters = [...text.slice(0, longest * 2 + 2).replace(invisible, '\uFFFD')];
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`;
}
