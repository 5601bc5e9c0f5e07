import { fitToShow } from '../../base/fit-to-show.ts';
import type { Language } from '../../base/language.ts';
import type { Excerpt, SimilarPair } from '../../gradebook/similarity.ts';
import { similarityMessages } from '../texts/similarity.ts';

/** The pairs as a page of Markdown, for the instructor. What comes from students can neither end a fence nor begin a tag. */
export function similarityMarkdown(pairs: readonly SimilarPair[], language: Language): string {
  const texts = similarityMessages[language];
  const excerpt = (id: string, { file, from, to, lines }: Excerpt) => {
    const hidden = to - from + 1 - lines.length;
    return [
      `**${plain(id)}**, ${texts.place(from, to, plain(file))}:`,
      fenced(lines),
      ...(hidden > 0 ? [texts.shortened(hidden)] : []),
    ];
  };
  const blocks = pairs.flatMap(({ first, second, challenge, score, shared, passages }) => [
    `## ${texts.pair(plain(first), plain(second))}`,
    texts.sentence(plain(challenge), Math.round(score * 100), shared),
    ...passages.flatMap(passage => [...excerpt(first, passage.first), ...excerpt(second, passage.second)]),
  ]);
  return `${[`# ${texts.title}`, texts.intro, texts.how, ...(pairs.length === 0 ? [texts.none] : blocks)].join('\n\n')}\n`;
}

/** Text in which no sign means anything to Markdown or HTML. */
function plain(text: string): string {
  return fitToShow(text).replaceAll(
    /[\\`*_{}[\]()<>#+!|~&:@]/g,
    sign => (/[<>&]/.test(sign) ? entities[sign] : `\\${sign}`) ?? '',
  );
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** A fence is longer than any run of its own sign in what it holds. */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.map(line => Math.max(0, ...(line.match(/`+/g) ?? []).map(it => it.length))));
  const fence = '`'.repeat(longest + 1);
  return [fence, ...lines.map(line => line.replaceAll(/[\r\n]/g, '')), fence].join('\n');
}
