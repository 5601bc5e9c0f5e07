import type { Translations } from '../../base/language.ts';

const en = {
  // author check
  noDefinition: (folder: string) => `“${folder}” has no challenge.ts, so there is no challenge in it.`,
  nameAnother: (numbers: string) => `Name a folder that has one, or one of the lab's own by its number: ${numbers}.`,
  beginOne: 'To begin one: lab author new --help',
  noSabotage: (name: string) => `There is no sabotage “${name}” in what is to be checked.`,
  sabotagesAre: (names: string) => `The sabotages are: ${names}.`,
  problem: (challenge: string, text: string) => `✖ ${challenge}: ${text}`,
  notProven: (challenge: string) =>
    `${challenge} was not tried on the engine: what is told above has to be repaired first.`,
  proving: (challenge: string, script: string) => `… ${challenge} ${script}`,
  heads: ['', 'CHALLENGE', 'SCRIPT', 'IS TO FAIL', 'FAILED', 'SECONDS'] as readonly string[],
  something: 'something',
  nothing: 'nothing',
  notRun: 'could not be run',
  problems: (count: number) => `${count} ${count === 1 ? 'problem' : 'problems'} in the files, listed above.`,
  allHolds: 'Everything holds.',

  // author new
  badNumber: (given: string) => `“${given}” is no number for a challenge.`,
  numbersAre: 'It has to be a whole number from 1 to 99.',
  badName: (given: string) => `“${given}” is no name for a challenge.`,
  namesAre: 'Use small letters and digits, words joined by hyphens, beginning with a letter: readers-and-writers.',
  badRole: (given: string) => `“${given}” is no name for a role.`,
  rolesAre: 'Use small letters and digits, two or more, words joined by hyphens: reader.',
  roleTwice: (role: string) => `The role “${role}” is there twice.`,
  rolesCount: (given: number, least: number, most: number) =>
    `A challenge begins with ${least} to ${most} roles, and ${given} ${given === 1 ? 'was' : 'were'} given.`,
  rolesExample: (command: string) => `For example: ${command}`,
  numberTaken: (number: number, folder: string) =>
    `Challenge ${number} is there already: ${folder}. Nothing was written.`,
  nameTaken: (name: string, folder: string) => `The name “${name}” is taken by ${folder}. Nothing was written.`,
  fileTaken: (file: string) => `“${file}” is there already. Nothing was written.`,
  removeIt: 'Take it away if nobody needs it, or choose another number.',
  nextFree: (number: number) => `The next number that is free is ${number}.`,
  cannotWrite: (folder: string) => `The challenge could not be written to “${folder}”.`,
  isWritten: (folder: string) => `The challenge is in ${folder}:`,
  whatFirst: (role: string) =>
    `The role “${role}” serves HTTP, and the others call it. Solution, starter and sabotages work as they are: make yours of them.`,
  addToCatalogue: (lines: string) => `challenges/catalogue.ts could not be changed. Add these lines to it:\n${lines}`,
  nextSteps: (number: number) =>
    `Next:\n  npm run fix\n  replace every TODO (lab author check lists them)\n  choose what is looked at: docs/checks.md\n  npm run lab -- author check ${number}`,
};

const ptBR: typeof en = {
  noDefinition: folder => `“${folder}” não tem um challenge.ts e, portanto, não contém um desafio.`,
  nameAnother: numbers => `Indique uma pasta que tenha um, ou um dos desafios do laboratório pelo número: ${numbers}.`,
  beginOne: 'Para começar um: lab author new --help',
  noSabotage: name => `Não há nenhuma sabotagem “${name}” no que deve ser verificado.`,
  sabotagesAre: names => `As sabotagens são: ${names}.`,
  problem: (challenge, text) => `✖ ${challenge}: ${text}`,
  notProven: challenge => `${challenge} não foi testado no engine: antes é preciso consertar o que está dito acima.`,
  proving: (challenge, script) => `… ${challenge} ${script}`,
  heads: ['', 'DESAFIO', 'SCRIPT', 'DEVE REPROVAR', 'REPROVOU', 'SEGUNDOS'],
  something: 'algo',
  nothing: 'nada',
  notRun: 'não pôde ser executado',
  problems: count => `${count} ${count === 1 ? 'problema' : 'problemas'} nos arquivos, listados acima.`,
  allHolds: 'Tudo confere.',

  badNumber: given => `“${given}” não serve como número de desafio.`,
  numbersAre: 'Precisa ser um número inteiro de 1 a 99.',
  badName: given => `“${given}” não serve como nome de desafio.`,
  namesAre: 'Use letras minúsculas e dígitos, palavras unidas por hífen, começando com uma letra: readers-and-writers.',
  badRole: given => `“${given}” não serve como nome de papel.`,
  rolesAre: 'Use letras minúsculas e dígitos, dois ou mais, palavras unidas por hífen: reader.',
  roleTwice: role => `O papel “${role}” aparece duas vezes.`,
  rolesCount: (given, least, most) => `Um desafio começa com ${least} a ${most} papéis; aqui há ${given}.`,
  rolesExample: command => `Por exemplo: ${command}`,
  numberTaken: (number, folder) => `O desafio ${number} já existe: ${folder}. Nada foi escrito.`,
  nameTaken: (name, folder) => `O nome “${name}” já é de ${folder}. Nada foi escrito.`,
  fileTaken: file => `“${file}” já existe. Nada foi escrito.`,
  removeIt: 'Tire-o dali, se ninguém precisar dele, ou escolha outro número.',
  nextFree: number => `O próximo número livre é ${number}.`,
  cannotWrite: folder => `Não foi possível gravar o desafio em “${folder}”.`,
  isWritten: folder => `O desafio está em ${folder}:`,
  whatFirst: role =>
    `O papel “${role}” atende HTTP, e os outros o chamam. Solução, ponto de partida e sabotagens já funcionam: parta deles para fazer os seus.`,
  addToCatalogue: lines => `Não foi possível alterar challenges/catalogue.ts. Acrescente estas linhas:\n${lines}`,
  nextSteps: number =>
    `A seguir:\n  npm run fix\n  troque cada TODO (lab author check lista todos)\n  escolha o que é verificado: docs/checks.md\n  npm run lab -- author check ${number}`,
};

/** What is said to those who write challenges; what is wrong with one is said in `findings/authoring.ts`. */
export const authorMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
