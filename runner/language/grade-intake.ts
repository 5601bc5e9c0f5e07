import type { Translations } from './language.ts';

const mebibytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;

const en = {
  // Archives
  damaged: 'The archive is damaged: it ends too early, or does not hold what it says. Ask for it again.',
  emptyArchive: 'The archive is an empty file.',
  unknownArchive: 'The file is no zip or tar archive, whatever its name says.',
  unsupportedArchive: (ending: string) => `Archives of the kind ${ending} are not read. Ask for a .zip or a .tar.gz.`,
  archiveTooBig: (bytes: number) => `The archive is bigger than ${mebibytes(bytes)}.`,
  tooMuch: (bytes: number) => `What is in the archive is bigger than ${mebibytes(bytes)} unpacked.`,
  tooMany: (most: number) => `There are more than ${most} files and folders in it.`,
  fileTooBig: (name: string, bytes: number) => `The file “${name}” in the archive is bigger than ${mebibytes(bytes)}.`,
  bomb: (ratio: number) => `What is in the archive is more than ${ratio} times as big as the archive.`,
  badName: (name: string) => `The archive has an entry with a name that no file can have: “${name}”.`,
  absolutePath: (name: string) => `The archive has an entry with an absolute path: “${name}”.`,
  leadsOut: (name: string) => `The archive has an entry that leads out of its folder: “${name}”.`,
  tooDeep: (name: string, most: number) => `The archive has more than ${most} folders in each other: “${name}”.`,
  nameTooLong: (name: string) => `The archive has an entry with too long a name: “${name}”.`,
  linkOut: (name: string, target: string) =>
    `The archive has a link that leads out of its folder: “${name}” → “${target}”.`,
  fileAndFolder: (name: string) => `In the archive, “${name}” is a file and a folder at once.`,
  badEntry: (name: string, kind: 'device' | 'sparse' | 'encrypted' | 'unknown') =>
    ({
      device: `The archive has an entry that is a device or a pipe: “${name}”.`,
      sparse: `The archive has a file with holes (a sparse one): “${name}”.`,
      encrypted: `The archive is encrypted (“${name}”): ask for one without a password.`,
      unknown: `The archive has an entry of a kind that is not read: “${name}”.`,
    })[kind],
  duplicateEntries: (count: number, first: string) =>
    count === 1
      ? `The archive has “${first}” twice (large and small letters are the same here): the last one counts.`
      : `The archive has ${count} files several times (such as “${first}”): the last one of each counts.`,
  skippedLinks: (count: number, first: string) =>
    count === 1
      ? `The link “${first}” in the archive was left out.`
      : `${count} links in the archive (such as “${first}”) were left out.`,
  innerArchive: (name: string) => `The archive “${name}” inside of it was opened.`,
  innerArchiveRefused: (name: string, why: string) => `The archive “${name}” inside of it was not opened. ${why}`,

  // Folders
  cannotRead: (name: string) => `“${name}” cannot be read.`,
  tooManyToRead: (most: number) =>
    `There are more than ${most} files and folders in it: the others were not looked at.`,
  linksNotFollowed: (count: number, first: string) =>
    count === 1
      ? `The link “${first}” leads out of the submission and was not followed.`
      : `${count} links (such as “${first}”) lead out of the submission and were not followed.`,
  oddFiles: (count: number, first: string) =>
    count === 1
      ? `“${first}” is a device or a pipe, and was not looked at.`
      : `${count} entries (such as “${first}”) are devices or pipes, and were not looked at.`,
  renamed: (source: string, id: string) => `“${source}” has the name of another submission: here it is called “${id}”.`,

  // Challenges
  nothingFound: 'No folder of a challenge was found in it.',
  foundIn: (title: string, path: string) => `${title}: the instructions are in “${path}”.`,
  inReadme: (title: string, readme: string) => `${title}: the instructions are the section on it in “${readme}”.`,
  wholeSubmission: (title: string) => `The whole submission was taken for ${title}.`,
  nested: (inner: string, outer: string) => `The folder “${inner}” is inside of “${outer}”, that of another challenge.`,
  duplicates: (title: string, chosen: string, others: string) =>
    `Several folders could be ${title}: “${chosen}” was taken, and not ${others}.`,
  otherInLabJson: (path: string, id: string) =>
    `The lab.json in “${path}” says that it is ${id}, so that is what it counts for.`,

  // Instructions
  noInstructions:
    'There is nothing that says how to bring it up: no lab.json with “run”, no up.sh, run.sh or start.sh, no other script that runs docker, and no README with docker commands.',
  notAShellScript: (file: string) =>
    `“${file}” is no shell script, and is not run. Hand in the same commands as up.sh, or in a README.`,
  emptyScript: (file: string) => `“${file}” has no command in it.`,
  otherLanguage: (file: string, program: string) =>
    `“${file}” is written for ${program}, not for a shell: bash cannot run it.`,
  foreignSyntax: (file: string, what: string) =>
    `The commands in “${file}” use “${what}”, which only PowerShell or cmd understands: bash cannot run them.`,
  badLabJson: (why: string) => `The lab.json cannot be used. ${why}`,
  alternativesLeftOut: (count: number) =>
    count === 1
      ? 'One block of the README offers another way, and was left out.'
      : `${count} blocks of the README offer other ways, and were left out.`,
  cleanUpLeftOut: (commands: string) => `Commands of the README that clean up at the end were left out: ${commands}`,
  placeholdersLeftOut: (commands: string) =>
    `Commands of the README with something to fill in were left out: ${commands}`,
  composeLeftOut: 'The README’s Compose commands were left out.',
  alsoRun: (before: string, file: string) => `“${before}” is run before “${file}”, which does not build or call it.`,
  readmeTooLong: (file: string) => `Only the beginning of “${file}” was read: it is very long.`,
};

const ptBR: typeof en = {
  damaged: 'O arquivo compactado está danificado: termina antes da hora ou não contém o que diz. Peça outra cópia.',
  emptyArchive: 'O arquivo compactado está vazio.',
  unknownArchive: 'O arquivo não é um zip nem um tar, apesar do nome.',
  unsupportedArchive: ending => `Arquivos do tipo ${ending} não são lidos. Peça um .zip ou um .tar.gz.`,
  archiveTooBig: bytes => `O arquivo compactado tem mais de ${mebibytes(bytes)}.`,
  tooMuch: bytes => `O conteúdo do arquivo compactado passa de ${mebibytes(bytes)}.`,
  tooMany: most => `Há mais de ${most} arquivos e pastas nele.`,
  fileTooBig: (name, bytes) => `O arquivo “${name}”, dentro do compactado, tem mais de ${mebibytes(bytes)}.`,
  bomb: ratio => `O conteúdo do arquivo compactado é mais de ${ratio} vezes maior do que ele.`,
  badName: name => `O arquivo compactado tem uma entrada com um nome que nenhum arquivo pode ter: “${name}”.`,
  absolutePath: name => `O arquivo compactado tem uma entrada com caminho absoluto: “${name}”.`,
  leadsOut: name => `O arquivo compactado tem uma entrada que leva para fora da sua pasta: “${name}”.`,
  tooDeep: (name, most) => `O arquivo compactado tem mais de ${most} pastas umas dentro das outras: “${name}”.`,
  nameTooLong: name => `O arquivo compactado tem uma entrada com um nome longo demais: “${name}”.`,
  linkOut: (name, target) =>
    `O arquivo compactado tem um link que leva para fora da sua pasta: “${name}” → “${target}”.`,
  fileAndFolder: name => `No arquivo compactado, “${name}” é um arquivo e uma pasta ao mesmo tempo.`,
  badEntry: (name, kind) =>
    ({
      device: `O arquivo compactado tem uma entrada que é um dispositivo ou um pipe: “${name}”.`,
      sparse: `O arquivo compactado tem um arquivo com buracos (esparso): “${name}”.`,
      encrypted: `O arquivo compactado está criptografado (“${name}”): peça um sem senha.`,
      unknown: `O arquivo compactado tem uma entrada de um tipo que não é lido: “${name}”.`,
    })[kind],
  duplicateEntries: (count, first) =>
    count === 1
      ? `O arquivo compactado tem “${first}” duas vezes (aqui, maiúsculas e minúsculas são iguais): vale a última.`
      : `O arquivo compactado tem ${count} arquivos repetidos (como “${first}”): vale o último de cada.`,
  skippedLinks: (count, first) =>
    count === 1
      ? `O link “${first}” do arquivo compactado foi deixado de fora.`
      : `${count} links do arquivo compactado (como “${first}”) foram deixados de fora.`,
  innerArchive: name => `O arquivo compactado “${name}”, que estava dentro, foi aberto.`,
  innerArchiveRefused: (name, why) => `O arquivo compactado “${name}”, que estava dentro, não foi aberto. ${why}`,

  cannotRead: name => `Não dá para ler “${name}”.`,
  tooManyToRead: most => `Há mais de ${most} arquivos e pastas: os demais não foram olhados.`,
  linksNotFollowed: (count, first) =>
    count === 1
      ? `O link “${first}” leva para fora da entrega e não foi seguido.`
      : `${count} links (como “${first}”) levam para fora da entrega e não foram seguidos.`,
  oddFiles: (count, first) =>
    count === 1
      ? `“${first}” é um dispositivo ou um pipe e não foi olhado.`
      : `${count} entradas (como “${first}”) são dispositivos ou pipes e não foram olhadas.`,
  renamed: (source, id) => `“${source}” tem o nome de outra entrega: aqui, chama-se “${id}”.`,

  nothingFound: 'Nenhuma pasta de desafio foi encontrada na entrega.',
  foundIn: (title, path) => `${title}: as instruções estão em “${path}”.`,
  inReadme: (title, readme) => `${title}: as instruções são a seção sobre ele em “${readme}”.`,
  wholeSubmission: title => `A entrega inteira foi tomada como ${title}.`,
  nested: (inner, outer) => `A pasta “${inner}” está dentro de “${outer}”, que é de outro desafio.`,
  duplicates: (title, chosen, others) =>
    `Mais de uma pasta poderia ser ${title}: foi usada “${chosen}”, e não ${others}.`,
  otherInLabJson: (path, id) => `O lab.json em “${path}” diz que se trata de ${id}; é para esse desafio que vale.`,

  noInstructions:
    'Não há nada que diga como colocar a solução no ar: nem lab.json com “run”, nem up.sh, run.sh ou start.sh, nem outro script que use docker, nem README com comandos docker.',
  notAShellScript: file =>
    `“${file}” não é um script de shell e não é executado. Entregue os mesmos comandos como up.sh ou em um README.`,
  emptyScript: file => `“${file}” não tem nenhum comando.`,
  otherLanguage: (file, program) =>
    `“${file}” foi escrito para ${program}, não para um shell: o bash não consegue executá-lo.`,
  foreignSyntax: (file, what) =>
    `Os comandos de “${file}” usam “${what}”, que só o PowerShell ou o cmd entendem: o bash não consegue executá-los.`,
  badLabJson: why => `O lab.json não pode ser usado. ${why}`,
  alternativesLeftOut: count =>
    count === 1
      ? 'Um bloco do README mostra outra maneira e foi deixado de fora.'
      : `${count} blocos do README mostram outras maneiras e foram deixados de fora.`,
  cleanUpLeftOut: commands => `Comandos do README que fazem a limpeza no final foram deixados de fora: ${commands}`,
  placeholdersLeftOut: commands => `Comandos do README com algo a preencher foram deixados de fora: ${commands}`,
  composeLeftOut: 'Os comandos do Compose no README foram deixados de fora.',
  alsoRun: (before, file) => `“${before}” é executado antes de “${file}”, que não constrói as imagens nem o chama.`,
  readmeTooLong: file => `Só o começo de “${file}” foi lido: ele é muito longo.`,
};

/** What is said of how a class's submissions were read. */
export const intakeMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
export type IntakeMessages = typeof en;
