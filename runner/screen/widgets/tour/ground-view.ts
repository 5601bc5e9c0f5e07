import { commandMessages } from '../../../app/texts/commands.ts';
import type { Line, Tone } from '../../../base/text/line.ts';
import { blank, inline, span } from '../../../base/text/line.ts';
import { printable } from '../../../base/text/width.ts';
import type { State } from '../../state.ts';
import { hang, wrap } from '../../text/wrap.ts';
import { spinner } from '../../views/spinner.ts';
import type { Ground, TourThing } from './state.ts';
import { tourMessages } from './texts.ts';

/** What stands in the way of the tour, or what is there already, and what can be done. */
export function groundLines(state: State, ground: Ground, width: number): Line[] {
  const t = tourMessages[state.language];
  const say = (text: string, tone?: Tone) => wrap(inline(text, tone), width);
  switch (ground.kind) {
    case 'taken':
      return [
        ...say(t.taken, 'warn'),
        blank,
        ...listed(state, ground.taken, width),
        blank,
        ...say(t.takenNext),
        blank,
        ...ground.taken.map(({ removal }): Line => [span('  $ ', 'quiet'), span(printable(removal), 'accent', true)]),
      ];
    case 'earlier':
      return [...say(t.earlierThere), blank, ...listed(state, ground.things, width), blank, ...say(t.earlierNext)];
    case 'failed':
      return [...say(t.failed, 'bad'), ...say(printable(ground.message)), blank, ...say(t.failedNext)];
    case 'removing':
      return say(`${spinner(state.frame)} ${t.removing}`, 'accent');
    default:
      return say(`${spinner(state.frame)} ${t.looking}`, 'accent');
  }
}

function listed(state: State, things: readonly TourThing[], width: number): Line[] {
  const { kinds } = commandMessages[state.language];
  return things.flatMap(({ kind, name }) =>
    hang(
      [span('  • ')],
      4,
      wrap([span(`${kinds[kind]} `, 'quiet'), span(printable(name), undefined, true)], width - 4),
    ),
  );
}
