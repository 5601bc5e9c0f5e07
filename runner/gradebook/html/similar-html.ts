import type { Language } from '../../base/language.ts';
import type { Excerpt, SimilarPair } from '../similarity.ts';
import { gradeReportMessages } from '../texts/report.ts';
import { type Markup, markup } from './markup.ts';
import { numbersOf } from './numbers.ts';

const most = { pairs: 100, passages: 5, lines: 40 };

/** What of the class is needed to name a pair. */
export interface Naming {
  readonly language: Language;
  /** A student's name, by the submission's id. */
  nameOf(id: string): string;
  /** A challenge's title, by its id. */
  titleOf(challenge: string): string;
}

/** Pairs of submissions with alike code, side by side: places to look, and nothing else. */
export function similarHtml(pairs: readonly SimilarPair[], { language, nameOf, titleOf }: Naming): Markup {
  const t = gradeReportMessages[language];
  const { percent } = numbersOf(language);
  const shown = pairs.slice(0, most.pairs);
  return markup`<section class="card similar" aria-labelledby="similar"><h2 id="similar">${t.similar}</h2>
${pairs.length === 0 ? markup`<p>${t.similarNone}</p>` : markup`<p class="soft">${t.similarWhy}</p>`}
${shown.map(
  ({ first, second, challenge, score, passages }) =>
    markup`<details><summary>${t.pair(nameOf(first), nameOf(second))} <span class="small soft num">${titleOf(challenge)} · ${t.alike(percent(score))}</span></summary>${passages
      .slice(0, most.passages)
      .map(
        passage =>
          markup`<div class="beside">${excerptHtml(nameOf(first), passage.first, language)}${excerptHtml(nameOf(second), passage.second, language)}</div>`,
      )}</details>`,
)}
${pairs.length > shown.length && markup`<p class="soft">${t.similarMore(pairs.length - shown.length)}</p>`}</section>`;
}

function excerptHtml(name: string, { file, from, to, lines }: Excerpt, language: Language): Markup {
  const t = gradeReportMessages[language];
  return markup`<figure><figcaption class="small"><b>${name}</b> <code>${file}</code> <span class="soft">${t.lines(from, to)}</span></figcaption><pre>${lines.slice(0, most.lines).join('\n')}</pre></figure>`;
}
