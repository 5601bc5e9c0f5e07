import { walkthroughMessages } from '../../language/walkthrough.ts';
import type { Attempt, State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { cut, inline, pad, span } from '../text/line.ts';
import { printable, textWidth } from '../text/width.ts';

/** Which container plays each role, and how that was found: one line each, or two where there is room. */
export function bindingLines(state: State, attempt: Attempt, width: number, tall: boolean): Line[] {
  const { roles } = attempt.challenge;
  const column = Math.max(...roles.map(role => textWidth(role.title[state.language]))) + 2;
  return roles.flatMap(role => {
    const { name, how, because } = told(state, attempt, role.id);
    const label = pad([span(`  ${role.title[state.language]}`, 'quiet')], column + 2);
    if (tall) {
      return [cut([...label, ...name, ...how], width), cut([span(' '.repeat(column + 2)), ...because], width)];
    }
    const shortWhy = because.length === 0 ? [] : [span(' · ', 'quiet'), ...because];
    return [cut([...label, ...name, ...(how.length > 0 ? how : shortWhy)], width)];
  });
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
