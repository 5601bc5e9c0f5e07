import { labImages } from '../../../lab-images/images.ts';
import type { LabImage } from '../../../lab-images/lab-image.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ImageFacts } from '../../engine/facts.ts';
import { label } from '../../engine/labels.ts';
import { type ImageSource, parseSource } from './image-source.ts';
import { type InputsPlace, inputsDigest } from './inputs.ts';

export interface LabImageStatus {
  /** Such as `lab/node:26`. */
  readonly reference: string;
  /** `outdated`: it is there, but what it is made of has changed since. */
  readonly state: 'current' | 'outdated' | 'missing';
  /** In bytes. */
  readonly size?: number;
  /** `undefined` if the image says nothing that we know. */
  readonly source?: ImageSource;
  readonly image: LabImage;
}

export interface StatusOptions extends InputsPlace {
  readonly engine: Engine;
  /** What the images' names stand behind; `lab/` unless told otherwise. */
  readonly prefix?: string;
  /** Those of which it is asked; all of them where it is left out. What they stand on has to be among them. */
  readonly images?: readonly LabImage[];
  /** Where the environment says that images must come from one source, by the images' names. */
  readonly required?: ReadonlyMap<string, ImageSource> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Which of the lab's images the engine has, in the order of the list. An image counts as current when it was built
 * from what its inputs are now, with the source that it was built from: nothing but the engine and files is asked.
 */
export async function labImagesStatus(options: StatusOptions): Promise<LabImageStatus[]> {
  const { engine, prefix = 'lab/', signal, images = labImages } = options;
  const found = new Map<string, ImageFacts | undefined>(
    await Promise.all(
      images.map(async ({ name }) => {
        return [name, await engine.image(`${prefix}${name}`, signal ? { signal } : {})] as const;
      }),
    ),
  );
  return Promise.all(images.map(image => status(image, found, { ...options, prefix })));
}

async function status(
  image: LabImage,
  found: ReadonlyMap<string, ImageFacts | undefined>,
  options: StatusOptions & { prefix: string },
): Promise<LabImageStatus> {
  const reference = `${options.prefix}${image.name}`;
  const facts = found.get(image.name);
  if (!facts) return { reference, state: 'missing', image };
  const recorded = parseSource(facts.labels[label.source]);
  const base = image.base.kind === 'image' ? found.get(image.base.name) : undefined;
  const source = base ? ({ kind: 'image', id: base.id } as const) : (options.required?.get(image.name) ?? recorded);
  const isCurrent = source !== undefined && facts.labels[label.inputs] === (await inputsDigest(image, source, options));
  return {
    ...{ reference, state: isCurrent ? 'current' : 'outdated', size: facts.size, image },
    ...(recorded ? { source: recorded } : {}),
  };
}
