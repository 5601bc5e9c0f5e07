import { walkthroughMessages } from '../../language/walkthrough.ts';
import type { Attempt, State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { cut, inline, pad, span } from '../text/line.ts';
import { printable, textWidth } from '../text/width.ts';
import { hang, wrap } from '../text/wrap.ts';
import { exactly } from './window.ts';

/** Which container plays each role, and how that was found: so many lines for each. */
export function bindingLines(state: State, attempt: Attempt, width: number, linesEach: number): Line[] {
  const { roles } = attempt.challenge;
  const column = Math.max(...roles.map(role => textWidth(role.title[state.language]))) + 4;
  return roles.flatMap(role => {
    const { name, how, because } = told(state, attempt, role.id);
    const label = pad([span(`  ${role.title[state.language]}`, 'quiet')], column);
    if (linesEach === 1) {
      const after = how.length > 0 || because.length === 0 ? how : [span(' · ', 'quiet'), ...because];
      return [cut([...label, ...name, ...after], width)];
    }
    const reason = first(wrap(because, width - column - 1), linesEach - 1);
    return exactly([cut([...label, ...name, ...how], width), ...hang([], column, reason)], linesEach);
  });
}

/** The first lines, with `…` where more would follow. */
function first(lines: readonly Line[], count: number): Line[] {
  const shown = lines.slice(0, count);
  return shown.map((line, index) =>
    index === count - 1 && lines.length > count ? [...line, span('…', 'quiet')] : line,
  );
}

function told(state: State, attempt: Attempt, role: string): { name: Line; how: Line; because: Line } {
  const t = walkthroughMessages[state.language];
  const binding = attempt.report?.bindings.find(one => one.role === role);
  if (binding === undefined) return { name: [span('–', 'quiet')], how: [], because: [] };
  const because = inline(printable(binding.because).replaceAll('\n', ' '), 'quiet');
  if (binding.name === undefined) {
    const word = binding.how === 'ambiguous' ? t.severalFound : t.notFound;
    return { name: [span(word, binding.how === 'ambiguous' ? 'warn' : 'quiet')], how: [], because };
  }
  return {
    name: [span(printable(binding.name), undefined, true)],
    how: [span(` · ${t.how[binding.how]}`, 'quiet')],
    because,
  };
}
