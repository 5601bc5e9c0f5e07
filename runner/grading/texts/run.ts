import type { Translations } from '../../base/language.ts';
import type { Outcome } from '../../gradebook/result.ts';
import type { Phase } from '../phase.ts';

const en = {
  // Before the run
  notAFolder: (folder: string) => `“${folder}” is not a folder that can be read.`,
  notAFolderNext: 'Name the folder that has a folder or an archive for each submission: lab grade turma',
  nothingToGrade: (folder: string) => `There are no submissions in “${folder}”.`,
  nothingToGradeWhy:
    'Each submission is a folder, .zip, .tar, .tar.gz or .tgz of its own, named after the student or the team.',
  noSuchSubmission: (ids: string) => `There is no submission called ${ids}.`,
  submissionsAre: (ids: string) => `There are: ${ids}.`,
  andMore: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
  noSuchFile: (option: string, file: string) => `${option}: “${file}” cannot be read.`,
  outIsInside: (folder: string) => `The grades cannot be kept in “${folder}”: that is among the submissions.`,
  outIsInsideNext: 'Choose a folder elsewhere with --out, or none for the one beside the class.',
  outIsAnothers: (folder: string) => `“${folder}” has files in it that are not from here, so nothing is written there.`,
  outIsAnothersWhy: (names: string) => `Found there: ${names}.`,
  outIsAnothersNext: 'Choose an empty folder, or one that does not exist yet, with --out.',
  outIsNewer: (folder: string) => `“${folder}” was written by a newer version of the lab, so nothing is written there.`,
  outIsNewerNext: 'Update this checkout (git pull, npm ci), or choose another folder with --out.',
  outCannotBeWritten: (folder: string) => `Nothing can be written in “${folder}”.`,
  outIsBusy: (folder: string) => `Another lab is grading into “${folder}” now.`,
  outIsBusyNext: 'Wait until it is done, or choose another folder with --out.',
  reading: (folder: string) => `Reading the submissions in ${folder}`,
  toGrade: (submissions: number, toRun: number, kept: number, jobs: number) =>
    `${submissions === 1 ? 'One submission' : `${submissions} submissions`}: ${toRun === 0 ? 'nothing to grade' : `${toRun} to grade, ${jobs === 1 ? 'one' : jobs} at a time`}${kept === 0 ? '' : `; ${kept} known from before`}.`,
  remark: (id: string, text: string) => `${id}: ${text}`,
  setAside: (file: string, why: 'damaged' | 'newer') =>
    why === 'damaged'
      ? `A result could not be read. It is kept as it is in ${file}, and this work is graded anew.`
      : `A result is from a newer version of the lab. It is kept as it is in ${file}, and this work is graded anew.`,

  // While it runs
  phase: {
    opening: 'opening an engine',
    running: 'running the script',
    checking: 'checking',
    disturbing: 'stopping services for a moment',
    closing: 'tidying up',
  } satisfies Record<Phase, string>,
  head: (done: number, total: number) => `${done} of ${total} done`,
  unmet: (count: number) => `${count} with something missing`,
  unknown: (count: number) => `${count} unknown`,
  left: (time: string) => `about ${time} left`,
  moreRunning: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  points: (earned: number, possible: number) => `${earned} of ${possible} points`,
  rerunGoesOn: 'The rerun that was stopped goes on: what it has graded already stays.',
  machineFails: (count: number) => `${count} in a row failed by the machine’s fault, so grading was stopped.`,
  machineFailsNext:
    'Put that right, then run the same command again; --rerun-unknown tries again what could not be told.',
  cannotKeep: 'A result could not be kept, so grading was stopped.',
  cannotReport: (folder: string) => `The reports could not be written in “${folder}”. The results are kept.`,
  cannotKeepNext: 'Make room there, then run the same command again: what is done already stays.',
  shellUsage: 'A shell is for one part: lab grade DIR --shell ID N, with the student’s id and the challenge’s number.',
  noPart: (id: string, number: number) => `“${id}” has handed in nothing for challenge ${number}.`,
  nothingToRun: (id: string, number: number) => `What “${id}” handed in for challenge ${number} is not run.`,
  composeHasNoShell: 'All is left to Compose, which no sandbox has.',
  runningFor: (id: string, number: number, file: string) => `Running ${file} of “${id}”, challenge ${number}…`,
  shellOpen: (ending: string) =>
    `The script has ended (${ending}). Here is a shell in its sandbox, with the student’s files: look with docker ps, docker logs, curl. exit removes all of it.`,
  noDockerCommand: 'There is no docker command here to open a shell with.',
  stopped: (done: number, total: number) =>
    `What was graded in this run, ${done} of ${total}, is kept; the same command goes on from there.`,

  // Afterwards
  columns: { submission: 'Submission', points: 'Points', look: 'What to look at' },
  outcome: {
    graded: '',
    'script-failed': 'script failed',
    'timed-out': 'timed out',
    refused: 'refused',
    'compose-only': 'only Compose',
    'no-instructions': 'no instructions',
    'not-submitted': 'not submitted',
    unknown: 'unknown',
  } satisfies Record<Outcome, string>,
  unreadable: 'could not be read',
  unknowns: (count: number) =>
    `${count === 1 ? 'One work' : `${count} works`} could not be told. That is no fault of the student’s, and no zero: please look.`,
  tryAgain: 'To try them again:',
  notGraded: 'not graded yet',
  notYet: (count: number, ids: string) =>
    `${count === 1 ? 'One submission was' : `${count} submissions were`} left out of this run, though not all of it was graded yet, or it has changed since: ${ids}`,
  gradeThem: 'To grade what is left:',
  reportsIn: (folder: string) => `Reports: ${folder}`,
  wasEdited: (file: string, kept: string) => `${file} was changed by hand. That is kept in ${kept}.`,
  similarPairs: (count: number) =>
    count === 0
      ? 'No two submissions have conspicuously alike code.'
      : `${count === 1 ? 'One pair of submissions has' : `${count} pairs of submissions have`} code that is alike: see the report. It is a place to look, and no more.`,
};

const ptBR: typeof en = {
  notAFolder: folder => `“${folder}” não é uma pasta que se possa ler.`,
  notAFolderNext: 'Indique a pasta que tem uma pasta ou um arquivo compactado por entrega: lab grade turma',
  nothingToGrade: folder => `Não há entregas em “${folder}”.`,
  nothingToGradeWhy: 'Cada entrega é uma pasta, .zip, .tar, .tar.gz ou .tgz, com o nome do estudante ou da equipe.',
  noSuchSubmission: ids => `Não há entrega com o nome ${ids}.`,
  submissionsAre: ids => `As que existem: ${ids}.`,
  andMore: count => (count === 1 ? 'e mais uma' : `e mais ${count}`),
  noSuchFile: (option, file) => `${option}: não é possível ler “${file}”.`,
  outIsInside: folder => `As notas não podem ficar em “${folder}”: essa pasta está entre as entregas.`,
  outIsInsideNext: 'Escolha outra pasta com --out, ou nenhuma, para usar a que fica ao lado da turma.',
  outIsAnothers: folder => `“${folder}” tem arquivos que não são daqui, por isso nada é gravado lá.`,
  outIsAnothersWhy: names => `Encontrados lá: ${names}.`,
  outIsAnothersNext: 'Escolha com --out uma pasta vazia, ou uma que ainda não exista.',
  outIsNewer: folder => `“${folder}” foi gravada por uma versão mais nova do laboratório, por isso nada é gravado lá.`,
  outIsNewerNext: 'Atualize este checkout (git pull, npm ci) ou escolha outra pasta com --out.',
  outCannotBeWritten: folder => `Não é possível gravar em “${folder}”.`,
  outIsBusy: folder => `Outro laboratório está gravando notas em “${folder}” agora.`,
  outIsBusyNext: 'Espere até que ele termine ou escolha outra pasta com --out.',
  reading: folder => `Lendo as entregas em ${folder}`,
  toGrade: (submissions, toRun, kept, jobs) =>
    `${submissions === 1 ? 'Uma entrega' : `${submissions} entregas`}: ${toRun === 0 ? 'nada a avaliar' : `${toRun} a avaliar, ${jobs === 1 ? 'um por vez' : `${jobs} por vez`}`}${kept === 0 ? '' : kept === 1 ? '; 1 já conhecido' : `; ${kept} já conhecidos`}.`,
  remark: (id, text) => `${id}: ${text}`,
  setAside: (file, why) =>
    why === 'damaged'
      ? `Não foi possível ler um resultado. Ele fica guardado, como está, em ${file}, e esse trabalho é avaliado de novo.`
      : `Um resultado é de uma versão mais nova do laboratório. Ele fica guardado, como está, em ${file}, e esse trabalho é avaliado de novo.`,

  phase: {
    opening: 'abrindo um engine',
    running: 'executando o script',
    checking: 'conferindo',
    disturbing: 'parando serviços por um momento',
    closing: 'arrumando tudo',
  },
  head: (done, total) => `${done} de ${total} ${total === 1 ? 'pronto' : 'prontos'}`,
  unmet: count => `${count} com algo faltando`,
  unknown: count => (count === 1 ? '1 indefinido' : `${count} indefinidos`),
  left: time => `faltam uns ${time}`,
  moreRunning: count => (count === 1 ? 'e mais um' : `e mais ${count}`),
  seconds: count => `${count} s`,
  minutes: count => `${count} min`,
  hours: (hours, minutes) => `${hours} h ${minutes} min`,
  points: (earned, possible) => `${earned} de ${possible} pontos`,
  rerunGoesOn: 'Continua a reavaliação que tinha sido interrompida: o que ela já avaliou fica.',
  machineFails: count => `${count} seguidas falharam por culpa da máquina, por isso a avaliação parou.`,
  machineFailsNext:
    'Resolva isso e execute o mesmo comando de novo; --rerun-unknown tenta de novo o que não foi possível dizer.',
  cannotKeep: 'Não foi possível guardar um resultado, por isso a avaliação parou.',
  cannotReport: folder => `Não foi possível gravar os relatórios em “${folder}”. Os resultados estão guardados.`,
  cannotKeepNext: 'Libere espaço e execute o mesmo comando de novo: o que já está pronto fica.',
  shellUsage: 'O shell é de uma parte só: lab grade DIR --shell ID N, com o id do estudante e o número do desafio.',
  noPart: (id, number) => `“${id}” não entregou nada para o desafio ${number}.`,
  nothingToRun: (id, number) => `O que “${id}” entregou para o desafio ${number} não é executado.`,
  composeHasNoShell: 'Tudo fica com o Compose, que nenhum ambiente isolado tem.',
  runningFor: (id, number, file) => `Executando ${file} de “${id}”, desafio ${number}…`,
  shellOpen: ending =>
    `O script terminou (${ending}). Aqui está um shell no ambiente dele, com os arquivos do estudante: olhe com docker ps, docker logs, curl. exit remove tudo.`,
  noDockerCommand: 'Não há um comando docker aqui com que abrir um shell.',
  stopped: (done, total) =>
    `O que foi avaliado nesta execução, ${done} de ${total}, fica guardado; o mesmo comando continua dali.`,

  columns: { submission: 'Entrega', points: 'Pontos', look: 'O que olhar' },
  outcome: {
    graded: '',
    'script-failed': 'script falhou',
    'timed-out': 'tempo esgotado',
    refused: 'recusado',
    'compose-only': 'só Compose',
    'no-instructions': 'sem instruções',
    'not-submitted': 'não entregue',
    unknown: 'indefinido',
  },
  unreadable: 'não pôde ser lida',
  unknowns: count =>
    `${count === 1 ? 'Um trabalho ficou' : `${count} trabalhos ficaram`} sem resultado. Não é culpa do estudante, nem nota zero: por favor, olhe.`,
  tryAgain: 'Para tentar de novo:',
  notGraded: 'ainda não avaliado',
  notYet: (count, ids) =>
    `${count === 1 ? 'Uma entrega ficou' : `${count} entregas ficaram`} fora desta execução, mas nem tudo já foi avaliado, ou mudou desde então: ${ids}`,
  gradeThem: 'Para avaliar o que falta:',
  reportsIn: folder => `Relatórios: ${folder}`,
  wasEdited: (file, kept) => `${file} tinha sido alterado à mão. O que havia está guardado em ${kept}.`,
  similarPairs: count =>
    count === 0
      ? 'Não há duas entregas com código visivelmente parecido.'
      : `${count === 1 ? 'Um par de entregas tem' : `${count} pares de entregas têm`} código parecido: veja o relatório. É um lugar para olhar, e nada mais.`,
};

/** What `lab grade` says before, during and after its run. */
export const gradeRunMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
/** The messages of one language. */
export type GradeRunMessages = typeof en;
