import { type LabImage, labImages } from '../../../lab-images/images.ts';
import { UsageError } from '../../errors.ts';
import { imagesMessages } from '../../language/images.ts';
import type { Language } from '../../language/language.ts';

/**
 * The images that these names mean, in the order of the list; all of them where no name is given. `probe` means
 * `probe:latest`, as for docker. Throws UsageError, with the names there are, for any other.
 */
export function selectImages(names: readonly string[], language: Language, prefix: string): readonly LabImage[] {
  if (names.length === 0) return labImages;
  const wanted = names.map(name => {
    const plain = name.startsWith(prefix) ? name.slice(prefix.length) : name;
    const image = labImages.find(known => known.name === plain || known.name === `${plain}:latest`);
    if (image) return image;
    const known = labImages.map(known => `${prefix}${known.name}`).join(', ');
    throw new UsageError(imagesMessages[language].unknownImage(name, known));
  });
  return labImages.filter(image => wanted.includes(image));
}

/** These images and those that they stand on, in the order of the list. */
export function withBases(images: readonly LabImage[]): readonly LabImage[] {
  const bases = new Set(images.map(({ base }) => (base.kind === 'image' ? base.name : undefined)));
  return labImages.filter(image => images.includes(image) || bases.has(image.name));
}
