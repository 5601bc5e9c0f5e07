import type { Line } from '../../../base/text/line.ts';
import { span } from '../../../base/text/line.ts';
import { type Block, beside, framed, inset, stacked, textBlock } from './block.ts';
import { cardBlock, cardRow, rowWidths, strokeOf } from './card.ts';
import { othersBlock } from './draw-others.ts';
import { volumeBlocks } from './draw-volumes.ts';
import { networkName } from './names.ts';
import { hasOthers, type NetworkBox, othersId, type Scene } from './scene.ts';
import type { MapMessages } from './texts.ts';

/** How much is said of each thing: as boxes with three lines of text, with two, or as one line. */
const densities = ['boxes', 'small boxes', 'lines'] as const;
type Density = (typeof densities)[number];

const narrowestCard = 22;
const widestCard = 40;

/** The whole map, drawn as roomily as the height allows; where even the tightest is too high, it has to be scrolled. */
export function drawScene(
  t: MapMessages,
  scene: Scene,
  selected: string | undefined,
  width: number,
  height: number,
): Block {
  const drawn = (density: Density) => drawAs(t, scene, selected, width, density);
  for (const density of densities.slice(0, -1)) {
    if (leastHeight(scene, width, density) > height) continue;
    const block = drawn(density);
    if (block.lines.length <= height) return block;
  }
  return drawn('lines');
}

function drawAs(t: MapMessages, scene: Scene, selected: string | undefined, width: number, density: Density): Block {
  return stacked(
    [
      ...networkRows(t, scene.networks, selected, width, density),
      ...volumeBlocks(t, scene.volumes, selected, width, density === 'boxes'),
      ...(hasOthers(scene.others) ? [othersBlock(t, scene.others, selected === othersId, width)] : []),
    ],
    width,
  );
}

/** A quick guess from below, so that sixty cards are not drawn only to find that they do not fit. */
function leastHeight({ networks, volumes }: Scene, width: number, density: Density): number {
  const cards = networks.reduce((sum, { cards: inside }) => sum + inside.length, 0);
  const rows = Math.ceil(cards / Math.max(1, Math.floor(width / narrowestCard)));
  return rows * (density === 'boxes' ? 5 : 4) + volumes.length * (density === 'boxes' ? 0 : 1);
}

/** Networks beside each other where they fit, the widest use made of each row. */
function networkRows(
  t: MapMessages,
  boxes: readonly NetworkBox[],
  selected: string | undefined,
  width: number,
  density: Density,
): Block[] {
  const wanted = (box: NetworkBox) =>
    density === 'lines' ? width : Math.min(width, Math.max(1, box.cards.length) * (narrowestCard + 5) + 3);
  const rows: NetworkBox[][] = [];
  let taken = width + 1;
  for (const box of boxes) {
    if (taken + 1 + wanted(box) > width) {
      rows.push([]);
      taken = -1;
    }
    rows.at(-1)?.push(box);
    taken += 1 + wanted(box);
  }
  return rows.map(row => {
    const spare = width - row.reduce((sum, box) => sum + wanted(box) + 1, -1);
    const more = Math.floor(spare / row.length);
    const blocks = row.map((box, index) => {
      const last = index === row.length - 1;
      const own = wanted(box) + (last ? spare - more * (row.length - 1) : more);
      return networkBlock(t, box, selected, own, density);
    });
    return beside(blocks);
  });
}

function networkBlock(
  t: MapMessages,
  box: NetworkBox,
  selected: string | undefined,
  width: number,
  density: Density,
): Block {
  const isSelected = box.id === selected;
  const inner = width - 4;
  const content =
    box.cards.length === 0
      ? textBlock([[span(box.ghost ? t.toBeMade : t.emptyNetwork, 'quiet')]], inner)
      : density === 'lines'
        ? cardLines(t, box, selected, inner)
        : cardGrid(t, box, selected, inner, density === 'boxes' ? 3 : 2);
  const frame = { id: box.id, width, ...strokeOf(box.ghost, isSelected), title: networkTitle(t, box) };
  return framed(frame, inset(content, 1));
}

/** The name of a network, and what is to be said of it. */
function networkTitle(t: MapMessages, box: NetworkBox): Line {
  const after = [
    ...(box.ghost ? [t.missing] : []),
    ...(box.subnet === '' ? [] : [box.subnet]),
    ...(box.internal ? [t.internal] : []),
  ];
  const sign = box.ghost ? [span('○ ', 'warn', true)] : [];
  const tail = after.length === 0 ? [] : [span(` · ${after.join(' · ')}`, box.ghost ? 'warn' : 'quiet')];
  return [...sign, span(networkName(t, box), box.ghost ? 'quiet' : undefined, !box.ghost), ...tail];
}

function cardGrid(
  t: MapMessages,
  { cards }: NetworkBox,
  selected: string | undefined,
  width: number,
  rows: number,
): Block {
  const most = Math.max(1, Math.floor((width + 1) / (narrowestCard + 1)));
  const lines = Math.ceil(cards.length / most);
  const columns = Math.ceil(cards.length / lines);
  const room = width - (columns - 1);
  const own = Math.min(widestCard, Math.floor(room / columns));
  // What does not divide evenly goes to the first columns, so that the last card ends where the network does.
  const wider = own === widestCard ? 0 : room - own * columns;
  const grid = Array.from({ length: lines }, (_, line) =>
    beside(
      cards
        .slice(line * columns, (line + 1) * columns)
        .map((card, column) => cardBlock(t, card, own + Number(column < wider), rows, card.id === selected)),
    ),
  );
  return stacked(grid, width);
}

function cardLines(t: MapMessages, { cards }: NetworkBox, selected: string | undefined, width: number): Block {
  const wanted = rowWidths(t, cards);
  const limits = [0.4, 0.3, 0.3].map(share => Math.max(8, Math.floor((width - 8) * share)));
  const widths = wanted.map((want, index) => Math.min(want, limits[index] ?? want));
  return stacked(
    cards.map(card => cardRow(t, card, widths, width, card.id === selected)),
    width,
  );
}
