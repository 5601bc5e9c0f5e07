import type { Line } from '../../../base/text/line.ts';
import { inline } from '../../../base/text/line.ts';
import { printable } from '../../../base/text/width.ts';
import { stateWords } from './card.ts';
import { networkName, volumeName } from './names.ts';
import type { Card, NetworkBox, RolePart, Thing, VolumeThing } from './scene.ts';
import type { MapMessages } from './texts.ts';

/** The title of what is selected, in one line. */
export function titleOf(t: MapMessages, thing: Thing): string {
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

/** What is known of it, in sentences. */
export function wordsOf(t: MapMessages, thing: Thing, now: number): Line {
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
    const said = roles[0]?.said;
    if (said !== undefined) return d.lostPlayer(title, said);
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
  const candidates = card.mightBe.map(part =>
    d.severalRoles(part.title, part.candidates.map(name => `\`${name}\``).join(', ')),
  );
  const none = roles.length + candidates.length === 0 ? [d.noPart] : [];
  return [...candidates, `${facts.join(' · ')}.`, ...because.filter(Boolean).map(sentence), ...said, ...none].join(' ');
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
  // On the default network there may be others, which are not shown.
  const members = box.kind === 'network' ? d.onNetwork(count) : '';
  return [box.subnet === '' ? '' : `${box.subnet}.`, members, box.kind === 'network' ? d.dns : d.noDns]
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
