import { reportMessages } from '../../verdict/texts/report.ts';
import { type ChallengeFeedback, feedbackOf } from '../feedback/feedback.ts';
import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { gradeFeedbackMessages } from '../texts/feedback.ts';
import { gradeReportMessages } from '../texts/report.ts';
import { bar } from './class-figures-html.ts';
import { shortened } from './clean.ts';
import { signs, tag } from './drawings.ts';
import { partOf } from './figures.ts';
import { type Markup, markup, withCode } from './markup.ts';
import { numbersOf } from './numbers.ts';
import { filters, standingOf } from './standing.ts';

/** A student as the report shows them: texts are harmless already, and `href` leads to their feedback. */
export interface ShownStudent {
  readonly student: StudentGrade;
  readonly name: string;
  readonly href: string;
}

/** What one row's details show of one text at most: the feedback has all of it. */
const most = { observed: 220, next: 160, reason: 300, name: 120 };
/** From so many students on, less is shown of each, so that the file stays small where nobody met anything. */
const large = { students: 100, observed: 100, next: 100 };

/** The table of students, whole without a script; with one it can be filtered and sorted, and rows be opened. */
export function tableHtml(students: readonly ShownStudent[], book: Gradebook): Markup {
  const t = gradeReportMessages[book.language];
  const { points } = numbersOf(book.language);
  const standings = students.map(({ student }) => standingOf(student, book.language));
  const count = (name: (typeof filters)[number]) => standings.filter(one => one.filters.includes(name)).length;
  const labels = { attention: t.needsAttention, missing: t.missing, unmet: t.unmet, complete: t.complete };
  const all = points(students.length);
  return markup`<section id="table"><h2 id="students">${t.table}</h2>
<form class="tools" hidden><label class="find"><span>${t.find}</span><input type="search" id="find" autocomplete="off" spellcheck="false"></label>
<fieldset><legend class="unseen">${t.show}</legend>${chip('', t.all, students.length, true)}${filters.map(name => chip(name, labels[name], count(name), false))}</fieldset>
<p class="soft small num" id="count" role="status" data-of="${t.showing('#', all)}">${t.showing(all, all)}</p></form>
<div class="scroll card" role="region" aria-labelledby="students" tabindex="0"><table>
<caption class="unseen">${t.table}</caption>
<thead><tr><th scope="col">${t.student}</th><th scope="col" class="n">${t.grade}</th><th scope="col" class="n">${t.percent}</th><th scope="col">${t.state}</th>${book.challenges.map(
    ({ number, title }) =>
      markup`<th scope="col" class="n" title="${title}"><span class="unseen">${t.challenge(number)}</span><span aria-hidden="true">${number}</span></th>`,
  )}</tr></thead>
${students.map((shown, index) => rowHtml(shown, index, book))}
</table><p class="nobody" hidden>${t.nobody}</p></div>
<p class="legend small soft">${(['pass', 'fail', 'blocked', 'unknown'] as const).map(
    verdict => markup`<span><b class="${verdict}" aria-hidden="true">${signs[verdict]}</b> ${t.legend[verdict]}</span>`,
  )}</p></section>`;
}

function chip(value: string, label: string, count: number, checked: boolean): Markup {
  return markup`<label class="chip"><input type="radio" name="show" value="${value}"${checked && markup` checked`}><span>${label} <b class="num">${count}</b></span></label>`;
}

function rowHtml({ student, name, href }: ShownStudent, index: number, book: Gradebook): Markup {
  const { language } = book;
  const t = gradeReportMessages[language];
  const { points, percent } = numbersOf(language);
  const standing = standingOf(student, language);
  const feedback = feedbackOf(student, book);
  const part = partOf(student);
  const shown = shortened(name, most.name);
  const id = name === student.id ? '' : shortened(student.id, most.name);
  return markup`<tbody data-in="${standing.filters.join(' ')}"><tr><th scope="row" data-v="${shown}"><span class="name">${shown}</span>${id !== '' && markup`<small class="soft">${id}</small>`}</th><td class="n" data-v="${student.final}"><b>${points(student.final)}</b>${student.needsAttention && markup`<small class="soft">${t.notFinal}</small>`}${student.override !== undefined && markup`<small class="soft">${t.setByHand}</small>`}${student.penalty.points > 0 && markup`<small class="soft">${t.late(points(student.penalty.points))}</small>`}</td><td class="n percent" data-v="${part.toFixed(4)}">${percent(part)}${bar(part)}</td><td data-v="${standing.rank}">${tag(standing.verdict, standing.word)}</td>${feedback.challenges.map(
    ({ id, verdict, outcome }) => {
      const grade = student.works.find(part => part.challenge === id);
      const earned = outcome === 'unknown' || grade === undefined ? undefined : grade.earned + grade.bonus;
      return markup`<td class="n" data-v="${earned ?? -1}">${earned === undefined ? markup`<span aria-hidden="true">–</span>` : points(Math.round(earned * 100) / 100)} <b class="${verdict}" aria-hidden="true">${signs[verdict]}</b><span class="unseen">${t.legend[verdict]}</span></td>`;
    },
  )}</tr>
<tr class="more" id="d${index}"><td colspan="${4 + book.challenges.length}"><div class="pane"><details><summary>${t.details(shown)}</summary><p><a href="${href}">${t.feedback}</a></p>${
    student.comment !== '' && markup`<p class="comment">${shortened(student.comment, most.reason)}</p>`
  }<div class="works">${feedback.challenges.map(challenge => partHtml(challenge, book))}</div></details></div></td></tr></tbody>
`;
}

function partHtml(challenge: ChallengeFeedback, { language, students }: Gradebook): Markup {
  const room = students.length > large.students ? large : most;
  const t = { ...reportMessages[language], ...gradeFeedbackMessages[language] };
  const reason = challenge.outcome === 'graded' ? '' : (challenge.said[0] ?? '');
  return markup`<div><h3>${challenge.heading}</h3><p class="small">${tag(challenge.verdict, challenge.result)} ${challenge.points}</p>${
    reason !== '' && markup`<p class="small">${withCode(shortened(reason, most.reason))}</p>`
  }${
    !challenge.onlyAsks &&
    markup`<ul>${challenge.objectives.map(
      ({ verdict, word, title, brief, observed, next }) =>
        markup`<li><b class="${verdict}">${signs[verdict]} ${word}</b> ${withCode(title)}${
          verdict !== 'pass' &&
          !brief &&
          markup`<br>${t.observed}: ${withCode(shortened(observed, room.observed))}${next !== '' && markup`<br>${t.next}: <code>${shortened(next, room.next)}</code>`}`
        }</li>`,
    )}</ul>`
  }</div>`;
}
