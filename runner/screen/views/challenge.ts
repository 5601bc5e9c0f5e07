import type { Line } from '../../base/text/line.ts';
import { blank, cut, pad, rule, span } from '../../base/text/line.ts';
import type { Attempt, Panel, State } from '../state.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { commandLogLines } from '../widgets/commands/view.ts';
import { mapLines } from '../widgets/map/view.ts';
import { shellLines } from '../widgets/shell/view.ts';
import { detailView } from './detail.ts';
import { footerLine } from './footer.ts';
import { headerLines } from './header.ts';
import { contentWidth, type Layout, layoutOf } from './layout.ts';
import { objectiveHeading, objectiveLines } from './objective-list.ts';
import { statusLine } from './status.ts';
import { exactly } from './window.ts';

/** The open challenge, row by row: exactly as many rows as the terminal has. */
export function challengeView(state: State, attempt: Attempt): Line[] {
  const layout = layoutOf(attempt.challenge, state.size, state.shell);
  const air = layout.roomy ? [blank] : [];
  const header = headerLines(state, attempt).slice(0, layout.summary ? 2 : 1);
  const middle = exactly(bodyLines(state, attempt, layout), layout.body);
  const rows = [...air, ...header, ...air, ...middle, ...air, statusLine(state, attempt), footerLine(state)];
  const width = contentWidth(state.size);
  return rows.map(line => cut(line, width)).slice(0, state.size.rows);
}

function bodyLines(state: State, attempt: Attempt, layout: Layout): Line[] {
  const { shell, panel, wide } = layout;
  const pane = shell.rows > 0 ? shellLines(state, attempt, shell.columns, shell.rows) : [];
  if (panel <= 0) return pane;
  if (!wide) return [...exactly(panelLines(state, attempt, layout, state.panel), panel), ...pane];
  const main = [...exactly(objectivesPanel(state, attempt, layout), panel), ...pane];
  const air = layout.roomy ? [blank] : [];
  const side = [
    ...panelLines(state, attempt, layout, 'map'),
    ...air,
    ...panelLines(state, attempt, layout, 'commands'),
  ];
  return main.map((line, row) => [...pad(line, layout.main), span('   '), ...(side[row] ?? blank)]);
}

function panelLines(state: State, attempt: Attempt, layout: Layout, panel: Panel): Line[] {
  if (panel === 'objectives') return objectivesPanel(state, attempt, layout);
  const air = layout.roomy ? [blank] : [];
  const lines =
    panel === 'map'
      ? mapLines(state, attempt, layout.side, layout.map)
      : commandLogLines(state, attempt, layout.side, layout.commands);
  return [panelHeading(state, panel, layout.side), ...air, ...lines];
}

/** The panel that has the keys is marked, where others are on the screen, too. */
function panelHeading(state: State, panel: Panel, width: number): Line {
  const name = walkthroughMessages[state.language].panel[panel];
  return rule(state.panel === panel && !state.shell.focused ? `▶ ${name}` : name, width);
}

function objectivesPanel(state: State, attempt: Attempt, layout: Layout): Line[] {
  const air = layout.roomy ? [blank] : [];
  return [
    objectiveHeading(state, attempt, layout.main, layout.objectives),
    ...air,
    ...exactly(objectiveLines(state, attempt, layout.main, layout.objectives), layout.objectives),
    ...air,
    ...detailView(state, attempt),
  ];
}
