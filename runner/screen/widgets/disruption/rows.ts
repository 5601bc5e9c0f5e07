import type { Line, Tone } from '../../../base/text/line.ts';
import { inline, span } from '../../../base/text/line.ts';
import { printable } from '../../../base/text/width.ts';
import type { Attempt, State } from '../../state.ts';
import { hang, wrap } from '../../text/wrap.ts';
import { tourMessages } from '../tour/texts.ts';
import { type Disruption, disruptionsOf, type Obstacle } from './plan.ts';

/** What the checks that disturb would do, in words. */
export function disruptionLines(state: State, attempt: Attempt, width: number): Line[] {
  const t = tourMessages[state.language].disrupt;
  const say = (text: string, tone?: Tone) => wrap(inline(text, tone), width);
  const listed = (texts: readonly string[], tone?: Tone) =>
    texts.flatMap(text => hang([span('• ', tone)], 2, wrap(inline(text, tone), width - 2)));
  const all = disruptionsOf(attempt);
  if (all.length === 0) return say(t.nothing);
  const possible = all.filter(({ obstacle }) => obstacle === undefined);
  const hindered = all.flatMap(one => (one.obstacle === undefined ? [] : [obstacleText(state, one, one.obstacle)]));
  const cannot = hindered.length === 0 ? [] : [...say(t.cannot, 'warn'), ...listed(hindered)];
  if (possible.length === 0) return cannot;
  const done = possible.map(({ action, container = '' }) => t[action](printable(container)));
  return [...say(t.intro), ...listed(done, 'accent'), ...say(t.afterwards), ...cannot];
}

/** Which key confirms it, or that there is nothing to confirm. */
export function disruptionAnswer(state: State, attempt: Attempt): string {
  const t = tourMessages[state.language].disrupt;
  return disruptionsOf(attempt).some(({ obstacle }) => obstacle === undefined) ? t.answer : t.close;
}

/** The heading over them. */
export function disruptionTitle(state: State, attempt: Attempt): string {
  const t = tourMessages[state.language].disrupt;
  return disruptionsOf(attempt).length === 0 ? t.nothingTitle : t.title;
}

function obstacleText(state: State, { role, container = '' }: Disruption, obstacle: Obstacle): string {
  const { language } = state;
  const t = tourMessages[language].disrupt.obstacle;
  switch (obstacle.kind) {
    case 'nobody':
    case 'several':
      return t[obstacle.kind](role.title[language]);
    case 'guessed':
      return t.guessed(role.title[language], printable(container));
    case 'would-be-gone':
      return t['would-be-gone'](printable(container));
    case 'needs':
      return t.needs(obstacle.objective.title[language]);
  }
}
