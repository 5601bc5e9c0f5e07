import { code, codeList } from '../../../base/words.ts';
import type { volumes as en } from './en.ts';

const short = (volume: string) => (/^[0-9a-f]{64}$/.test(volume) ? `${volume.slice(0, 12)}…` : volume);
const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${Math.round(bytes / 1e6)} MB`;

export const volumes: typeof en = {
  'data-volume.expected': 'A pasta em que o PostgreSQL guarda os seus arquivos fica em um volume que tem nome.',
  'data-volume.pass': ({ volume, name, folder }) =>
    `${code(name)} guarda os seus arquivos (${code(folder)}) no volume ${code(volume)}.`,
  'data-volume.anonymous': ({ name, folder }) =>
    `${code(name)} guarda os seus arquivos (${code(folder)}) em um volume sem nome, que se perde facilmente com o contêiner.`,
  'data-volume.bind': ({ name, folder, source }) =>
    `${code(name)} guarda os seus arquivos (${code(folder)}) em uma pasta do host, ${code(source)}: isso é um bind mount, não um volume.`,
  'data-volume.memory': ({ name, folder }) =>
    `${code(name)} guarda os seus arquivos (${code(folder)}) na memória: eles somem quando ele para.`,
  'data-volume.inside': ({ name, folder }) =>
    `${code(name)} guarda os seus arquivos (${code(folder)}) no próprio contêiner: eles somem com ele.`,
  'data-volume.not-told': ({ name }) => `O lab não conseguiu saber onde ${code(name)} guarda os seus arquivos.`,
  'data-volume.elsewhere': ({ volume, target, folder }) =>
    `O volume ${code(volume)} está montado em ${code(target)}, mas o PostgreSQL guarda os seus arquivos em ${code(folder)}.`,
  'volume.none': 'Nenhum volume com dados guardados foi encontrado.',
  'volume.foreign': ({ volume, software }) =>
    ` O volume ${code(short(volume))} guarda os arquivos do ${software}: este desafio pede um banco SQLite.`,
  'volume.several': ({ list }) => `Os dados poderiam estar em ${codeList(list)}: não está claro qual deles vale.`,
  'named-volume.expected': 'Os dados ficam em um volume nomeado, montado no contêiner que os escreve.',
  'named-volume.pass': ({ by, volume, target }) =>
    `${code(by)} monta o volume nomeado ${code(volume)} em ${code(target)}.`,
  'named-volume.pass-alone': ({ volume }) => `${code(volume)} é um volume nomeado, e os dados estão nele.`,
  'named-volume.bind': ({ by, target, source }) =>
    `O que ${code(by)} guarda em ${code(target)} é uma pasta do host (${code(source)}), um bind mount, e não um volume.`,
  'named-volume.anonymous': ({ by, target, volume }) =>
    `${code(by)} monta um volume anônimo em ${code(target)}: ninguém deu nome a ele, e o Docker o chamou de ${code(short(volume))}.`,
  'named-volume.anonymous-alone': ({ volume }) =>
    `O volume com os dados, ${code(short(volume))}, é anônimo: ninguém deu nome a ele.`,
  'named-volume.none': ({ by }) =>
    `${code(by)} não monta nenhum volume: o que ele escreve some quando o contêiner é removido.`,
  'named-volume.unused': ({ volume }) =>
    `O volume ${code(volume)} existe, mas não foi visto nenhum contêiner que o use.`,
  'database.expected': 'Um banco de dados SQLite no volume, com qualquer nome.',
  'database.pass': ({ path, volume, bytes, journal }) =>
    `${code(path)} em ${code(volume)} é um banco de dados SQLite (${size(bytes)}, modo de journal ${code(journal)}).`,
  'database.empty': ({ volume }) => `O volume ${code(volume)} está vazio.`,
  'database.empty-file': ({ path, volume }) =>
    `${code(path)} em ${code(volume)} tem 0 bytes: um banco ganha os primeiros bytes com a primeira tabela.`,
  'database.other': ({ volume, list }) =>
    `Nenhum arquivo em ${code(volume)} começa como um banco de dados SQLite. O que há lá: ${codeList(list)}.`,
  'database.server': ({ volume, software }) =>
    `O volume ${code(short(volume))} guarda os arquivos do ${software}, não um banco SQLite.`,
  'database.outside': ({ by, list }) => ` Em vez disso, ${code(by)} escreveu ${codeList(list)}, fora do volume.`,
  'database.too-big': ({ volume, bytes, cap }) =>
    `o volume ${code(volume)} (${size(bytes)}) é maior do que o lab copia (${size(cap)}).`,
  'table-rows.expected': 'Uma tabela sua no banco de dados, com pelo menos uma linha.',
  'table-rows.pass': ({ list }) =>
    `${list.map(({ name, rows }) => `A tabela ${code(name)} tem ${rows} ${rows === 1 ? 'linha' : 'linhas'}`).join('. ')}.`,
  'table-rows.no-table': ({ path }) => `${code(path)} ainda não tem nenhuma tabela.`,
  'table-rows.no-row': ({ path, list }) =>
    `${code(path)} tem ${list.length === 1 ? 'a tabela' : 'as tabelas'} ${codeList(list)}, sem nenhuma linha.`,
  'table-rows.unreadable': ({ path, said }) => `O SQLite não consegue ler ${code(path)}: ${said}.`,
  'integrity.expected': 'PRAGMA integrity_check responde ok.',
  'integrity.pass': ({ list }) => `PRAGMA integrity_check responde ok para ${codeList(list)}.`,
  'integrity.fail': ({ path, said }) => `PRAGMA integrity_check diz de ${code(path)}: “${said}”.`,
  'recreation.expected': 'Um contêiner novo da mesma imagem encontra as linhas dos anteriores e segue em frente.',
  'recreation.pass': ({ image, rows }) =>
    `${code(image)} foi executada em uma cópia do volume, removida e executada de novo: ${rows === 1 ? 'a única linha continua' : `todas as ${rows} linhas continuam`} lá.`,
  'recreation.more': ({ rows }) => (rows === 1 ? ' Mais 1 foi acrescentada.' : ` Mais ${rows} foram acrescentadas.`),
  'recreation.lost': ({ image, lost, before, table, path }) =>
    `Depois que ${code(image)} foi executada de novo em uma cópia do volume, ${lost === 1 ? 'sumiu' : 'sumiram'} ${lost} de ${before} ${before === 1 ? 'linha' : 'linhas'} da tabela ${code(table)} em ${code(path)}.`,
  'recreation.broken': ({ image, path, said }) =>
    `Depois que ${code(image)} foi executada de novo em uma cópia do volume, não foi possível ler ${code(path)}: ${said}.`,
  'recreation.crashed': ({ image, exitCode }) =>
    `Em uma cópia do volume, com as linhas anteriores lá, ${code(image)} terminou com o código de saída ${exitCode}.`,
  'recreation.said': ({ text }) => ` Ela disse: “${text}”`,
  'recreation.no-image': 'não resta nenhum contêiner, e o engine já não lembra de qual imagem ele rodou.',
  'recreation.needs-network': 'executado sozinho, sem rede, o programa terminou com um erro.',
  'recreation.otherwise-started':
    'o contêiner já não existe, e com ele se foi o modo como foi iniciado; só com a imagem não acontece o mesmo.',
  'recreation.not-mounted': ({ by, volume }) => `${code(by)} não monta ${code(volume)}.`,
  'owner.expected':
    'O banco de dados pertence a um usuário que não é root, porque o programa que o escreveu não era root.',
  'owner.pass': ({ path, owner }) => `${code(path)} pertence ao usuário ${owner}, e não ao root.`,
  'owner.fail': ({ path }) => `${code(path)} pertence ao root: o programa que o escreveu era root.`,
};
