import type { Line } from '../../base/text/line.ts';
import { lineWidth, span } from '../../base/text/line.ts';
import { keysOf } from '../keys/keymap.ts';
import { placeOf } from '../place.ts';
import type { State } from '../state.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { canSetUp } from '../widgets/doctor/engine-state.ts';
import { contentWidth } from './layout.ts';

/** The keys that work here, in one line: closer together, then without the lesser ones, where the line is short. */
export function footerLine(state: State): Line {
  const width = contentWidth(state.size);
  const place = placeOf(state);
  const fitting = [0, 1, 2, 3, 4].flatMap(without => [
    drawn(state, keysOf(place, without), '   '),
    drawn(state, keysOf(place, without), '  '),
  ]);
  return fitting.find(line => lineWidth(line) <= width) ?? fitting.at(-1) ?? [];
}

function drawn(state: State, keys: ReturnType<typeof keysOf>, gap: string): Line {
  const t = walkthroughMessages[state.language];
  const working = keys.filter(({ label }) => label !== 'setUp' || canSetUp(state.engine));
  return working.flatMap(({ keys: key, label }, index) => [
    span(index === 0 ? ' ' : gap),
    span(key, 'accent', true),
    span(` ${t.key[label]}`),
  ]);
}
