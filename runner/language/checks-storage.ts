import type { Translations } from './language.ts';

const code = (text: string) => `\`${text}\``;
const names = (list: readonly string[]) => list.map(code).join(', ');
const short = (volume: string) => (/^[0-9a-f]{64}$/.test(volume) ? `${volume.slice(0, 12)}…` : volume);
const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${Math.round(bytes / 1e6)} MB`;

const en = {
  noVolume: 'No volume was found that data are kept in.',
  severalVolumes: (list: readonly string[]) => `The data could be in ${names(list)}: it is not clear which is meant.`,
  named: {
    expected: 'The data are in a named volume, mounted into the container that writes them.',
    pass: (by: string, volume: string, target: string) =>
      `${code(by)} mounts the named volume ${code(volume)} at ${code(target)}.`,
    passAlone: (volume: string) => `${code(volume)} is a named volume, and the data are in it.`,
    bind: (by: string, target: string, source: string) =>
      `What ${code(by)} keeps in ${code(target)} is a folder of the host (${code(source)}), a bind mount, not a volume.`,
    anonymous: (by: string, target: string, volume: string) =>
      `${code(by)} mounts an anonymous volume at ${code(target)}: nobody gave it a name, so Docker called it ${code(short(volume))}.`,
    anonymousAlone: (volume: string) =>
      `The volume with the data, ${code(short(volume))}, is anonymous: nobody gave it a name.`,
    none: (by: string) => `${code(by)} mounts no volume: what it writes goes when the container is removed.`,
    unused: (volume: string) => `The volume ${code(volume)} is there, but no container was seen that uses it.`,
  },
  database: {
    expected: 'A SQLite database in the volume, whatever its name.',
    pass: (path: string, volume: string, bytes: number, journal: string) =>
      `${code(path)} in ${code(volume)} is a SQLite database (${size(bytes)}, journal mode ${code(journal)}).`,
    empty: (volume: string) => `The volume ${code(volume)} is empty.`,
    emptyFile: (path: string, volume: string) =>
      `${code(path)} in ${code(volume)} has 0 bytes: a database gets its first bytes with its first table.`,
    other: (volume: string, list: readonly string[]) =>
      `No file in ${code(volume)} begins as a SQLite database does. There is ${names(list)}.`,
    outside: (by: string, list: readonly string[]) =>
      ` ${code(by)} wrote ${names(list)} instead, outside of the volume.`,
    tooBig: (volume: string, bytes: number, cap: number) =>
      `the volume ${code(volume)} (${size(bytes)}) is bigger than what the lab copies (${size(cap)}).`,
  },
  rows: {
    expected: 'A table of your own in the database, with at least one row.',
    pass: (list: readonly { name: string; rows: number }[]) =>
      `${list.map(({ name, rows }) => `Table ${code(name)} has ${rows} ${rows === 1 ? 'row' : 'rows'}`).join('. ')}.`,
    noTable: (path: string) => `${code(path)} has no table yet.`,
    noRow: (path: string, list: readonly string[]) =>
      `${code(path)} has ${list.length === 1 ? 'the table' : 'the tables'} ${names(list)}, without any row.`,
    unreadable: (path: string, said: string) => `SQLite cannot read ${code(path)}: ${said}.`,
  },
  integrity: {
    expected: 'PRAGMA integrity_check says ok.',
    pass: (list: readonly string[]) => `PRAGMA integrity_check says ok for ${names(list)}.`,
    fail: (path: string, said: string) => `PRAGMA integrity_check says of ${code(path)}: “${said}”.`,
  },
  recreation: {
    expected: 'A new container of the same image finds the rows of the earlier ones, and goes on.',
    pass: (image: string, rows: number) =>
      `${code(image)} was run on a copy of the volume, removed, and run again: all ${rows} ${rows === 1 ? 'row is' : 'rows are'} still there.`,
    more: (rows: number) => ` ${rows} more ${rows === 1 ? 'was' : 'were'} added.`,
    lost: (image: string, lost: number, before: number, table: string, path: string) =>
      `After ${code(image)} was run again on a copy of the volume, ${lost} of ${before} ${before === 1 ? 'row' : 'rows'} of table ${code(table)} in ${code(path)} ${lost === 1 ? 'was' : 'were'} gone.`,
    broken: (image: string, path: string, said: string) =>
      `After ${code(image)} was run again on a copy of the volume, ${code(path)} could not be read: ${said}.`,
    crashed: (image: string, exitCode: number) =>
      `On a copy of the volume, with the earlier rows there, ${code(image)} ended with exit code ${exitCode}.`,
    said: (text: string) => ` It said: “${text}”`,
    noImage: 'no container is left, and the engine has forgotten from which image it ran.',
    needsNetwork: 'run alone, without a network, the program ended with an error.',
    otherwiseStarted: 'the container is gone, and with it how it was started; its image alone does not do the same.',
    notMounted: (by: string, volume: string) => `${code(by)} does not mount ${code(volume)}.`,
  },
  owner: {
    expected: 'The database belongs to a user other than root, because the program that wrote it was not root.',
    pass: (path: string, owner: number) => `${code(path)} belongs to user ${owner}, not to root.`,
    fail: (path: string) => `${code(path)} belongs to root: the program that wrote it was root.`,
  },
  compose: {
    volume: (name: string, project: string) =>
      `The volume ${code(short(name))} was created by Compose (project ${code(project)}).`,
    pass: (list: readonly string[]) => `${names(list.map(short))}: no Compose labels.`,
  },
};

const ptBR: typeof en = {
  noVolume: 'Nenhum volume com dados guardados foi encontrado.',
  severalVolumes: list => `Os dados poderiam estar em ${names(list)}: não está claro qual deles vale.`,
  named: {
    expected: 'Os dados ficam em um volume nomeado, montado no contêiner que os escreve.',
    pass: (by, volume, target) => `${code(by)} monta o volume nomeado ${code(volume)} em ${code(target)}.`,
    passAlone: volume => `${code(volume)} é um volume nomeado, e os dados estão nele.`,
    bind: (by, target, source) =>
      `O que ${code(by)} guarda em ${code(target)} é uma pasta do host (${code(source)}), um bind mount, e não um volume.`,
    anonymous: (by, target, volume) =>
      `${code(by)} monta um volume anônimo em ${code(target)}: ninguém deu nome a ele, e o Docker o chamou de ${code(short(volume))}.`,
    anonymousAlone: volume => `O volume com os dados, ${code(short(volume))}, é anônimo: ninguém deu nome a ele.`,
    none: by => `${code(by)} não monta nenhum volume: o que ele escreve some quando o contêiner é removido.`,
    unused: volume => `O volume ${code(volume)} existe, mas não foi visto nenhum contêiner que o use.`,
  },
  database: {
    expected: 'Um banco de dados SQLite no volume, com qualquer nome.',
    pass: (path, volume, bytes, journal) =>
      `${code(path)} em ${code(volume)} é um banco de dados SQLite (${size(bytes)}, modo de journal ${code(journal)}).`,
    empty: volume => `O volume ${code(volume)} está vazio.`,
    emptyFile: (path, volume) =>
      `${code(path)} em ${code(volume)} tem 0 bytes: um banco ganha os primeiros bytes com a primeira tabela.`,
    other: (volume, list) =>
      `Nenhum arquivo em ${code(volume)} começa como um banco de dados SQLite. O que há lá: ${names(list)}.`,
    outside: (by, list) => ` Em vez disso, ${code(by)} escreveu ${names(list)}, fora do volume.`,
    tooBig: (volume, bytes, cap) =>
      `o volume ${code(volume)} (${size(bytes)}) é maior do que o lab copia (${size(cap)}).`,
  },
  rows: {
    expected: 'Uma tabela sua no banco de dados, com pelo menos uma linha.',
    pass: list =>
      `${list.map(({ name, rows }) => `A tabela ${code(name)} tem ${rows} ${rows === 1 ? 'linha' : 'linhas'}`).join('. ')}.`,
    noTable: path => `${code(path)} ainda não tem nenhuma tabela.`,
    noRow: (path, list) =>
      `${code(path)} tem ${list.length === 1 ? 'a tabela' : 'as tabelas'} ${names(list)}, sem nenhuma linha.`,
    unreadable: (path, said) => `O SQLite não consegue ler ${code(path)}: ${said}.`,
  },
  integrity: {
    expected: 'PRAGMA integrity_check responde ok.',
    pass: list => `PRAGMA integrity_check responde ok para ${names(list)}.`,
    fail: (path, said) => `PRAGMA integrity_check diz de ${code(path)}: “${said}”.`,
  },
  recreation: {
    expected: 'Um contêiner novo da mesma imagem encontra as linhas dos anteriores e segue em frente.',
    pass: (image, rows) =>
      `${code(image)} foi executada em uma cópia do volume, removida e executada de novo: ${rows === 1 ? 'a única linha continua' : `todas as ${rows} linhas continuam`} lá.`,
    more: rows => (rows === 1 ? ' Mais 1 foi acrescentada.' : ` Mais ${rows} foram acrescentadas.`),
    lost: (image, lost, before, table, path) =>
      `Depois que ${code(image)} foi executada de novo em uma cópia do volume, ${lost === 1 ? 'sumiu' : 'sumiram'} ${lost} de ${before} ${before === 1 ? 'linha' : 'linhas'} da tabela ${code(table)} em ${code(path)}.`,
    broken: (image, path, said) =>
      `Depois que ${code(image)} foi executada de novo em uma cópia do volume, não foi possível ler ${code(path)}: ${said}.`,
    crashed: (image, exitCode) =>
      `Em uma cópia do volume, com as linhas anteriores lá, ${code(image)} terminou com o código de saída ${exitCode}.`,
    said: text => ` Ela disse: “${text}”`,
    noImage: 'não resta nenhum contêiner, e o engine já não lembra de qual imagem ele rodou.',
    needsNetwork: 'executado sozinho, sem rede, o programa terminou com um erro.',
    otherwiseStarted:
      'o contêiner já não existe, e com ele se foi o modo como foi iniciado; só com a imagem não acontece o mesmo.',
    notMounted: (by, volume) => `${code(by)} não monta ${code(volume)}.`,
  },
  owner: {
    expected: 'O banco de dados pertence a um usuário que não é root, porque o programa que o escreveu não era root.',
    pass: (path, owner) => `${code(path)} pertence ao usuário ${owner}, e não ao root.`,
    fail: path => `${code(path)} pertence ao root: o programa que o escreveu era root.`,
  },
  compose: {
    volume: (name, project) => `O volume ${code(short(name))} foi criado pelo Compose (projeto ${code(project)}).`,
    pass: list => `${names(list.map(short))}: sem rótulos do Compose.`,
  },
};

/** What the checks on volumes and the databases in them say. */
export const storageMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
