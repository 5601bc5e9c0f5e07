import { labImages } from '../../../lab-images/images.ts';
import type { Lab } from '../../app/lab.ts';
import { renderTable } from '../../app/table.ts';
import { type ExitCode, exitCode } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { readableSize } from '../../base/readable-size.ts';
import { buildLabImages } from '../../setup/images/build.ts';
import type { ImageSource } from '../../setup/images/image-source.ts';
import { liveLines } from '../../setup/images/live-lines.ts';
import { selectImages } from '../../setup/images/select-images.ts';
import { sourceSettings } from '../../setup/images/settings.ts';
import { type LabImageStatus, labImagesStatus } from '../../setup/images/status.ts';
import { imagesMessages } from '../../setup/texts/images.ts';

const prefix = 'lab/';

/**
 * `lab images build [NAME…] [--force]`: builds the images that are missing or out of date; with `force`, all of them. Those
 * that only grading needs are built where they are named. Throws UsageError for a name that is none, before an engine is asked for.
 */
export async function imagesBuild(
  lab: Lab,
  options: { force?: boolean } = {},
  names: readonly string[] = [],
): Promise<ExitCode> {
  selectImages(names, lab.language, prefix);
  sourceSettings(lab.env, lab.language);
  const { engine } = await lab.connect();
  let isSilent = true;
  {
    using lines = liveLines(lab.err);
    const say = (line: string) => {
      isSilent = false;
      lines.say(line);
    };
    const { root, env, language, signal } = lab;
    await buildLabImages({ engine, root, env, language, signal, only: names, force: options.force ?? false, say });
  }
  if (isSilent) lab.err.write(`${imagesMessages[lab.language].allCurrent}\n`);
  return exitCode.ok;
}

/** `lab images list [NAME…] [--json]`: each image with its state, size, source and what it is for. */
export async function imagesList(
  lab: Lab,
  options: { json?: boolean } = {},
  names: readonly string[] = [],
): Promise<ExitCode> {
  const selected = names.length === 0 ? labImages : selectImages(names, lab.language, prefix);
  const { engine } = await lab.connect({ provide: false });
  const all = await labImagesStatus({ engine, root: lab.root, env: lab.env, signal: lab.signal });
  const images = all.filter(({ image }) => selected.includes(image));
  lab.out.write(
    options.json === true ? `${JSON.stringify(asJson(images), undefined, 2)}\n` : asText(images, lab.language),
  );
  return exitCode.ok;
}

/** The document `lab.images/1`. Pure. */
export function asJson(images: readonly LabImageStatus[]): object {
  return {
    schema: 'lab.images/1',
    images: images.map(({ reference, state, size, source, image }) => ({
      ...{ reference, state, size: size ?? null, source: source ? sourceText(source) : null, what: image.what },
    })),
  };
}

/** The table, and what to do where something is not as it should be. Pure. */
export function asText(images: readonly LabImageStatus[], language: Language): string {
  const t = imagesMessages[language];
  const rows = images.map(status => [
    ...[status.reference, t.state[status.state]],
    status.size === undefined ? '–' : readableSize(status.size, language),
    ...[shortSource(status), status.image.what[language]],
  ]);
  const { header } = t;
  const table = renderTable([[header.image, header.state, header.size, header.source, header.what], ...rows]);
  const isWanted = ({ state, image }: LabImageStatus) => state !== 'current' && image.neededBy !== 'grading';
  return !images.some(isWanted) ? table : `${table}\n${t.buildHint}\n`;
}

function sourceText(source: ImageSource): string {
  if (source.kind === 'packages') return source.release;
  return source.kind === 'registry' ? source.reference : source.id;
}

/** For people: a digest is cut short, and another lab image goes by its name. */
function shortSource({ source, image }: LabImageStatus): string {
  if (source === undefined) return '–';
  if (image.base.kind === 'image') return `${prefix}${image.base.name}`;
  return sourceText(source).replace(/(sha256:[0-9a-f]{12})[0-9a-f]+/, '$1');
}
