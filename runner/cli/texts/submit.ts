import type { Translations } from '../../base/language.ts';

const en = {
  submit: 'pack your work on a challenge and its report into one file, for the instructor',
  folder: 'your folder of the challenge; by default the one that `lab start` made',
  out: 'where to write it; by default a file in the current folder, with the challenge’s name',
  force: 'write over the file where there is one',

  noFolder: (folder: string) => `There is no folder “${folder}”.`,
  notAFolder: (folder: string) => `“${folder}” is not a folder.`,
  startOrName: (start: string, submit: string) => `Begin with ${start}, or name your folder: ${submit}`,
  nothingIn: (folder: string) => `There is nothing to hand in in “${folder}”.`,
  tooBig: (size: string, most: string) => `Your work is too big to hand in: ${size}, and ${most} at most.`,
  biggest: (list: string) => `The biggest files are: ${list}.`,
  moveThem: 'Move what is not needed to build and run it out of the folder.',
  tooMany: (most: number) => `There are more than ${most} files in the folder.`,
  exists: (file: string) => `“${file}” is already there.`,
  isFolder: (file: string) => `“${file}” is a folder.`,
  otherOut: (command: string) => `Name another file: ${command}`,
  overwrite: (file: string) => `“${file}” is already there. Write over it?`,
  notWritten: 'Nothing was written.',
  cannotWrite: (file: string) => `“${file}” cannot be written.`,

  broughtUpBy: (file: string) => `It will be brought up by ${file}.`,
  readmeIsRead: (file: string) => `It will be brought up by the docker commands in ${file}.`,
  willBeRefused: (what: string) =>
    `Careful: the grader’s sandbox will refuse ${what}. What a container needs of your files, mount from the folder itself (-v "$PWD/file:/path:ro").`,
  composeOnly: (file: string) =>
    `It is brought up by Compose only (${file}). Hand in an up.sh with the docker commands: with Compose, it does not count.`,
  noInstructions: (why: string) => `Careful: the grader would not know how to bring it up. ${why}`,
  addScript: 'Write the docker commands into a file up.sh in that folder, and submit it again.',
  verifying: 'Looking at how it stands on your engine, for the report…',
  standing: (earned: number, possible: number, bonus: number) =>
    `The report goes along: ${earned} of ${possible} points${bonus > 0 ? `, and ${bonus} beyond` : ''}. What counts is what the grader sees when it runs your work.`,
  withoutReport: (why: string) => `It goes without a report: ${why} That changes nothing in your grade.`,
  leftOut: (list: string) => `Left out: ${list}.`,
  linksLeftOut: (list: string) => `Links that lead out of the folder were left out: ${list}.`,
  written: (file: string, count: number, size: string) =>
    `Wrote ${file}: ${count === 1 ? 'one file' : `${count} files`}, ${size}. Hand in this file.`,
};

const ptBR: typeof en = {
  submit: 'empacota o seu trabalho em um desafio, com o relatório, em um só arquivo para quem corrige',
  folder: 'a sua pasta do desafio; por padrão, a que `lab start` criou',
  out: 'onde gravar; por padrão, um arquivo na pasta atual com o nome do desafio',
  force: 'grava por cima do arquivo, se ele existir',

  noFolder: folder => `A pasta “${folder}” não existe.`,
  notAFolder: folder => `“${folder}” não é uma pasta.`,
  startOrName: (start, submit) => `Comece com ${start}, ou indique a sua pasta: ${submit}`,
  nothingIn: folder => `Não há nada para entregar em “${folder}”.`,
  tooBig: (size, most) => `O seu trabalho é grande demais para entregar: ${size}, e o máximo é ${most}.`,
  biggest: list => `Os maiores arquivos são: ${list}.`,
  moveThem: 'Tire da pasta o que não é preciso para construir e executar a solução.',
  tooMany: most => `Há mais de ${most} arquivos na pasta.`,
  exists: file => `“${file}” já existe.`,
  isFolder: file => `“${file}” é uma pasta.`,
  otherOut: command => `Indique outro arquivo: ${command}`,
  overwrite: file => `“${file}” já existe. Gravar por cima?`,
  notWritten: 'Nada foi gravado.',
  cannotWrite: file => `Não dá para gravar “${file}”.`,

  broughtUpBy: file => `A solução será colocada no ar por ${file}.`,
  readmeIsRead: file => `A solução será colocada no ar pelos comandos docker de ${file}.`,
  willBeRefused: what =>
    `Atenção: o ambiente da correção vai recusar ${what}. O que um contêiner precisa dos seus arquivos, monte a partir da própria pasta (-v "$PWD/arquivo:/caminho:ro").`,
  composeOnly: file =>
    `A solução só sobe com o Compose (${file}). Entregue um up.sh com os comandos docker: com o Compose, não vale.`,
  noInstructions: why => `Atenção: a correção não saberia como colocar a solução no ar. ${why}`,
  addScript: 'Escreva os comandos docker em um arquivo up.sh nessa pasta e entregue de novo.',
  verifying: 'Conferindo como a solução está no seu engine, para o relatório…',
  standing: (earned, possible, bonus) =>
    `O relatório vai junto: ${earned} de ${possible} pontos${bonus > 0 ? `, e mais ${bonus} de bônus` : ''}. O que vale é o que a correção vê ao executar o seu trabalho.`,
  withoutReport: why => `Vai sem relatório: ${why} Isso não muda em nada a sua nota.`,
  leftOut: list => `Ficou de fora: ${list}.`,
  linksLeftOut: list => `Links que levam para fora da pasta ficaram de fora: ${list}.`,
  written: (file, count, size) =>
    `Gravado em ${file}: ${count === 1 ? 'um arquivo' : `${count} arquivos`}, ${size}. Entregue este arquivo.`,
};

/** What `lab submit` says. */
export const submitMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
