import { code, codeList, codesIn } from '../../../base/words.ts';

const codes = codesIn('en');
const short = (volume: string) => (/^[0-9a-f]{64}$/.test(volume) ? `${volume.slice(0, 12)}…` : volume);

export const images = {
  'image.expected': ({ role }: { role: string }) => `An image of your own for ${role}, made with docker build.`,
  'image.pass': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)}, which was built on this engine.`,
  'image.lab': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)} as the lab made it, without a layer of yours.`,
  'image.pulled': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)}, which was pulled from a registry.`,
  'image.imported': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)}, which was imported, not built.`,
  'image.loaded': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)}, an official image that was loaded from a file.`,
  'image.unclear': ({ name, image }: { name: string; image: string }) =>
    `${code(name)} runs ${code(image)}, which got its name here long after it was made: the engine does not tell whether it was built here or only renamed. Build it anew to show it.`,
  'compose.expected': 'Containers that you started yourself with docker run.',
  'compose.pass': ({ names }: { names: readonly string[] }) => `${codes(names)} carry no Compose labels.`,
  'compose.fail': ({ name, project }: { name: string; project: string }) =>
    `${code(name)} was started by Compose (project ${code(project)}).`,
  'images.expected': 'Images of your own, made with docker build: one for each container.',
  'images.pass': ({ names, images }: { names: readonly string[]; images: readonly string[] }) =>
    `${codes(names)} run ${codes(images)}, each built on this engine.`,
  'images.same': ({ names, image }: { names: readonly string[]; image: string }) =>
    `${codes(names)} run the same image, ${code(image)}.`,
  'volume-compose.volume': ({ name, project }: { name: string; project: string }) =>
    `The volume ${code(short(name))} was created by Compose (project ${code(project)}).`,
  'volume-compose.pass': ({ list }: { list: readonly string[] }) => `${codeList(list.map(short))}: no Compose labels.`,
};
