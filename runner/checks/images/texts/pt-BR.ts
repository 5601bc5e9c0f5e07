import { code, codeList, codesIn } from '../../../base/words.ts';
import type { images as en } from './en.ts';

const codes = codesIn('pt-BR');
const short = (volume: string) => (/^[0-9a-f]{64}$/.test(volume) ? `${volume.slice(0, 12)}…` : volume);

export const images: typeof en = {
  'image.expected': ({ role }) => `Uma imagem sua para ${role}, feita com docker build.`,
  'image.pass': ({ name, image }) => `${code(name)} roda ${code(image)}, que foi construída neste engine.`,
  'image.lab': ({ name, image }) => `${code(name)} roda ${code(image)} como o lab a fez, sem nenhuma camada sua.`,
  'image.pulled': ({ name, image }) => `${code(name)} roda ${code(image)}, que foi baixada de um registro.`,
  'image.imported': ({ name, image }) => `${code(name)} roda ${code(image)}, que foi importada, não construída.`,
  'image.loaded': ({ name, image }) => `${code(name)} roda ${code(image)}, uma imagem oficial carregada de um arquivo.`,
  'image.unclear': ({ name, image }) =>
    `${code(name)} roda ${code(image)}, que ganhou esse nome aqui muito depois de ter sido feita: o engine não diz se foi construída aqui ou só renomeada. Construa-a de novo para mostrar.`,
  'compose.expected': 'Contêineres que você mesmo iniciou com docker run.',
  'compose.pass': ({ names }) => `${codes(names)} não têm rótulos do Compose.`,
  'compose.fail': ({ name, project }) => `${code(name)} foi iniciado pelo Compose (projeto ${code(project)}).`,
  'images.expected': 'Imagens suas, feitas com docker build: uma para cada contêiner.',
  'images.pass': ({ names, images }) => `${codes(names)} rodam ${codes(images)}, cada uma construída neste engine.`,
  'images.same': ({ names, image }) => `${codes(names)} rodam a mesma imagem, ${code(image)}.`,
  'volume-compose.volume': ({ name, project }) =>
    `O volume ${code(short(name))} foi criado pelo Compose (projeto ${code(project)}).`,
  'volume-compose.pass': ({ list }) => `${codeList(list.map(short))}: sem rótulos do Compose.`,
};
