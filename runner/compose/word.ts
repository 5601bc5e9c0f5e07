import { shellQuote } from '../base/shell-quote.ts';

/** A word of a command; of `path`, which is meant from the folder where the commands are run, it says it in full. */
export type Word = string | { readonly before: string; readonly path: string; readonly after: string };

/** The command as a POSIX shell reads it back, whatever is in its words: each is one word to it. Pure. */
export function commandText(words: readonly Word[]): string {
  return words.map(wordText).join(' ');
}

function wordText(word: Word): string {
  if (typeof word === 'string') return shellQuote(word);
  const { before, path, after } = word;
  const quoted = (text: string) => (text === '' ? '' : shellQuote(text));
  if (path.startsWith('/')) return shellQuote(before + path + after);
  if (path === '~' || path.startsWith('~/')) return `${quoted(before)}"$HOME"${quoted(path.slice(1) + after)}`;
  const below = path.replace(/^(?:\.\/)+/, '').replace(/^\.$/, '');
  return `${quoted(before)}"$PWD"${below === '' ? quoted(after) : quoted(`/${below}${after}`)}`;
}
