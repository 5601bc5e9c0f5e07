import type { MapMessages } from '../../language/walkthrough-map.ts';
import type { Line } from '../text/line.ts';
import { lineWidth, span } from '../text/line.ts';
import { printable } from '../text/width.ts';
import { type Block, beside, framed, inset, stacked, textBlock } from './block.ts';
import { cardBlock, cardRow, rowWidths, strokeOf } from './card.ts';
import { networkName, volumeName } from './names.ts';
import { hasOthers, type NetworkBox, type Others, othersId, type Scene, type VolumeThing } from './scene.ts';

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
      ...volumeBlocks(t, scene.volumes, selected, width, density),
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

function volumeBlocks(
  t: MapMessages,
  volumes: readonly VolumeThing[],
  selected: string | undefined,
  width: number,
  density: Density,
): Block[] {
  if (density !== 'boxes') {
    return volumes.map(volume => {
      const mark = span(volume.id === selected ? '❯ ' : '  ', 'accent', true);
      return textBlock([[mark, ...volumeTitle(t, volume), ...volumeTail(t, volume)]], width, volume.id);
    });
  }
  const perRow = Math.max(1, Math.min(volumes.length, Math.floor((width + 1) / 33)));
  const own = Math.floor((width - (perRow - 1)) / perRow);
  return Array.from({ length: Math.ceil(volumes.length / perRow) }, (_, row) =>
    beside(
      volumes.slice(row * perRow, (row + 1) * perRow).map(volume => {
        const mounts = mountLines(t, volume).map(line => [span(' '), ...line]);
        const frame = { id: volume.id, width: own, title: volumeTitle(t, volume) };
        const stroke = strokeOf(volume.ghost, volume.id === selected);
        return framed({ ...frame, ...stroke }, textBlock(mounts, own - 2));
      }),
    ),
  );
}

/** A volume's sign and name. */
function volumeTitle(t: MapMessages, volume: VolumeThing): Line {
  const { kind, anonymous, ghost } = volume;
  const sign = ghost ? span('○ ', 'warn', true) : span('▤ ', anonymous || kind === 'bind' ? 'quiet' : 'accent', true);
  const tail = ghost ? [span(` · ${t.missing}`, 'warn')] : [];
  return [sign, span(volumeName(t, volume), ghost || anonymous ? 'quiet' : undefined, !ghost && !anonymous), ...tail];
}

function mountLines(t: MapMessages, volume: VolumeThing): Line[] {
  const part = volume.roles.map(({ title }) => title).join(', ');
  const said: Line[] = part === '' || volume.ghost ? [] : [[span(part, 'accent', true)]];
  if (volume.ghost) return [[span(part), span(' · ', 'quiet'), span(t.anyName, 'quiet')]];
  if (volume.mounts.length === 0) return [...said, [span(t.unused, 'quiet')]];
  return [...said, ...volume.mounts.map(mount => mountLine(t, mount))];
}

function volumeTail(t: MapMessages, volume: VolumeThing): Line {
  const parts = mountLines(t, volume);
  const quiet = span(' · ', 'quiet');
  return parts.flatMap((part, index) => (index === 0 ? [quiet, ...part] : [quiet, ...part]));
}

function mountLine(t: MapMessages, { container, target, writable }: VolumeThing['mounts'][number]): Line {
  const end = writable ? [] : [span(` (${t.readOnly})`, 'quiet')];
  return [span('← ', 'quiet'), span(printable(container)), span(` ${printable(target)}`, 'quiet'), ...end];
}

/** What is not of this challenge, in one line; as many names as fit. */
function othersBlock(t: MapMessages, others: Others, isSelected: boolean, width: number): Block {
  const say = (names: readonly string[], words: MapMessages['others']) => {
    const rest = others.containers.length - names.length;
    const list = names.length === 0 ? '' : [...names, ...(rest > 0 ? ['…'] : [])].join(', ');
    return words([
      ...(others.containers.length === 0 ? [] : [t.otherContainers(others.containers.length, list)]),
      ...(others.networks.length === 0 ? [] : [t.otherNetworks(others.networks.length)]),
      ...(others.volumes === 0 ? [] : [t.otherVolumes(others.volumes)]),
    ]);
  };
  const lineOf = (count: number, words = t.others): Line => [
    span(isSelected ? '❯ ' : '  ', 'accent', true),
    span(printable(say(others.containers.slice(0, count), words)), isSelected ? undefined : 'quiet', isSelected),
  ];
  const counts = Array.from({ length: Math.min(others.containers.length, 12) + 1 }, (_, index) => index).reverse();
  const count = counts.find(it => lineWidth(lineOf(it)) <= width);
  const line = count === undefined ? lineOf(0, t.othersShort) : lineOf(count);
  return textBlock([line], width, othersId);
}
