/** Signs that word processors and web pages put in the place of those that were typed; none of them means anything to a shell. */
const spaces = /[\u00a0\u2007\u202f\u2000-\u200a\u3000]/g;
const nothings = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const dashed = /(^|\s)[\u2010-\u2015\u2212]{1,2}-?([A-Za-z][\w-]*)/g;
const doubled = /[\u201c\u201d\u201e]/g;
const single = /(^|[\s=])\u2018([^\u2018\u2019]*)\u2019/g;

/** A line of commands with the signs that were typed: dashes of options, spaces, quotes. Pure. */
export function typed(line: string): string {
  const plain = line.replace(nothings, '').replace(spaces, ' ');
  if (!/\b(?:docker|curl)\b|^\s*[\u2010-\u2015\u2212]/.test(plain)) return plain;
  return plain
    .replace(dashed, (_, before: string, name: string) => `${before}${isShort(name) ? '-' : '--'}${name}`)
    .replace(doubled, '"')
    .replace(single, "$1'$2'");
}

/** An option of one letter, or several of them in one word, as docker has them. */
function isShort(name: string): boolean {
  return name.length === 1 || /^[dit]{2,3}$|^(?:dp|aq|af|qa|fa|it?d?p)$/.test(name);
}
