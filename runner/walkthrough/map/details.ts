import type { MapMessages } from '../../language/walkthrough-map.ts';
import { wrapCommand } from '../text/command.ts';
import type { Line } from '../text/line.ts';
import { cut, inline, rule, span } from '../text/line.ts';
import { characters, printable, textWidth } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { stateWords } from './card.ts';
import { lookCommands } from './look.ts';
import { networkName, volumeName } from './names.ts';
import type { Card, NetworkBox, RolePart, Thing, VolumeThing } from './scene.ts';

/** What is known of the selected thing, and the docker commands that show it: exactly `height` lines, the heading first. */
export function detailLines(t: MapMessages, thing: Thing, now: number, width: number, height: number): Line[] {
  if (height < 2) return [];
  const commands = lookCommands(thing).map(text => ({
    text,
    lines: commandLines(text, width - 2),
    isWhole: wrapCommand(text, width - 4).every(row => textWidth(row) <= width - 4),
  }));
  const words = wrap(wordsOf(t, thing, now), width - 2).map(line => [span('  '), ...line]);
  const room = height - 1;
  const fitting =
    commands.find(({ isWhole, lines }) => isWhole && lines.length === 1) ??
    commands.find(({ isWhole }) => isWhole) ??
    commands[0];
  const shown = fitting?.lines.slice(0, room) ?? [];
  const said = words.slice(0, Math.max(0, room - shown.length));
  const shownWords =
    said.length < words.length && said.length > 0
      ? [...said.slice(0, -1), cut([...(said.at(-1) ?? []), span(' …', 'quiet')], width)]
      : said;
  const more: Line[] = [];
  for (const { lines, isWhole, text } of commands) {
    const isNew = text !== fitting?.text && !(fitting?.text.startsWith('docker inspect ') && isPlainInspect(text));
    if (isNew && isWhole && shownWords.length + shown.length + more.length + lines.length <= room) more.push(...lines);
  }
  const body = [...shownWords, ...shown, ...more];
  return [rule(titleOf(t, thing), width), ...body, ...Array.from({ length: room - body.length }, (): Line => [])];
}

/** It shows everything, so beside a more telling one it says nothing new. */
function isPlainInspect(command: string): boolean {
  return /^docker inspect [^-]\S*$/.test(command);
}

function commandLines(command: string, width: number): Line[] {
  return wrapCommand(command, width - 2).flatMap((row, index) =>
    pieces(row, width - 2).map(
      (text, part): Line => [span(index === 0 && part === 0 ? '  $ ' : '    ', 'quiet'), span(text, 'accent', true)],
    ),
  );
}

/** A word that is longer than the line goes on in the next. */
function pieces(row: string, width: number): string[] {
  if (textWidth(row) <= width) return [row];
  const found: string[] = [''];
  for (const character of characters(row)) {
    const last = found.length - 1;
    if (textWidth(found[last] ?? '') + textWidth(character) > width) found.push(character);
    else found[last] += character;
  }
  return found;
}

/** The title of what is selected, in one line. */
function titleOf(t: MapMessages, thing: Thing): string {
  switch (thing.kind) {
    case 'network':
      return networkName(t, thing.box);
    case 'card': {
      const parts = thing.card.roles.map(part => partTitle(t, part));
      return printable([thing.card.name, ...parts].join(' · '));
    }
    case 'volume': {
      const parts = thing.volume.roles.map(part => partTitle(t, part));
      return [volumeName(t, thing.volume), ...parts].join(' · ');
    }
    case 'others':
      return t.detail.othersTitle;
  }
}

function partTitle(t: MapMessages, { title, how }: RolePart): string {
  return t.detail.how[how] === '' ? title : `${title}, ${t.detail.how[how]}`;
}

function wordsOf(t: MapMessages, thing: Thing, now: number): Line {
  switch (thing.kind) {
    case 'network':
      return inline(networkWords(t, thing.box));
    case 'card':
      return inline(cardWords(t, thing.card, thing.box, now));
    case 'volume':
      return inline(volumeWords(t, thing.volume));
    case 'others':
      return inline(`${thing.others.containers.join(', ')}. ${t.detail.others}`);
  }
}

function cardWords(t: MapMessages, card: Card, box: NetworkBox, now: number): string {
  const d = t.detail;
  const { container, roles } = card;
  if (container === undefined) {
    const title = roles[0]?.title ?? '';
    if (card.presence === 'gone') return d.goneRole(title, card.name);
    return `${d.missingRole(title, card.name)} ${d.pressEquals}`;
  }
  const because = roles.filter(({ how }) => how === 'name' || how === 'structure').map(part => part.because);
  const said = roles.filter(({ how }) => how === 'bind').map(({ title }) => d.playsSaid(title));
  const places = container.networks.flatMap(({ network, address, address6 }) =>
    address === '' && address6 === '' ? [] : [d.address(address || address6, network)],
  );
  const facts = [
    stateWords(t, card),
    ...moment(t, container, now),
    d.image(container.image),
    ...(places.length > 0 || box.kind !== 'network' ? places : []),
    card.ports.length > 0 ? d.publishes(card.ports.join(', ')) : d.publishesNothing,
    ...container.mounts
      .filter(({ type }) => type === 'volume' || type === 'bind')
      .map(({ source, target }) => d.mounts(/^[0-9a-f]{64}$/.test(source) ? source.slice(0, 12) : source, target)),
  ];
  const rivals = card.mightBe.map(part =>
    d.severalRoles(part.title, part.rivals.map(name => `\`${name}\``).join(', ')),
  );
  return [...rivals, `${facts.join(' · ')}.`, ...because.filter(Boolean).map(sentence), ...said].join(' ');
}

function moment(t: MapMessages, container: NonNullable<Card['container']>, now: number): string[] {
  const { state, startedAt, finishedAt } = container;
  const isRunning = state === 'running' || state === 'paused';
  const at = isRunning ? startedAt : state === 'exited' ? finishedAt : undefined;
  if (at === undefined) return [];
  const ago = duration(t, Math.max(0, now - Date.parse(at)) / 1000);
  return [isRunning ? t.detail.started(ago) : t.detail.stopped(ago)];
}

function duration(t: MapMessages, seconds: number): string {
  if (seconds < 90) return t.detail.seconds(Math.floor(seconds));
  if (seconds < 5400) return t.detail.minutes(Math.floor(seconds / 60));
  if (seconds < 172_800) return t.detail.hours(Math.floor(seconds / 3600));
  return t.detail.days(Math.floor(seconds / 86_400));
}

function networkWords(t: MapMessages, box: NetworkBox): string {
  const d = t.detail;
  if (box.ghost) return `${d.missingNetwork(box.name)} ${d.dns}`;
  if (box.kind === 'host') return d.hostNetwork;
  if (box.kind === 'none') return d.noNetwork;
  if (box.kind === 'shared') return d.sharedNetwork(box.name);
  const count = box.cards.filter(({ container }) => container !== undefined).length;
  return [box.subnet === '' ? '' : `${box.subnet}.`, d.onNetwork(count), box.kind === 'network' ? d.dns : d.noDns]
    .filter(Boolean)
    .join(' ');
}

function volumeWords(t: MapMessages, volume: VolumeThing): string {
  const d = t.detail;
  const [part] = volume.roles;
  const because = part === undefined ? '' : part.how === 'bind' ? d.playsSaid(part.title) : sentence(part.because);
  if (volume.ghost) return d.missingVolume(volume.name);
  const mounts = volume.mounts.map(({ container, target }) => d.at(container, target)).join(', ');
  return [
    ...(volume.kind === 'bind' ? [d.bindMount] : []),
    mounts === '' ? d.unusedVolume : d.mountedBy(mounts),
    ...(volume.anonymous ? [d.anonymousVolume] : []),
    because,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A reason, which begins small and without a full stop, as a sentence of its own. */
function sentence(reason: string): string {
  if (reason === '') return '';
  const text = reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
