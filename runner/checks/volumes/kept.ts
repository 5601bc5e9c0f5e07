import { type Message, withMore } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import type { VolumeFacts } from '../../engine/facts.ts';
import { hasTag } from '../../engine/has-tag.ts';
import type { PastContainer } from '../../engine/past-containers.ts';
import { say } from '../../language/say.ts';
import type { DatabaseEvidence, VolumeEvidence } from '../../probes/evidence/volume-evidence.ts';
import type { Case, Player } from '../case.ts';
import { freeName, hasImage, imageOf, withWhatIsFree } from '../docker-command.ts';
import type { Finding } from '../finding.ts';

/** Who keeps data in which volume, and what was found there. */
export interface Kept {
  readonly keeper: Player;
  readonly role: Player;
  readonly volume: VolumeFacts | undefined;
  readonly found: VolumeEvidence | undefined;
  /** Where the keeper's container is gone: what is known of it. */
  readonly past: PastContainer | undefined;
}

export function keptOf({ volume, by }: { readonly volume: string; readonly by: string }, at: Case): Kept {
  const [keeper, role] = [at.player(by), at.player(volume)];
  const image = keeper.binding?.image;
  return {
    keeper,
    role,
    volume: volumeOf(role, at),
    found: at.evidence.volumes?.[volume],
    past: image === undefined ? undefined : at.evidence.past?.find(past => past.image === image),
  };
}

/** The volume that plays a role. */
export function volumeOf({ binding }: Player, at: Case): VolumeFacts | undefined {
  return at.evidence.facts.volumes.find(({ name }) => name === binding?.volume);
}

/** The database that matters: the one with the most rows. */
export function mainDatabase({ found }: Kept): DatabaseEvidence | undefined {
  const rows = ({ tables }: DatabaseEvidence) => tables.reduce((sum, table) => sum + table.rows, 0);
  return [...(found?.databases ?? [])].sort((one, other) => rows(other) - rows(one))[0];
}

/** The finding where what is in the volume is not known: there is none, it is too big, or the lab could not look. */
export function withoutFound(kept: Kept, at: Case, expected: Message): Finding {
  if (kept.role.binding?.how === 'ambiguous') return severalVolumes(kept, at, expected);
  if (kept.volume === undefined) {
    const observed = noVolume(kept);
    return { verdict: 'blocked', observed, expected, next: wayToStart(kept, at) };
  }
  return at.notTold(kept.role.role.id, expected);
}

/** What there is instead of a volume with a SQLite file. */
export const noVolume = (kept: Kept): Message => withMore(say('volume.none'), ...foreignFiles(kept));

/** Volumes that hold a server's files, as far as any was seen. */
export const foreignFiles = ({ role }: Kept): Message[] =>
  (role.binding?.foreign ?? []).map(({ volume, software }) => say('volume.foreign', { volume, software }));

/** The finding where it is not clear which volume is meant. */
export function severalVolumes({ role }: Kept, at: Case, expected: Message): Finding {
  const candidates = role.binding?.candidates ?? [];
  const next = `lab verify ${at.challenge.number} --bind ${role.role.id}=${shellQuote(candidates[0] ?? '')}`;
  return { verdict: 'unknown', observed: say('volume.several', { list: candidates }), expected, next };
}

/** The next command where no container is there: the volume, the image, then the container that has both. */
export function wayToStart({ keeper, role, volume, past }: Kept, at: Case): string {
  const { facts } = at.evidence;
  const named = volume?.anonymous === false ? volume.name : undefined;
  const name = named ?? (facts.volumes.some(it => it.name === role.role.suggested) ? role.role.suggested : undefined);
  if (name === undefined) return role.role.run;
  const image = keeper.binding?.image;
  if (image !== undefined && image !== imageOf(keeper.role) && hasTag(facts, image)) {
    const target = past?.mounts.find(mount => mount.volume === volume?.name)?.target ?? suggestedTarget(keeper);
    const words = ['--detach', '--name', keeper.role.suggested, '--volume', `${name}:${target}`, image];
    return withWhatIsFree(`docker run ${words.map(shellQuote).join(' ')}`, facts);
  }
  if (!hasImage(keeper.role, facts)) return keeper.role.build;
  return withWhatIsFree(keeper.role.run.replace(`${role.role.suggested}:`, `${shellQuote(name)}:`), facts);
}

/**
 * The next command that mounts a named volume at `target`: creates one where there is none, then makes the container anew.
 * One that a container uses already is not taken where `fresh` is wanted.
 */
export function wayToVolume(kept: Kept, at: Case, target: string, fresh = false): string {
  const { facts } = at.evidence;
  const { suggested } = kept.role.role;
  const own = kept.volume?.anonymous === false ? kept.volume.name : suggested;
  const { container } = kept.keeper;
  if (container === undefined) return wayToStart(kept, at);
  if (fresh)
    return at.recreate(container, {
      volume: { name: freeName(suggested, new Set(facts.volumes.map(it => it.name))), target },
    });
  if (facts.volumes.every(({ name }) => name !== own)) return kept.role.role.run;
  return at.recreate(container, { volume: { name: own, target } });
}

/** Where the brief's command mounts the volume. */
export function suggestedTarget({ role }: Player): string {
  return /(?:--volume|-v)[ =][^:\s]+:([^:\s]+)/.exec(role.run)?.[1] ?? '/data';
}

/**
 * The next command where the program itself is to be changed: its image built anew from the workspace, then a container of
 * that, then its log.
 */
export function wayToNewImage(kept: Kept, at: Case): string {
  const { keeper } = kept;
  const { container } = keeper;
  const { facts } = at.evidence;
  const tag = imageOf(keeper.role);
  if (tag === undefined || !hasImage(keeper.role, facts)) return keeper.role.build;
  if (container === undefined) return keeper.binding?.image === tag ? keeper.role.build : wayToStart(kept, at);
  const current = facts.images.find(({ id }) => id === container.imageId);
  const runsTag = current?.tags.includes(`${tag}:latest`) === true;
  return runsTag ? keeper.role.build : at.recreate(container, { image: tag });
}
