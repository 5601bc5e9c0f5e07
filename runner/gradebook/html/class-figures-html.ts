import type { Language } from '../../base/language.ts';
import { reportMessages } from '../../verdict/texts/report.ts';
import { gradeReportMessages } from '../texts/report.ts';
import { shortened } from './clean.ts';
import type { Figures, Reason } from './figures.ts';
import { type Markup, markup, withCode } from './markup.ts';
import { numbersOf } from './numbers.ts';

const none = '–';
const longestReason = 300;
/** In the units of the picture. */
const plot = { height: 110, top: 18, step: 40, bar: 30 };

/** The class in four numbers, and how its grades are spread. */
export function figuresHtml(figures: Figures, language: Language): Markup {
  const t = gradeReportMessages[language];
  const { percent, points } = numbersOf(language);
  const told = (part: number | undefined) => (part === undefined ? none : percent(part));
  const cells: readonly (readonly [string, string])[] = [
    [t.students, points(figures.students)],
    [t.mean, told(figures.mean)],
    [t.median, told(figures.median)],
    [t.needsAttention, points(figures.attention)],
  ];
  return markup`<div class="overview"><section class="card" aria-labelledby="figures"><h2 id="figures">${t.figures}</h2>
<dl class="figures num">${cells.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${figures.attention > 0 && markup`<p class="soft small">${t.leftOut(figures.attention)}</p>`}</section>
<section class="card" aria-labelledby="distribution"><h2 id="distribution">${t.distribution}</h2>${histogram(figures.bins, language)}</section></div>`;
}

function histogram(bins: readonly number[], language: Language): Markup {
  const t = gradeReportMessages[language];
  const most = Math.max(1, ...bins);
  const ends = bins.map((_, index) => [index * 10, index === 9 ? 100 : index * 10 + 9] as const);
  const text = ends.map(([from, to], index) => t.bin(from, to, bins[index] ?? 0)).join('; ');
  const floor = plot.top + plot.height;
  return markup`<svg class="histogram num" viewBox="0 0 400 ${floor + 20}" role="img" aria-label="${`${t.distributionOf}: ${text}`}">
<path class="water" d="M0 ${floor + 0.5}h400"/>${bins.map((count, index) => {
    const height = (count / most) * plot.height;
    const x = index * plot.step + (plot.step - plot.bar) / 2;
    const middle = x + plot.bar / 2;
    return markup`<rect x="${x}" y="${(floor - height).toFixed(1)}" width="${plot.bar}" height="${height.toFixed(1)}" rx="3"/>${count > 0 && markup`<text x="${middle}" y="${(floor - height - 5).toFixed(1)}">${count}</text>`}<text class="axis" x="${middle}" y="${floor + 15}">${index === 9 ? '90+' : index * 10}</text>`;
  })}</svg><p class="soft small">${t.distributionOf}</p>`;
}

/** For each challenge and objective, how many met it. */
export function ratesHtml({ challenges, students }: Figures, language: Language): Markup {
  const t = gradeReportMessages[language];
  const { percent, points } = numbersOf(language);
  return markup`<section aria-labelledby="rates"><h2 id="rates">${t.rates}</h2><p class="soft">${t.ratesOf}</p><div class="rates">${challenges.map(
    ({
      challenge,
      handedIn,
      mean,
      objectives,
    }) => markup`<article class="card"><h3>${challenge.number}. ${challenge.title}</h3>
<p class="soft small num">${t.handedIn(points(handedIn), points(students))}${mean !== undefined && ` · ${t.meanOf(points(Math.round(mean * 10) / 10), points(challenge.possible))}`}</p>
<ul class="bars num">${objectives.map(
      ({ title, bonus, met, told, reasons }) =>
        markup`<li><span>${withCode(title)}${bonus && markup` <span class="soft small">(${reportMessages[language].bonus})</span>`}</span><span class="rate"><b>${told > 0 ? percent(met / told) : none}</b> <span class="soft small">${t.met(points(met), points(told))}</span></span>${bar(told > 0 ? met / told : 0)}${reasons.length > 0 && markup`<ul class="reasons soft small">${reasons.map(reason => markup`<li>${withCode(shortened(reasonText(reason, language), longestReason))}</li>`)}</ul>`}</li>`,
    )}</ul></article>`,
  )}</div></section>`;
}

function reasonText({ students, example, isSameForAll }: Reason, language: Language): string {
  const t = gradeReportMessages[language];
  return isSameForAll ? t.reason(students, example) : t.reasonSuchAs(students, example);
}

/** A bar, for the eye only: the number stands beside it. */
export function bar(part: number): Markup {
  const width = (Math.max(0, Math.min(1, part)) * 100).toFixed(1);
  return markup`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4"/><rect width="${width}" height="4"/></svg>`;
}
