import type { Line, Tone } from '../../../base/text/line.ts';
import { blank, inline, lineWidth, rule, span } from '../../../base/text/line.ts';
import { printable } from '../../../base/text/width.ts';
import type { Finding } from '../../../setup/doctor/finding.ts';
import { setupMessages } from '../../../setup/texts/setup.ts';
import { marks } from '../../objectives.ts';
import type { State } from '../../state.ts';
import { hang, wrap, wrapText } from '../../text/wrap.ts';
import { spinner } from '../../views/spinner.ts';
import type { EngineTrouble } from './engine-state.ts';
import { doctorPageMessages } from './texts.ts';

/** How many of the last lines of progress are shown. */
const progressLines = 12;

/** All of the page. It scrolls by `state.scroll`. */
export function doctorLines(state: State, width: number): Line[] {
  const t = doctorPageMessages[state.language];
  return [...engineLines(state, width), blank, rule(t.examined, width), blank, ...findingLines(state, width)];
}

function engineLines(state: State, width: number): Line[] {
  const t = doctorPageMessages[state.language];
  const { engine } = state;
  switch (engine.kind) {
    case 'looking':
      return [turning(state, t.looking)];
    case 'missing':
      return [...troubleLines(engine.trouble.message, engine.trouble, width), blank, ...wayOut(state, width)];
    case 'setting-up':
      return [
        turning(state, t.settingUp),
        ...progress(engine.lines, width),
        blank,
        ...wrap(inline(t.settingUpHint, 'quiet'), width),
      ];
    case 'ready': {
      const found = marked(marks.met, 'good', t.ready(engine.source), width);
      if (engine.trouble !== undefined) {
        const { trouble } = engine;
        const failed = troubleLines(t.imagesFailed, { ...trouble, why: reasonOf(trouble) }, width);
        return [
          ...found,
          blank,
          ...failed,
          ...steps(state, trouble.next, width),
          blank,
          ...wrap(inline(t.tryAgain), width),
        ];
      }
      if (engine.images === undefined) return found;
      return [
        ...found,
        blank,
        turning(state, t.images),
        ...progress(engine.images, width),
        blank,
        ...wrap(inline(t.imagesOnce, 'quiet'), width),
      ];
    }
  }
}

/** How to come by an engine: by a key, where the lab can provide one; by hand otherwise. */
function wayOut(state: State, width: number): Line[] {
  const t = doctorPageMessages[state.language];
  const { engine, doctor } = state;
  if (engine.kind !== 'missing') return [];
  const after = [blank, ...wrap(inline(t.goesOn, 'quiet'), width)];
  if (!engine.canSetUp) return [...steps(state, engine.trouble.next, width), ...after];
  // After a set-up that failed, what its error says to do comes first.
  if (doctor.triedSetUp)
    return [...steps(state, engine.trouble.next, width), blank, ...wrap(inline(t.setUpAgain), width), ...after];
  return [...wrap(inline(t.canSetUp), width), blank, ...wrap(inline(t.setUpKey), width), ...after];
}

function troubleLines(message: string, { why }: Pick<EngineTrouble, 'why'>, width: number): Line[] {
  return [
    ...hang(
      [span(`${marks.unmet} `, 'bad', true)],
      2,
      wrap(
        inline(message).map(part => ({ ...part, strong: true })),
        width - 2,
      ),
    ),
    ...(why === undefined ? [] : indented(wrapText(printable(why), width - 2, part => inline(part)))),
  ];
}

function reasonOf({ message, why }: EngineTrouble): string {
  return why === undefined ? message : `${message}\n${why}`;
}

function steps(state: State, next: readonly string[], width: number): Line[] {
  if (next.length === 0) return [];
  const t = doctorPageMessages[state.language];
  const lines = next.flatMap(step =>
    hang(
      [span('→ ', 'accent', true)],
      2,
      wrapText(printable(step), width - 4, part => inline(part)),
    ),
  );
  return [[span(t.whatToDo, undefined, true)], ...indented(lines)];
}

function findingLines(state: State, width: number): Line[] {
  const t = doctorPageMessages[state.language];
  const { findings } = state.doctor;
  if (findings === undefined) return [[span(t.examining, 'quiet')]];
  // What is wrong with the engine is said above, in more words.
  const shown = state.engine.kind !== 'ready' ? findings.filter(({ id }) => id !== 'engine') : findings;
  return shown.flatMap(finding => findingOf(state, finding, width));
}

function findingOf(state: State, { ok, what, fix }: Finding, width: number): Line[] {
  const t = setupMessages[state.language].doctor;
  const [mark, tone, word]: [string, Tone, string] =
    ok === true
      ? [marks.met, 'good', t.ok]
      : ok === 'warning'
        ? ['!', 'warn', t.warning]
        : [marks.unmet, 'bad', t.wrong];
  const fixes = fix === undefined ? [] : wrapText(`${t.fix}: ${printable(fix)}`, width - 4, part => inline(part));
  return [...marked(mark, tone, `${word}: ${what}`, width), ...indented(indented(fixes))];
}

function marked(mark: string, tone: Tone, words: string, width: number): Line[] {
  return hang(
    [span(`${mark} `, tone, true)],
    2,
    wrapText(printable(words), width - 2, part => inline(part)),
  );
}

function turning(state: State, words: string): Line {
  return [span(`${spinner(state.frame)} `, 'accent', true), span(words, undefined, true)];
}

/** The last lines of progress, the newest as it is and the others quiet. */
function progress(lines: readonly string[], width: number): Line[] {
  const shown = lines.slice(-progressLines);
  const drawn = shown.flatMap((line, index) =>
    wrap(inline(printable(line.trim()), index === shown.length - 1 ? undefined : 'quiet'), width - 2),
  );
  return indented(drawn.slice(-progressLines));
}

function indented(lines: readonly Line[]): Line[] {
  return lines.map(line => (lineWidth(line) === 0 ? line : [span('  '), ...line]));
}
