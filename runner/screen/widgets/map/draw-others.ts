import type { Line } from '../../../base/text/line.ts';
import { lineWidth, span } from '../../../base/text/line.ts';
import { printable } from '../../../base/text/width.ts';
import { type Block, textBlock } from './block.ts';
import { type Others, othersId } from './scene.ts';
import type { MapMessages } from './texts.ts';

/** What is not of this challenge, in one line; as many names as fit. */
export function othersBlock(t: MapMessages, others: Others, isSelected: boolean, width: number): Block {
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
