import { fileNameOf } from '../file-name.ts';
import type { Gradebook } from '../gradebook.ts';
import type { SimilarPair } from '../similarity.ts';
import { gradeReportMessages } from '../texts/report.ts';
import { figuresHtml, ratesHtml } from './class-figures-html.ts';
import { classScript } from './class-script.ts';
import { classStyle } from './class-style.ts';
import { type ShownStudent, tableHtml } from './class-table.ts';
import { cleaned, shortened } from './clean.ts';
import { loadLine, yard } from './drawings.ts';
import { figuresOf } from './figures.ts';
import { type Markup, markup, withCode } from './markup.ts';
import { numbersOf } from './numbers.ts';
import { page } from './page.ts';
import { similarHtml } from './similar-html.ts';

const longestName = 120;
const longestReason = 300;

/** The report on a class: one file that needs no other. `similar` is for the instructor only; without it nothing is said of it. */
export function classHtml(given: Gradebook, similar?: readonly SimilarPair[]): string {
  const book = cleaned(given);
  const { language } = book;
  const t = gradeReportMessages[language];
  const figures = figuresOf(book);
  // Files are named for the ids as they are, not as they are shown.
  const students = book.students.map((student, index) => ({
    student,
    name: shortened(student.identity.name || student.id, longestName),
    href: `feedback/${encodeURIComponent(fileNameOf(given.students[index]?.id ?? student.id))}.html`,
  }));
  const names = new Map(given.students.map(({ id }, index) => [id, students[index]?.name ?? id]));
  const titles = new Map(book.challenges.map(({ id, number, title }) => [id, `${number}. ${title}`]));
  const title = book.title === '' ? t.title : book.title;
  const naming = {
    language,
    nameOf: (id: string) => names.get(id) ?? shortened(id, longestName),
    titleOf: (id: string) => titles.get(id) ?? id,
  };
  const body = markup`<a class="skip" href="#table">${t.skip}</a>
<header class="masthead">${yard}<div class="wrap"><p class="brand">${loadLine}Estaleiro</p><h1>${title}</h1>
<p class="soft small">${t.made(numbersOf(language, book.timezone).time(book.at), book.grader)}</p>
<button type="button" id="theme" hidden data-dark="${t.dark}" data-light="${t.light}">${t.dark}</button></div></header>
<main class="wrap">
${attentionHtml(students, book)}
${(book.remarks ?? []).length > 0 && markup`<section class="card" aria-labelledby="remarks"><h2 id="remarks">${t.remarks}</h2><ul>${book.remarks?.map(remark => markup`<li>${withCode(remark)}</li>`)}</ul></section>`}
${figuresHtml(figures, language)}
${tableHtml(students, book)}
${ratesHtml(figures, language)}
${similar !== undefined && similarHtml(cleaned(similar), naming)}
</main>
<footer class="wrap">Estaleiro</footer>`;
  return page({ language, title, style: classStyle, script: classScript, body });
}

/** What could not be told, apart from all else and before it. */
function attentionHtml(students: readonly ShownStudent[], { language, challenges }: Gradebook): Markup | false {
  const t = gradeReportMessages[language];
  const waiting = students.filter(({ student }) => student.needsAttention);
  if (waiting.length === 0) return false;
  return markup`<section class="card urgent" aria-labelledby="attention"><h2 id="attention">${t.attention}</h2><p class="soft">${t.attentionWhy}</p>
<ul>${waiting.map(({ student, name, href }) => {
    const parts = student.result.works.flatMap(part => {
      const unknown = part.objectives.filter(({ verdict }) => verdict === 'unknown');
      if (part.outcome !== 'unknown' && unknown.length === 0) return [];
      const number = challenges.find(({ id }) => id === part.challenge)?.number ?? 0;
      const why = part.outcome === 'unknown' ? part.reason : t.andObjectives(unknown.map(one => one.title).join('; '));
      return [
        markup`<br><span class="small">${t.challenge(number)}: ${withCode(shortened(why, longestReason))}</span>`,
      ];
    });
    return markup`<li><a href="${href}">${name}</a>${parts}</li>`;
  })}</ul></section>`;
}
