import type { Line, Span, Tone } from '../../../base/text/line.ts';
import { inline, lineWidth, pad, span } from '../../../base/text/line.ts';
import { printable } from '../../../base/text/width.ts';
import { type Block, framed, type Stroke, textBlock } from './block.ts';
import type { Card } from './scene.ts';
import type { MapMessages } from './texts.ts';

/** Signs of what a container does; always beside the word for it. */
const signs = {
  ...{ running: '●', paused: '‖', restarting: '↻', created: '◌', exited: '■', removing: '…', dead: '✖' },
} as const;

/** The sign of a card, with the tone that it and its words have. */
function signOf(card: Card): { sign: string; tone: Tone | undefined } {
  const { container, presence } = card;
  if (container === undefined) return presence === 'gone' ? { sign: '■', tone: 'quiet' } : { sign: '○', tone: 'warn' };
  const sign = signs[container.state];
  if (container.state === 'running') return { sign, tone: container.health === 'unhealthy' ? 'bad' : 'good' };
  if (container.state === 'exited') return { sign, tone: container.exitCode === 0 ? 'warn' : 'bad' };
  return { sign, tone: container.state === 'dead' ? 'bad' : 'warn' };
}

/** What it does, in words: `running`, `stopped (1)`, `running · healthy · 3 restarts`. */
export function stateWords(t: MapMessages, { container, presence }: Card): string {
  if (container === undefined) return presence === 'gone' ? t.gone : t.missing;
  const { state, exitCode, health, restartCount, outOfMemory } = container;
  const parts = [
    state === 'exited' ? t.exited(exitCode) : t.state[state],
    ...(outOfMemory && state !== 'running' ? [t.outOfMemory] : []),
    ...(health === undefined || state !== 'running' ? [] : [t.health[health]]),
    ...(restartCount > 0 ? [t.restarts(restartCount)] : []),
  ];
  return parts.join(' · ');
}

/** Which part it plays, in words: a role's title, or that it plays none. */
function partOf(t: MapMessages, card: Card): Line {
  const titles = (parts: Card['roles']) => parts.map(({ title }) => title).join(', ');
  if (card.roles.length > 0) {
    const tone = card.container === undefined ? undefined : 'accent';
    return [span(titles(card.roles), tone, true)];
  }
  return card.mightBe.length > 0 ? [span(t.mightBe(titles(card.mightBe)), 'warn')] : [span(t.noPart, 'quiet')];
}

/** How a card's frame is drawn. */
export function strokeOf(isGhost: boolean, isSelected: boolean): { stroke: Stroke; tone: Tone } {
  if (isSelected) return { stroke: isGhost ? 'selected-ghost' : 'selected', tone: 'accent' };
  return { stroke: isGhost ? 'ghost' : 'plain', tone: 'quiet' };
}

/** A container, or a role without one, as a small box; `rows` of text inside it: 2 or 3. */
export function cardBlock(t: MapMessages, card: Card, width: number, rows: number, isSelected: boolean): Block {
  const { tone } = signOf(card);
  const state = [span(stateWords(t, card), tone)];
  const address = card.address === '' ? [] : [span(printable(card.address))];
  const also = card.alsoOn.length === 0 ? [] : [span(t.alsoOn(card.alsoOn.map(printable).join(', ')), 'quiet')];
  const last =
    card.presence === 'here'
      ? joined([address, also])
      : [span(card.presence === 'gone' ? t.detail.image(printable(card.name)) : t.anyName, 'quiet')];
  const text: Line[] =
    rows > 2 ? [partOf(t, card), state, last] : [partOf(t, card), fitting(shortened(card, state, last), width - 3)];
  const content = textBlock(
    text.map(line => (lineWidth(line) > width - 3 ? line : [span(' '), ...line])),
    width - 2,
  );
  const door = card.ports.length === 0 ? undefined : [span(card.ports.join(' '), 'accent')];
  return framed(
    { ...strokeOf(card.presence !== 'here', isSelected), ...titled(card, isSelected), width, door },
    content,
  );
}

/** The same in one line, for where there is little room. */
export function cardRow(
  t: MapMessages,
  card: Card,
  widths: readonly number[],
  width: number,
  isSelected: boolean,
): Block {
  const [name = 0, part = 0, state = 0] = widths;
  const { tone } = signOf(card);
  const missing = card.presence === 'missing' ? [span(t.anyName, 'quiet')] : [];
  const also = card.alsoOn.length === 0 ? [] : [span(t.alsoOn(card.alsoOn.map(printable).join(', ')), 'quiet')];
  const rest = joined([
    ...(card.ports.length === 0 ? [] : [[span(card.ports.join(' '), 'accent')]]),
    ...(card.address === '' ? [] : [[span(printable(card.address))]]),
    missing,
    also,
  ]);
  const line: Line = [
    ...pad(titled(card, isSelected).title, name),
    span('  '),
    ...pad(partOf(t, card), part),
    span('  '),
    ...pad([span(stateWords(t, card), tone)], state),
    span('  '),
    ...rest,
  ];
  const mark = span(isSelected ? '❯ ' : '  ', 'accent', true);
  return textBlock([[mark, ...line]], width, card.id);
}

/** How wide the columns of `cardRow` would like to be: name, part, state. */
export function rowWidths(t: MapMessages, cards: readonly Card[]): number[] {
  const widest = (lineOf: (card: Card) => Line) => Math.max(0, ...cards.map(card => lineWidth(lineOf(card))));
  return [
    widest(card => titled(card, false).title),
    widest(card => partOf(t, card)),
    widest(card => [span(stateWords(t, card))]),
  ];
}

function titled(card: Card, isSelected: boolean): { id: string; title: Line } {
  const { sign, tone } = signOf(card);
  const isHere = card.presence === 'here';
  const name = span(printable(card.name), isHere ? undefined : 'quiet', isHere || isSelected);
  return { id: card.id, title: [span(`${sign} `, tone, true), name] };
}

/** What a card says of itself in one line: the whole, else closer together; of what is missing, only that it is. */
function shortened({ presence }: Card, state: Line, last: Line): Line[] {
  return [joined([state, last]), presence === 'missing' ? state : tight(state, last)];
}

/** The first that fits, else the last. */
function fitting(lines: readonly Line[], width: number): Line {
  return lines.find(line => lineWidth(line) <= width) ?? lines.at(-1) ?? [];
}

function tight(one: Line, other: Line): Line {
  return [...one, span(' '), ...other];
}

function joined(parts: readonly Line[]): Span[] {
  return parts
    .filter(part => part.length > 0)
    .flatMap((part, index) => [...(index === 0 ? [] : inline(' · ', 'quiet')), ...part]);
}
