import type { Line } from '../../../base/text/line.ts';
import { span } from '../../../base/text/line.ts';
import { printable } from '../../../base/text/width.ts';
import { type Block, beside, framed, textBlock } from './block.ts';
import { strokeOf } from './card.ts';
import { volumeName } from './names.ts';
import type { VolumeThing } from './scene.ts';
import type { MapMessages } from './texts.ts';

/** Volumes as boxes beside each other, or as a line for each. */
export function volumeBlocks(
  t: MapMessages,
  volumes: readonly VolumeThing[],
  selected: string | undefined,
  width: number,
  asBoxes: boolean,
): Block[] {
  if (!asBoxes) {
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
