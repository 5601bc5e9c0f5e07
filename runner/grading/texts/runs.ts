import type { Translations } from '../../base/language.ts';
import type { Conflict } from '../runs/merge-runs.ts';
import type { ChangeReason } from '../runs/run-changes.ts';

const en = {
  noEarlier: 'There is no earlier run to compare with: results are kept from this one on.',
  noChanges: (at: string) => `Nothing has changed since the run of ${at}.`,
  changes: (at: string, students: number) =>
    `Changed since the run of ${at}, for ${students === 1 ? 'one student' : `${students} students`}:`,
  points: (from: string, to: string) => `${from} → ${to} points`,
  nobody: 'not there',
  notLooked: 'not graded',
  whole: 'the whole',
  ran: 'ran to its end',
  why: {
    submission: 'the submission has changed',
    grader: 'the lab has changed',
    machine: 'same submission and same lab: the machine',
    first: 'one of the runs had not looked at it',
    book: 'nothing was seen differently: rubric, roster or overrides',
  } satisfies Record<ChangeReason, string>,

  oneFolder: 'lab grade takes one folder with submissions.',
  oneFolderNext: 'To put output folders of several machines together: lab grade --merge OUT1 OUT2 --out ALL',
  mergeTwo: '--merge takes at least two output folders of lab grade.',
  noRun: (folder: string) => `“${folder}” has no run of lab grade in it that can be read.`,
  noRunNext: 'Name the folder that lab grade has written, with .lab in it; grade there once with this version.',
  merged: (folders: number, submissions: number) => `${folders} folders: ${submissions} submissions.`,
  graders: 'These folders were graded by different versions of the lab: grades are comparable only within one.',
  conflict: (submission: string, challenge: number, folders: string) => `${submission} · ${challenge}: ${folders}`,
  conflicts: (count: number) =>
    `${count === 1 ? 'One part is' : `${count} parts are`} told differently by several folders, and so could not be told. Set the grade in overrides.json, or merge without one of the folders:`,
  conflictWhy: {
    submission: 'other files were handed in',
    grader: 'another version of the lab',
    machine: 'same files, same lab',
  } satisfies Record<Conflict['why'], string>,
};

const ptBR: typeof en = {
  noEarlier: 'Não há execução anterior com que comparar: os resultados ficam guardados a partir desta.',
  noChanges: at => `Nada mudou desde a execução de ${at}.`,
  changes: (at, students) =>
    `Mudou desde a execução de ${at}, para ${students === 1 ? 'um estudante' : `${students} estudantes`}:`,
  points: (from, to) => `${from} → ${to} pontos`,
  nobody: 'não estava',
  notLooked: 'não avaliado',
  whole: 'o todo',
  ran: 'executado até o fim',
  why: {
    submission: 'a entrega mudou',
    grader: 'o laboratório mudou',
    machine: 'mesma entrega e mesmo laboratório: a máquina',
    first: 'uma das execuções não tinha olhado',
    book: 'nada foi visto de outro modo: rubrica, lista da turma ou ajustes',
  },

  oneFolder: 'lab grade recebe uma pasta com entregas.',
  oneFolderNext: 'Para juntar pastas de saída de várias máquinas: lab grade --merge SAIDA1 SAIDA2 --out TUDO',
  mergeTwo: '--merge recebe pelo menos duas pastas de saída de lab grade.',
  noRun: folder => `“${folder}” não tem uma execução de lab grade que se possa ler.`,
  noRunNext: 'Indique a pasta que lab grade gravou, com .lab dentro; avalie lá uma vez com esta versão.',
  merged: (folders, submissions) => `${folders} pastas: ${submissions} entregas.`,
  graders: 'Estas pastas foram avaliadas por versões diferentes do laboratório: notas só se comparam dentro de uma.',
  conflict: (submission, challenge, folders) => `${submission} · ${challenge}: ${folders}`,
  conflicts: count =>
    `${count === 1 ? 'Uma parte é' : `${count} partes são`} contadas de modo diferente por várias pastas e por isso ficaram sem resposta. Defina a nota em overrides.json, ou junte sem uma das pastas:`,
  conflictWhy: {
    submission: 'outros arquivos foram entregues',
    grader: 'outra versão do laboratório',
    machine: 'mesmos arquivos, mesmo laboratório',
  },
};

/** What `lab grade --compare` and `lab grade --merge` say. */
export const gradeRunsMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
