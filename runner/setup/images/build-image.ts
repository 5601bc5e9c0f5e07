import { join } from 'node:path';
import type { LabImage } from '../../../lab-images/lab-image.ts';
import { CouldNotTell } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { type Engine, EngineError } from '../../engine/engine.ts';
import { label } from '../../engine/labels.ts';
import { imagesMessages } from '../texts/images.ts';
import { privateAuthorities } from './authorities.ts';
import { buildContext } from './build-context.ts';
import { brokenPromises } from './contract.ts';
import { provideMmdebstrap, unpackPackages } from './debian-packages.ts';
import { formatSource, type ImageSource } from './image-source.ts';
import { contextFiles, type InputsPlace, inputsDigest } from './inputs.ts';
import { findMirror } from './mirror.ts';
import { debianArchitecture, nodeBinary, npmTarball } from './npm-packages.ts';
import { plainProgram } from './plain-program.ts';
import { writeOverlay, writeRootfs } from './rootfs.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface ImageBuild extends InputsPlace {
  readonly engine: Engine;
  readonly image: LabImage;
  /** What the images' names stand behind. */
  readonly prefix: string;
  readonly source: ImageSource;
  /** The digest of inputs from the registry that would not do, to be known again. */
  readonly refused?: string | undefined;
  readonly language: Language;
  readonly signal: AbortSignal | undefined;
  /** Says what is being done right now. */
  say(what: string): void;
}

/** What was built is not what the lab counts on. */
export class ContractBroken extends CouldNotTell {}

/**
 * Builds one image under its reference, checks its contract, and only then labels it with its inputs: an image without
 * that label counts as out of date. Throws CouldNotTell when it cannot be built or breaks its contract.
 */
export async function buildImage(build: ImageBuild): Promise<void> {
  const { engine, image, prefix, source, language, signal, say } = build;
  const reference = `${prefix}${image.name}`;
  const t = imagesMessages[language];
  // Before all else: an input that changes meanwhile makes the image out of date, not wrongly current.
  const inputs = await inputsDigest(image, source, build);
  const before = await engine.image(reference);
  await using folder = await temporaryFolder();
  const rootfs = image.base.kind === 'assembled' ? await assemble(build, folder.path) : undefined;
  say(source.kind === 'registry' ? t.pulling(source.reference) : t.building);
  const context = buildContext((await contextFiles(image, build.root)).map(plainProgram), rootfs);
  // The base may be an image of the lab's too, whose label says nothing about this one.
  await engineBuild(build, context, { BASE: baseOf(build) }, { [label.inputs]: '' });
  say(t.checking);
  const broken = await brokenPromises(engine, reference, image.contract, signal);
  if (broken.length > 0) throw new ContractBroken(t.contractBroken(reference), { why: broken.join('; ') });
  const seal = [{ name: 'Dockerfile', content: Buffer.from('ARG BASE\nFROM $BASE\n') }];
  const refused = build.refused === undefined ? {} : { [label.refused]: build.refused };
  const labels = { [label.inputs]: inputs, [label.source]: formatSource(source), ...refused };
  await engineBuild(build, buildContext(seal), { BASE: reference }, labels);
  if (before) await removeReplaced(engine, before.id);
}

/** The image that had the name before takes up space for nothing, unless it goes by another name or is in use. */
async function removeReplaced(engine: Engine, id: string): Promise<void> {
  const replaced = await engine.image(id);
  if (replaced && replaced.tags.length === 0) await engine.removeImage(id);
}

/** Another lab image goes by its name: a build at the same time may replace, and remove, the one with that id. */
function baseOf({ image, prefix, source }: ImageBuild): string {
  if (image.base.kind === 'image') return `${prefix}${image.base.name}`;
  return source.kind === 'registry' ? source.reference : 'scratch';
}

async function engineBuild(
  { engine, image, prefix, language, signal }: ImageBuild,
  context: NodeJS.ReadableStream,
  buildArgs: Record<string, string>,
  labels: Record<string, string>,
): Promise<void> {
  const reference = `${prefix}${image.name}`;
  const request = { tag: reference, context, dockerfile: 'Dockerfile', buildArgs, labels };
  try {
    for await (const _ of engine.build(request, signal ? { signal } : {})) signal?.throwIfAborted();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new CouldNotTell(imagesMessages[language].buildFailed(reference), { why: error.message, cause: error });
  }
}

/** Makes `rootfs.tar` in `folder`, and returns its path. */
async function assemble(build: ImageBuild, folder: string): Promise<string> {
  const { engine, image, source, language, signal, say, root, env } = build;
  if (image.base.kind !== 'assembled') throw new Error(`${image.name} is not assembled`);
  const { rootfs } = image.base;
  const t = imagesMessages[language];
  const file = join(folder, 'rootfs.tar');
  const authorities = rootfs.privateAuthorities ? await privateAuthorities(env, root) : [];
  if (source.kind !== 'packages') {
    await writeOverlay(rootfs, authorities, file);
    return file;
  }
  const { arch } = await engine.version(signal ? { signal } : {});
  const architecture = debianArchitecture(arch, language);
  await provideMmdebstrap(language, signal, say, source.release);
  say(t.fetchingPackages(source.release));
  const mirror = await findMirror(source.release, language, signal);
  const packages = await unpackPackages({ packages: rootfs.packages, mirror, architecture, folder, language, signal });
  if (rootfs.npm) say(t.fetchingNode);
  const fetching = { root, folder, language, signal };
  const node = rootfs.node ? await nodeBinary(arch, fetching) : undefined;
  const npm = rootfs.npm ? await npmTarball('npm', rootfs.npm, fetching) : undefined;
  say(t.assembling);
  await writeRootfs(rootfs, { packages, node, npm, privateAuthorities: authorities }, file);
  return file;
}
