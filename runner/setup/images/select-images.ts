import { type LabImage, labImages } from '../../../lab-images/images.ts';
import { UsageError } from '../../errors.ts';
import { imagesMessages } from '../../language/images.ts';
import type { Language } from '../../language/language.ts';

/**
 * The images that these names mean, with those that they stand on, in the order of the list; all of them where no name
 * is given. `probe` means `probe:latest`, as for docker. Throws UsageError, with the names there are, for any other.
 */
export function selectImages(
  names: readonly string[] | undefined,
  language: Language,
  prefix: string,
): readonly LabImage[] {
  if (names === undefined || names.length === 0) return labImages;
  const wanted = new Set<string>();
  for (const name of names) {
    const plain = name.startsWith(prefix) ? name.slice(prefix.length) : name;
    const image = labImages.find(known => known.name === plain || known.name === `${plain}:latest`);
    if (!image) {
      const known = labImages.map(known => `${prefix}${known.name}`).join(', ');
      throw new UsageError(imagesMessages[language].unknownImage(name, known));
    }
    wanted.add(image.name);
    if (image.base.kind === 'image') wanted.add(image.base.name);
  }
  return labImages.filter(image => wanted.has(image.name));
}
