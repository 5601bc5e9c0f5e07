import { labImages } from '../../../lab-images/images.ts';
import type { LabImage } from '../../../lab-images/lab-image.ts';
import { UsageError } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { imagesMessages } from '../texts/images.ts';

/**
 * The images that these names mean, in the order of the list; where no name is given, all that challenges need. `redis`
 * means `redis:8` as long as there is no other one. Throws UsageError, with the names there are, for any other.
 */
export function selectImages(names: readonly string[], language: Language, prefix: string): readonly LabImage[] {
  if (names.length === 0) return labImages.filter(({ neededBy }) => neededBy !== 'grading');
  const wanted = names.map(name => {
    const plain = name.startsWith(prefix) ? name.slice(prefix.length) : name;
    const ofThatName = labImages.filter(known => known.name.split(':')[0] === plain);
    const image =
      labImages.find(known => known.name === plain) ?? (ofThatName.length === 1 ? ofThatName[0] : undefined);
    if (image) return image;
    const known = labImages.map(known => `${prefix}${known.name}`).join(', ');
    throw new UsageError(imagesMessages[language].unknownImage(name, known));
  });
  return labImages.filter(image => wanted.includes(image));
}

/** The images of the list, each with all that come from the same kind of source, as far as any of these is among them. */
export function familiesOf(images: readonly LabImage[]): LabImage[][] {
  const byFamily = Map.groupBy(labImages, familyOf);
  const wanted = new Set(images.map(familyOf));
  return [...byFamily].flatMap(([family, members]) => (wanted.has(family) ? [members] : []));
}

/** The folder, for an image that stands on another one of the list its base's. */
function familyOf({ folder, base }: LabImage): string {
  const below = base.kind === 'image' ? labImages.find(({ name }) => name === base.name) : undefined;
  return below ? familyOf(below) : folder;
}

/** These images and those that they stand on, in the order of the list. */
export function withBases(images: readonly LabImage[]): readonly LabImage[] {
  const bases = new Set(images.map(({ base }) => (base.kind === 'image' ? base.name : undefined)));
  return labImages.filter(image => images.includes(image) || bases.has(image.name));
}
