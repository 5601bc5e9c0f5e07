import type { Line } from '../../../base/text/line.ts';
import { blank, cut, span } from '../../../base/text/line.ts';
import type { Attempt, State } from '../../state.ts';
import { exactly } from '../../views/window.ts';
import { engineNow } from '../doctor/engine-now.ts';
import type { Block } from './block.ts';
import { detailLines } from './details.ts';
import { detailHeight, drawingFor, maxDetail, sceneFor } from './drawing.ts';
import { selectedThing } from './scene.ts';
import { mapMessages } from './texts.ts';

/** The map of what runs, without its heading: exactly so many lines. */
export function mapLines(state: State, attempt: Attempt, width: number, height: number): Line[] {
  const t = mapMessages[state.language];
  const scene = sceneFor(state, attempt);
  if (scene === undefined) return exactly([[span(` ${t.looking}`, 'accent')]], height).map(line => cut(line, width));
  const thing = selectedThing(scene, state.map.selected);
  const block = drawingFor(state, scene, width, height);
  // What the drawing leaves is for the words.
  const details = Math.min(maxDetail, Math.max(detailHeight(height), height - block.lines.length));
  const room = height - details;
  const air = block.lines.length < room ? [blank] : [];
  const lines = [
    ...windowed(block, thing?.id, room, t.more),
    ...air,
    ...(thing === undefined ? [] : detailLines(t, thing, engineNow(state), width, details)),
  ];
  return exactly(lines, height).map(line => cut(line, width));
}

/** As many rows as there is room for, with the selected thing among them, and a word on how many are left out. */
function windowed(
  block: Block,
  id: string | undefined,
  room: number,
  more: (above: number, below: number) => string,
): Line[] {
  const { lines, spots } = block;
  if (lines.length <= room) return [...lines];
  const inner = Math.max(1, room - 1);
  const spot = spots.find(candidate => candidate.id === id);
  const middle = spot === undefined ? 0 : spot.top + Math.min(spot.height, inner) / 2;
  const start = Math.max(0, Math.min(Math.round(middle - inner / 2), lines.length - inner));
  const below = lines.length - start - inner;
  return [...lines.slice(start, start + inner), [span(`  ${more(start, below)}`, 'quiet')], blank].slice(0, room);
}
