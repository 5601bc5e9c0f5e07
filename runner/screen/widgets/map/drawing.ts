import type { Attempt, State } from '../../state.ts';
import type { Block } from './block.ts';
import { drawScene } from './draw.ts';
import { sceneOf } from './model.ts';
import { oneSlot } from './one-slot.ts';
import { type Scene, selectedThing } from './scene.ts';
import { mapMessages } from './texts.ts';

/** Ticks draw the screen anew though nothing has changed: what is drawn is remembered. */
const lastScene = oneSlot<Scene>();
const lastDrawing = oneSlot<Block>();

/** What the map shows; undefined while nothing is known yet. */
export function sceneFor({ language }: State, { challenge, facts, report, binds }: Attempt): Scene | undefined {
  if (facts === undefined || report === undefined) return undefined;
  const { bindings } = report;
  return lastScene([challenge, facts, bindings, language, binds], () =>
    sceneOf(challenge, facts, bindings, language, binds),
  );
}

/** The drawing as it stands on the screen, before it is scrolled. */
export function drawingFor(state: State, scene: Scene, width: number, height: number): Block {
  const { language, map, panel, shell } = state;
  // What is selected is marked where the keys go.
  const isActive = panel === 'map' && !shell.focused;
  const id = isActive ? selectedThing(scene, map.selected)?.id : undefined;
  const room = height - detailHeight(height);
  const draw = () => drawScene(mapMessages[language], scene, id, width, room);
  return lastDrawing([scene, language, id, width, room], draw);
}

/** Rows for what is said of the selected thing, at least. */
export function detailHeight(height: number): number {
  if (height < 6) return 0;
  if (height < 9) return 2;
  return height < 16 ? 3 : Math.min(maxDetail, 4 + Math.floor((height - 16) / 3));
}

/** And at most. */
export const maxDetail = 9;
