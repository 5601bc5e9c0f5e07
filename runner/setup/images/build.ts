import type { LabImage } from '../../../lab-images/lab-image.ts';
import { LabError, messageOf } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { readableSize } from '../../base/readable-size.ts';
import type { Engine } from '../../engine/engine.ts';
import { label } from '../../engine/labels.ts';
import { imagesMessages } from '../texts/images.ts';
import { buildImage, ContractBroken } from './build-image.ts';
import { type ChosenSources, chooseSources, packageSources } from './choose-source.ts';
import type { ImageSource } from './image-source.ts';
import { inputsDigest } from './inputs.ts';
import { familiesOf, selectImages, withBases } from './select-images.ts';
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
  const families = familiesOf(selected);
  const notes: string[] = [];
  const wasRefused = async (image: LabImage, source: ImageSource) =>
    !options.force &&
    (await options.engine.image(`${prefix}${image.name}`))?.labels[label.refused] ===
      (await inputsDigest(image, source, options));
  const choice = { settings, language, signal, note: (line: string) => notes.push(line), wasRefused };
  const early = settings.explicit ? await Promise.all(families.map(family => chooseSources(family, choice))) : [];
  const required = settings.explicit ? new Map(early.flatMap(({ sources }) => [...sources])) : undefined;
  const status = await labImagesStatus({ ...options, images: families.flat(), required });
  const plans = await Promise.all(
    families.map(async (family, at): Promise<Plan> => {
      const stale = status.filter(
        ({ image, state }) =>
          family.includes(image) && selected.includes(image) && (options.force || state !== 'current'),
      );
      const needsSource = stale.some(({ image }) => image.base.kind === 'assembled');
      const chosen = early[at] ?? (needsSource ? await chooseSources(family, choice) : undefined);
      return { family, selected, status, stale, chosen };
    }),
  );
  const counts = plans.map(plan => planned(plan).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  // Where the registry is out of reach, that is so for each family: once is enough.
  if (total > 0 && notes[0] !== undefined) say(notes[0]);
  for (const [at, plan] of plans.entries()) {
    const before = counts.slice(0, at).reduce((sum, count) => sum + count, 0);
    await buildFamily(options, plan, settings.forced !== undefined, { before, total });
  }
}

/** Images that come from the same kind of source, and what is to become of them. */
interface Plan {
  readonly family: readonly LabImage[];
  readonly selected: readonly LabImage[];
  readonly status: readonly LabImageStatus[];
  readonly stale: readonly LabImageStatus[];
  readonly chosen: ChosenSources | undefined;
}

/** How far the building has come: images before this family, and all of them. */
interface Steps {
  readonly before: number;
  readonly total: number;
}

/** Falls back on Debian's packages where the registry's images won't do and nothing is forced. */
async function buildFamily(options: BuildLabImagesOptions, plan: Plan, isForced: boolean, steps: Steps): Promise<void> {
  const { language, signal, say } = options;
  try {
    await buildAll(options, plan, steps, new Map());
  } catch (error) {
    signal?.throwIfAborted();
    if (plan.chosen?.kind !== 'registry' || isForced) throw error;
    const refused = error instanceof ContractBroken ? await refusedInputs(plan, options) : new Map();
    say(imagesMessages[language].fallingBack((error instanceof LabError && error.why) || messageOf(error)));
    const chosen = await packageSources(plan.family, language, messageOf(error));
    await buildAll(options, { ...plan, chosen }, steps, refused);
  }
}

/** The digests by which what has been refused is known again, by the images' names. */
async function refusedInputs({ family, chosen }: Plan, options: BuildLabImagesOptions): Promise<Map<string, string>> {
  const digests = family.map(async (image): Promise<[string, string][]> => {
    const source = chosen?.sources.get(image.name);
    return source === undefined ? [] : [[image.name, await inputsDigest(image, source, options)]];
  });
  return new Map((await Promise.all(digests)).flat());
}

/** What is to be built: what is stale, what came from the other source, and what stands on any of these. */
function planned({ family, selected, status, stale, chosen }: Plan): LabImage[] {
  if (stale.length === 0) return [];
  const names = new Set<string>(stale.map(({ image }) => image.name));
  for (const { image, source } of status) {
    if (!family.includes(image)) continue;
    const isFromElsewhere = image.base.kind === 'assembled' && chosen !== undefined && source?.kind !== chosen.kind;
    if (isFromElsewhere || (image.base.kind === 'image' && names.has(image.base.name))) names.add(image.name);
  }
  return family.filter(image => names.has(image.name) && selected.includes(image));
}

async function buildAll(
  options: BuildLabImagesOptions,
  plan: Plan,
  steps: Steps,
  refused: ReadonlyMap<string, string>,
): Promise<void> {
  const { engine, language, signal, root, env, prefix = 'lab/' } = options;
  const t = imagesMessages[language];
  for (const [at, image] of planned(plan).entries()) {
    signal?.throwIfAborted();
    const reference = `${prefix}${image.name}`;
    const say = (what: string) => options.say(t.step(steps.before + at + 1, steps.total, reference, what));
    const source = await sourceOf(engine, image, prefix, plan.chosen);
    const before = await engine.image(reference);
    const isCurrent = before?.labels[label.inputs] === (await inputsDigest(image, source, { root, env }));
    if (!isCurrent || options.force) {
      const refusal = refused.get(image.name);
      await buildImage({ engine, image, prefix, source, refused: refusal, language, signal, root, env, say });
    }
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
