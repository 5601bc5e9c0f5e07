import type { LabImage } from '../../../lab-images/images.ts';
import type { Engine } from '../../engine/engine.ts';
import { label } from '../../engine/labels.ts';
import { LabError, messageOf } from '../../errors.ts';
import { imagesMessages } from '../../language/images.ts';
import type { Language } from '../../language/language.ts';
import { readableSize } from '../readable-size.ts';
import { buildImage } from './build-image.ts';
import { type ChosenSources, chooseSources, packageSources } from './choose-source.ts';
import type { ImageSource } from './image-source.ts';
import { inputsDigest } from './inputs.ts';
import { selectImages, withBases } from './select-images.ts';
import { sourceSettings } from './settings.ts';
import { type LabImageStatus, labImagesStatus } from './status.ts';

export interface BuildLabImagesOptions {
  readonly engine: Engine;
  /** The checkout. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly signal?: AbortSignal;
  /** Names of images; those that they stand on are built too. All of them where it is left out. */
  readonly only?: readonly string[];
  /** Builds what is current, too, from the newest packages or base images. */
  readonly force?: boolean;
  /** What the images' names stand behind; `lab/` unless told otherwise. */
  readonly prefix?: string;
  /** Says one line on what is being done. Nothing is said where nothing is to do. */
  say(line: string): void;
}

/**
 * Builds the lab's images where they are missing or out of date. Throws UsageError for names and settings that make no
 * sense, CouldNotTell where an image cannot be built.
 */
export async function buildLabImages(options: BuildLabImagesOptions): Promise<void> {
  const { env, language, signal, say, prefix = 'lab/' } = options;
  const settings = sourceSettings(env, language);
  const selected = withBases(selectImages(options.only ?? [], language, prefix));
  const notes: string[] = [];
  const choose = () => chooseSources(settings, language, note => notes.push(note), signal);
  let chosen = settings.explicit ? await choose() : undefined;
  const status = await labImagesStatus({ ...options, required: chosen?.sources });
  const stale = status.filter(({ image, state }) => selected.includes(image) && (options.force || state !== 'current'));
  if (stale.length === 0) return;
  if (stale.some(({ image }) => image.base.kind === 'assembled')) chosen ??= await choose();
  for (const note of notes) say(note);
  try {
    await buildAll(options, prefix, plan(selected, status, stale, chosen), chosen);
  } catch (error) {
    signal?.throwIfAborted();
    if (chosen?.kind !== 'registry' || settings.forced) throw error;
    say(imagesMessages[language].fallingBack((error instanceof LabError && error.why) || messageOf(error)));
    chosen = await packageSources(language, messageOf(error));
    await buildAll(options, prefix, plan(selected, status, stale, chosen), chosen);
  }
}

/** What is to be built: what is stale, what came from the other source, and what stands on any of these. */
function plan(
  selected: readonly LabImage[],
  status: readonly LabImageStatus[],
  stale: readonly LabImageStatus[],
  chosen: ChosenSources | undefined,
): LabImage[] {
  const planned = new Set<string>(stale.map(({ image }) => image.name));
  for (const { image, source } of status) {
    const isFromElsewhere = image.base.kind === 'assembled' && chosen !== undefined && source?.kind !== chosen.kind;
    if (isFromElsewhere || (image.base.kind === 'image' && planned.has(image.base.name))) planned.add(image.name);
  }
  return selected.filter(image => planned.has(image.name));
}

async function buildAll(
  options: BuildLabImagesOptions,
  prefix: string,
  images: readonly LabImage[],
  chosen: ChosenSources | undefined,
): Promise<void> {
  const { engine, language, signal, root, env } = options;
  const t = imagesMessages[language];
  for (const [at, image] of images.entries()) {
    signal?.throwIfAborted();
    const reference = `${prefix}${image.name}`;
    const say = (what: string) => options.say(t.step(at + 1, images.length, reference, what));
    const source = await sourceOf(engine, image, prefix, chosen);
    const before = await engine.image(reference);
    const isCurrent = before?.labels[label.inputs] === (await inputsDigest(image, source, { root, env }));
    if (!isCurrent || options.force)
      await buildImage({ engine, image, prefix, source, language, signal, root, env, say });
    const after = await engine.image(reference);
    if (after) say(t.ready(readableSize(after.size, language)));
  }
}

async function sourceOf(
  engine: Engine,
  image: LabImage,
  prefix: string,
  chosen: ChosenSources | undefined,
): Promise<ImageSource> {
  if (image.base.kind === 'image') {
    const base = await engine.image(`${prefix}${image.base.name}`);
    if (base) return { kind: 'image', id: base.id };
  }
  const source = chosen?.sources.get(image.name);
  if (source === undefined) throw new Error(`no source was chosen for ${image.name}`);
  return source;
}
