import type { Line } from '../../base/text/line.ts';
import { blank, inline, lineWidth, pad, span } from '../../base/text/line.ts';
import { panelPlaces } from '../keys/key-bindings.ts';
import { allKeysOf } from '../keys/keymap.ts';
import { marks, toneOf } from '../objectives.ts';
import type { Place } from '../place.ts';
import type { State } from '../state.ts';
import { wrap } from '../text/wrap.ts';
import { walkthroughMessages } from '../texts/screen.ts';

/** What the lab is, its signs, and every key that works from here. */
export function helpLines(state: State, width: number): Line[] {
  const t = walkthroughMessages[state.language];
  const sections =
    state.attempt === undefined ? sectionsOf(pagesOfHome) : [...panelSections(), ...sectionsOf(pagesOfChallenge)];
  const signs = (['met', 'unmet', 'waiting', 'unknown', 'blocked'] as const).map(
    (standing): Line => [...pad([span(marks[standing], toneOf[standing], true)], 8), span(t.state[standing])],
  );
  const text = t.helpText.flatMap((paragraph): Line[] => [...wrap(inline(paragraph), width), blank]);
  return [...text, ...signs, ...sections.flatMap(section => [blank, ...keyLines(state, section, width)])];
}

const pagesOfHome = ['home', 'brief', 'report', 'doctor'] as const;
const pagesOfChallenge = ['shell', 'logs', 'tour', 'report', 'brief', 'doctor'] as const;

interface Section {
  readonly place: Place | 'panels';
  readonly keys: ReturnType<typeof allKeysOf>;
}

function sectionsOf(places: readonly Place[]): Section[] {
  return places.map(place => ({ place, keys: allKeysOf(place) }));
}

/** What all parts of a challenge have in common is said once. */
function panelSections(): Section[] {
  const parts = sectionsOf(panelPlaces);
  const isCommon = ({ keys, label }: Section['keys'][number]) =>
    parts.every(part => part.keys.some(other => other.keys === keys && other.label === label));
  const common = (parts[0]?.keys ?? []).filter(isCommon);
  const own = parts.map(({ place, keys }) => ({ place, keys: keys.filter(key => !isCommon(key)) }));
  return [{ place: 'panels', keys: common }, ...own];
}

/** The keys of a part of the screen under its name, in as many columns as fit. */
function keyLines(state: State, { place, keys }: Section, width: number): Line[] {
  const t = walkthroughMessages[state.language];
  const names = keys.map(({ keys: key }): Line => [span(key, 'accent', true)]);
  const named = Math.max(6, ...names.map(lineWidth)) + 2;
  const cells = keys.map(({ label }, key): Line => [...pad(names[key] ?? blank, named), span(t.key[label])]);
  const column = Math.max(...cells.map(lineWidth)) + 3;
  const count = Math.max(1, Math.floor((width + 3) / column));
  const rows = Array.from({ length: Math.ceil(cells.length / count) }, (_, row) =>
    cells.slice(row * count, (row + 1) * count).flatMap(cell => pad(cell, column)),
  );
  return [[span(t.place[place], undefined, true)], ...rows];
}
