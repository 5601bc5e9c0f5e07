import type { LabImage } from '../../../lab-images/lab-image.ts';
import { CouldNotTell, messageOf } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { imagesMessages } from '../texts/images.ts';
import type { ImageSource } from './image-source.ts';
import { hostRelease } from './mirror.ts';
import { pinnedReference } from './registry.ts';
import type { SourceSettings } from './settings.ts';

/** The source of each assembled image of a family, by name; one kind for all, so that stages of a build fit together. */
export interface ChosenSources {
  readonly kind: 'packages' | 'registry';
  readonly sources: ReadonlyMap<string, ImageSource>;
}

export interface SourceChoice {
  readonly settings: SourceSettings;
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
  /** Says why it will be packages, where that was not asked for. */
  note(line: string): void;
  /** Whether an image of the registry has been tried before and would not do. */
  wasRefused(image: LabImage, source: ImageSource): Promise<boolean>;
}

/**
 * The registry's images where it has them all, else Debian's packages; or what the environment forces. Throws
 * CouldNotTell where a forced source is not to be had, or no source is.
 */
export async function chooseSources(family: readonly LabImage[], choice: SourceChoice): Promise<ChosenSources> {
  const { settings, language, signal } = choice;
  const t = imagesMessages[language];
  const hasRegistry = family.every(({ base }) => base.kind === 'image' || base.registry !== undefined);
  if (settings.forced === 'debian' || !hasRegistry) return packageSources(family, language, undefined);
  let chosen: ChosenSources;
  try {
    const references = family.map(image => pinned(image, settings.registry, signal));
    chosen = { kind: 'registry', sources: new Map((await Promise.all(references)).flat()) };
  } catch (error) {
    signal?.throwIfAborted();
    if (settings.forced === 'chainguard')
      throw new CouldNotTell(t.noRegistry(settings.registry), {
        why: messageOf(error),
        next: ['LAB_IMAGES_SOURCE=debian lab images build'],
      });
    choice.note(t.fromPackages(messageOf(error)));
    return packageSources(family, language, messageOf(error));
  }
  const refused = await Promise.all(
    family.map(async image => {
      const source = chosen.sources.get(image.name);
      return source !== undefined && (await choice.wasRefused(image, source));
    }),
  );
  const isRefused = settings.forced === undefined && refused.includes(true);
  return isRefused ? packageSources(family, language, undefined) : chosen;
}

/** Debian's (or Ubuntu's) packages: of this machine's release, or of the one that an image must have. Throws CouldNotTell on any other system. */
export async function packageSources(
  family: readonly LabImage[],
  language: Language,
  why: string | undefined,
): Promise<ChosenSources> {
  const t = imagesMessages[language];
  const host = await hostRelease();
  if (host === undefined) throw new CouldNotTell(t.noSource, { why, next: [t.goOnline, t.goDebian] });
  const sources = family.flatMap(({ name, base }): [string, ImageSource][] =>
    base.kind === 'assembled' ? [[name, { kind: 'packages', release: base.rootfs.release ?? host }]] : [],
  );
  return { kind: 'packages', sources: new Map(sources) };
}

async function pinned(
  { name, base }: LabImage,
  registry: string,
  signal?: AbortSignal,
): Promise<[string, ImageSource][]> {
  if (base.kind !== 'assembled' || base.registry === undefined) return [];
  return [[name, { kind: 'registry', reference: await pinnedReference(registry, base.registry, signal) }]];
}
