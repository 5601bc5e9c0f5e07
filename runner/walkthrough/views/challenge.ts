import { walkthroughMessages } from '../../language/walkthrough.ts';
import type { Attempt, State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { blank, cut, pad, rule, span } from '../text/line.ts';
import { activityLines } from './activity.ts';
import { bindingLines } from './bindings.ts';
import { detailView } from './detail.ts';
import { footerLine } from './footer.ts';
import { headerLines } from './header.ts';
import { contentWidth, layoutOf } from './layout.ts';
import { objectiveHeading, objectiveLines } from './objective-list.ts';
import { statusLine } from './status.ts';
import { exactly } from './window.ts';

/** The open challenge, row by row: exactly as many rows as the terminal has. */
export function challengeView(state: State, attempt: Attempt): Line[] {
  const layout = layoutOf(attempt.challenge, state.size);
  const air = layout.roomy ? [blank] : [];
  const main = [
    objectiveHeading(state, layout.main),
    ...air,
    ...objectiveLines(state, attempt, layout.main, layout.objectives),
    ...air,
    ...detailView(state, attempt),
  ];
  const rows = layout.wide ? besides(state, attempt, main) : [...main, ...below(state, attempt)];
  const header = headerLines(state, attempt).slice(0, layout.summary ? 2 : 1);
  const ending = [...air, statusLine(state, attempt), footerLine(state)];
  const middle = exactly(rows, state.size.rows - header.length - 2 * air.length - ending.length);
  const width = contentWidth(state.size);
  return [...air, ...header, ...air, ...middle, ...ending].map(line => cut(line, width)).slice(0, state.size.rows);
}

/** Containers and activity under the rest, for narrow terminals. */
function below(state: State, attempt: Attempt): Line[] {
  const t = walkthroughMessages[state.language];
  const { main, bindings, activity, roomy } = layoutOf(attempt.challenge, state.size);
  if (bindings === 0) return [];
  return [
    rule(t.activity, main),
    ...(roomy ? [blank] : []),
    ...bindingLines(state, attempt, main, 1),
    ...activityLines(state, attempt, main, activity),
  ];
}

/** Containers and activity in a column of their own, for wide terminals. */
function besides(state: State, attempt: Attempt, main: readonly Line[]): Line[] {
  const t = walkthroughMessages[state.language];
  const layout = layoutOf(attempt.challenge, state.size);
  const air = layout.roomy ? [blank] : [];
  const side = [
    rule(t.containers, layout.side),
    ...air,
    ...bindingLines(state, attempt, layout.side, layout.bindings / attempt.challenge.roles.length),
    ...air,
    rule(t.activity, layout.side),
    ...air,
    ...activityLines(state, attempt, layout.side, layout.activity),
  ];
  const height = Math.max(main.length, side.length);
  return Array.from({ length: height }, (_, row) => [
    ...pad(main[row] ?? blank, layout.main),
    span('   '),
    ...(side[row] ?? blank),
  ]);
}
