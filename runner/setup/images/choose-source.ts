import { type LabImage, labImages } from '../../../lab-images/images.ts';
import { CouldNotTell, messageOf } from '../../errors.ts';
import { imagesMessages } from '../../language/images.ts';
import type { Language } from '../../language/language.ts';
import type { ImageSource } from './image-source.ts';
import { hostRelease } from './mirror.ts';
import { pinnedReference } from './registry.ts';
import type { SourceSettings } from './settings.ts';

/** The source of each assembled image, by name; one kind for all of them, so that stages of a build fit together. */
export interface ChosenSources {
  readonly kind: 'packages' | 'registry';
  readonly sources: ReadonlyMap<string, ImageSource>;
}

const assembled = () => labImages.filter(image => image.base.kind === 'assembled');

/**
 * The registry's images where it has them all, else Debian's packages; or what the environment forces. Throws
 * CouldNotTell where a forced source is not to be had, or no source is.
 */
export async function chooseSources(
  settings: SourceSettings,
  language: Language,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<ChosenSources> {
  const t = imagesMessages[language];
  if (settings.forced === 'debian') return packageSources(language, undefined);
  try {
    const references = assembled().map(image => pinned(image, settings.registry, signal));
    return { kind: 'registry', sources: new Map(await Promise.all(references)) };
  } catch (error) {
    signal?.throwIfAborted();
    if (settings.forced === 'chainguard')
      throw new CouldNotTell(t.noRegistry(settings.registry), {
        why: messageOf(error),
        next: ['LAB_IMAGES_SOURCE=debian lab images build'],
      });
    say(t.fromPackages(messageOf(error)));
    return packageSources(language, messageOf(error));
  }
}

/** Debian's (or Ubuntu's) packages of this machine's release. Throws CouldNotTell on any other system. */
export async function packageSources(language: Language, why: string | undefined): Promise<ChosenSources> {
  const t = imagesMessages[language];
  const release = await hostRelease();
  if (release === undefined) throw new CouldNotTell(t.noSource, { why, next: [t.goOnline, t.goDebian] });
  return { kind: 'packages', sources: new Map(assembled().map(({ name }) => [name, { kind: 'packages', release }])) };
}

async function pinned(image: LabImage, registry: string, signal?: AbortSignal): Promise<[string, ImageSource]> {
  if (image.base.kind !== 'assembled') throw new Error(`${image.name} is not assembled`);
  return [image.name, { kind: 'registry', reference: await pinnedReference(registry, image.base.registry, signal) }];
}
