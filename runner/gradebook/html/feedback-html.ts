import type { Language } from '../../base/language.ts';
import { reportMessages } from '../../verdict/texts/report.ts';
import { type ChallengeFeedback, feedbackOf, type ObjectiveFeedback } from '../feedback/feedback.ts';
import type { Gradebook, StudentGrade } from '../gradebook.ts';
import { gradeFeedbackMessages } from '../texts/feedback.ts';
import { loadLine, signs, tag, yard } from './drawings.ts';
import { type Markup, markup, withCode } from './markup.ts';
import { page } from './page.ts';
import { feedbackStyle } from './style.ts';

/** A student's feedback as a page of its own, which needs no other file and runs no script. */
export function feedbackHtml(student: StudentGrade, book: Gradebook): string {
  const t = gradeFeedbackMessages[book.language];
  const feedback = feedbackOf(student, book);
  const body = markup`<header class="masthead">${yard}<div class="wrap">
<p class="brand">${loadLine}Estaleiro</p>
<h1>${t.greeting(feedback.name)}</h1>
<p class="soft">${t.intro(book.title)}</p>
</div></header>
<main class="wrap">
<section class="card" aria-labelledby="grade">
<h2 id="grade">${t.yourGrade}</h2>
<p class="grade num"><strong>${feedback.grade}</strong> <span class="soft">${t.grade('', feedback.possible).trim()}</span></p>
${feedback.remarks.map(remark => markup`<p>${withCode(remark)}</p>`)}
<nav aria-label="${t.contents}"><ul class="contents">${feedback.challenges.map(
    ({ id, heading, verdict, result, points }) =>
      markup`<li><a href="#${id}">${heading}</a>${tag(verdict, result)}<span class="num small">${points}</span></li>`,
  )}</ul></nav>
</section>
${
  feedback.comment !== '' &&
  markup`<section class="card comment" aria-labelledby="comment"><h2 id="comment">${t.comment}</h2><p>${feedback.comment}</p></section>`
}
${feedback.challenges.map(challenge => challengeHtml(challenge, book.language))}
${feedback.read.length > 0 && markup`<section class="card"><h2>${t.remarks}</h2>${list(feedback.read)}</section>`}
</main>
<footer class="wrap">${feedback.made}</footer>`;
  return page({ language: book.language, title: t.pageTitle(feedback.name), style: feedbackStyle, body });
}

function challengeHtml(challenge: ChallengeFeedback, language: Language): Markup {
  const t = gradeFeedbackMessages[language];
  const { id, heading, verdict, result, points, said, script, outcome } = challenge;
  return markup`<section class="card" id="${id}" aria-labelledby="${id}-title">
<div class="head"><h2 id="${id}-title">${heading}</h2>${tag(verdict, result)}<span class="num">${points}</span></div>
${said.map(text => markup`<p>${withCode(text)}</p>`)}
${titled(t.refusals, challenge.refusals.length > 0 && list(challenge.refusals))}
${script && script.failingCommand !== '' && titled(t.failingCommand(script.exitCode), block([script.failingCommand]))}
${script && outcome !== 'graded' && titled(t.lastLines, script.lastLines.length > 0 && block(script.lastLines))}
${script && titled(t.leftRunning, script.leftRunning.length > 0 && block(script.leftRunning))}
${
  challenge.onlyAsks
    ? titled(
        t.asks,
        markup`<ul>${challenge.objectives.map(({ title, worth }) => markup`<li>${withCode(title)} <span class="soft small">(${worth})</span></li>`)}</ul>`,
      )
    : challenge.objectives.map(objective => objectiveHtml(objective, language))
}
${folded(t.roles, challenge.roles.length > 0 && markup`${list(challenge.roles)}${challenge.instructions !== '' && markup`<p>${withCode(challenge.instructions)}</p>`}`)}
${folded(t.remarks, challenge.read.length > 0 && list(challenge.read))}
${challenge.logs.map(({ container, lines }) => folded(t.logs(container), block(lines)))}
</section>`;
}

function objectiveHtml(objective: ObjectiveFeedback, language: Language): Markup {
  const t = { ...reportMessages[language], ...gradeFeedbackMessages[language] };
  const { title, verdict, word, worth, bonus, brief, observed, expected, why, next } = objective;
  const parts: readonly (readonly [string, string])[] = [
    [t.observed, observed],
    [t.expected, expected],
    [t.why, why],
  ];
  const shown = parts.slice(0, verdict === 'pass' ? 1 : 3).filter(([, text]) => text !== '');
  return markup`<article class="objective">
<h3><span class="${verdict}" aria-hidden="true">${signs[verdict]}</span><span>${withCode(title)}</span></h3>
<div class="text"><p class="small soft"><span class="${verdict}">${word}</span> · ${worth}${bonus && ` · ${t.bonus}`}</p>
${
  !brief &&
  markup`<dl>${shown.map(([label, text]) => markup`<dt>${label}</dt><dd>${withCode(text)}</dd>`)}${
    next !== '' && markup`<dt>${t.next}</dt><dd>${block(next.split('\n'))}</dd>`
  }</dl>`
}</div></article>`;
}

function titled(title: string, content: Markup | false): Markup | false {
  return content && markup`<h3>${title}</h3>${content}`;
}

function folded(title: string, content: Markup | false): Markup | false {
  return content && markup`<details><summary>${title}</summary>${content}</details>`;
}

function list(items: readonly string[]): Markup {
  return markup`<ul>${items.map(item => markup`<li>${withCode(item)}</li>`)}</ul>`;
}

function block(lines: readonly string[]): Markup {
  return markup`<pre>${lines.join('\n')}</pre>`;
}
