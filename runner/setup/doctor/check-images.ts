import { labImages } from '../../../lab-images/images.ts';
import { messageOf } from '../../base/errors.ts';
import type { LabImageStatus, StatusOptions } from '../images/status.ts';
import type { setupMessages } from '../texts/setup.ts';
import type { Finding } from './finding.ts';

/** Whether the lab images are there and up to date, but for those that only grading needs. They are built when first needed: their lack is only a warning. */
export async function checkImages(place: StatusOptions, t: (typeof setupMessages)['en']): Promise<Finding> {
  try {
    const { labImagesStatus } = await import('../images/status.ts');
    const images = labImages.filter(({ neededBy }) => neededBy !== 'grading');
    return imagesFinding(await labImagesStatus({ ...place, images }), t);
  } catch (error) {
    return { id: 'images', ok: 'warning', what: t.doctor.imagesUnknown(messageOf(error)) };
  }
}

/** Pure. */
export function imagesFinding(
  images: readonly Pick<LabImageStatus, 'reference' | 'state'>[],
  t: (typeof setupMessages)['en'],
): Finding {
  const named = (state: LabImageStatus['state']) =>
    images
      .filter(image => image.state === state)
      .map(image => image.reference)
      .join(', ');
  const missing = named('missing');
  const outdated = named('outdated');
  if (missing === '' && outdated === '') return { id: 'images', ok: true, what: t.doctor.images(images.length) };
  const what = [
    ...(missing === '' ? [] : [t.doctor.imagesMissing(missing)]),
    ...(outdated === '' ? [] : [t.doctor.imagesOutdated(outdated)]),
  ].join('; ');
  return { id: 'images', ok: 'warning', what, fix: t.doctor.fixImages };
}
