import type { Objective } from '../../challenge/definition.ts';
import { walkthroughMessages } from '../../language/walkthrough.ts';
import { standingOf, verdictOn } from '../objectives.ts';
import type { Attempt, State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { inline, span } from '../text/line.ts';
import { textWidth } from '../text/width.ts';
import { hang, wrap } from '../text/wrap.ts';

/** The hints up to a level: the idea, the Docker feature, the command. */
export function hintLines(state: State, attempt: Attempt, objective: Objective, level: number, width: number): Line[] {
  const t = walkthroughMessages[state.language];
  if (standingOf(attempt, objective.id) === 'met') return wrap(inline(t.hintNone), width);
  const command = verdictOn(attempt, objective.id)?.next ?? '';
  const texts = [
    objective.idea[state.language],
    objective.feature[state.language],
    command === '' ? t.hintNoCommand : t.hintCommand,
  ];
  const column = textWidth(t.hint(level)) + 2;
  return texts
    .slice(0, level)
    .flatMap((text, index) => hang([span(t.hint(index + 1), 'accent')], column, wrap(inline(text), width - column)));
}
