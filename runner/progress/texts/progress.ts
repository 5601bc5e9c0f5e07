import type { Translations } from '../../base/language.ts';
import type { ChallengeState } from '../progress.ts';
import type { Reason } from '../progress-store.ts';

const en = {
  state: { new: 'not begun', begun: 'begun', done: 'done' } satisfies Record<ChallengeState, string>,
  columns: {
    number: 'N',
    title: 'Title',
    state: 'State',
    points: 'Points',
    objectives: 'Met',
    hints: 'Hints',
    time: 'Time',
  },
  earned: (earned: number, possible: number, bonus: number) =>
    `${earned} of ${possible}${bonus === 0 ? '' : ` +${bonus}`}`,
  ofAll: (met: number, all: number) => `${met} of ${all}`,
  /** Minutes are whole. */
  time: (minutes: number) =>
    minutes === 0 ? '< 1 min' : minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`,
  noTime: '–',
  total: (done: number, all: number, earned: number, possible: number) =>
    `${done} of ${all} done, ${earned} of ${possible} points`,
  keptIn: (file: string) => `Kept in ${file}`,

  damaged: (file: string, problem: string) =>
    `Your saved progress could not be read. ${problem} It was set aside, as it is, in ${file}, and the lab begins a new one.`,
  newer: (file: string) =>
    `Your progress was saved by a newer version of the lab. It was set aside, as it is, in ${file}; this version begins a new one.`,
  bringBack: (command: string) => `Once it can be read again, this adds it to what there is: ${command}`,
  notSaved: (file: string, reason: string) => `Your progress is not saved in ${file}: ${reason}. All else works.`,
  reason: (reason: Reason) => (reason.kind === 'busy' ? 'another lab has been saving for too long' : reason.message),
  fixSaving: 'Make room, or a place that can be written to: LAB_STATE_DIR=FOLDER lab',
  moreProblems: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),

  fileExists: (file: string) => `“${file}” already exists, so nothing was written.`,
  cannotWrite: (file: string) => `“${file}” could not be written.`,
  exported: (file: string) => `Your progress was written to ${file}`,
  cannotRead: (file: string) => `“${file}” could not be read.`,
  standardInput: 'standard input',
  notProgress: (file: string) => `“${file}” is not progress of this lab. Nothing was changed.`,
  fromNewer: (file: string, schema: string) =>
    `“${file}” comes from a newer version of the lab (${schema}). Nothing was changed.`,
  updateLab: 'Update this checkout (git pull, npm ci), then import it again.',
  tooManyPoints: (challenge: string, points: number, full: number) =>
    `challenges.${challenge}.best says ${points} points, where ${full} is the most there is`,
  nothingNew: 'There is nothing in it that was not known already.',
  imported: 'What is new:',
  replaced: 'Your progress is now the one in the file.',
  change: {
    points: (from: number, to: number) => `${from} → ${to} points`,
    bonus: (from: number, to: number) => `bonus ${from} → ${to}`,
    state: (from: string, to: string) => `${from} → ${to}`,
    objectives: (count: number) => (count === 1 ? 'one more objective' : `${count} more objectives`),
    hints: (count: number) => (count === 1 ? 'one more hint asked for' : `${count} more hints asked for`),
    time: (from: string, to: string) => `time ${from} → ${to}`,
    solution: 'the solution was seen',
    other: 'dates',
  },
  unknownHere: (id: string) => `${id} (not in this lab; kept all the same)`,

  nothingToReset: 'There is nothing to reset.',
  willForget: 'This will be forgotten:',
  resetQuestion: 'Reset it? [y/N]',
  resetNeedsYes: 'Nobody is there to ask whether this is really meant, so nothing was changed.',
  resetIsMeant: (command: string) => `If it is: ${command}`,
  notReset: 'Nothing was changed.',
  reset: 'Done: this begins anew. Your containers, networks, volumes and files are as they were.',
  backup: (file: string, command: string) => `What was there before is kept in ${file}\nTo add it again: ${command}`,
};

const ptBR: typeof en = {
  state: { new: 'não iniciado', begun: 'iniciado', done: 'concluído' },
  columns: {
    number: 'N',
    title: 'Título',
    state: 'Situação',
    points: 'Pontos',
    objectives: 'Objetivos',
    hints: 'Dicas',
    time: 'Tempo',
  },
  earned: (earned, possible, bonus) => `${earned} de ${possible}${bonus === 0 ? '' : ` +${bonus}`}`,
  ofAll: (met, all) => `${met} de ${all}`,
  time: minutes =>
    minutes === 0 ? '< 1 min' : minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`,
  noTime: '–',
  total: (done, all, earned, possible) =>
    `${done} de ${all} ${done === 1 ? 'concluído' : 'concluídos'}, ${earned} de ${possible} pontos`,
  keptIn: file => `Guardado em ${file}`,

  damaged: (file, problem) =>
    `Não foi possível ler o seu progresso salvo. ${problem} Ele foi posto de lado, como está, em ${file}, e o laboratório começa um novo.`,
  newer: file =>
    `O seu progresso foi salvo por uma versão mais nova do laboratório. Ele foi posto de lado, como está, em ${file}; esta versão começa um novo.`,
  bringBack: command => `Quando ele puder ser lido de novo, isto o soma ao que existe: ${command}`,
  notSaved: (file, reason) => `O seu progresso não está sendo salvo em ${file}: ${reason}. Todo o resto funciona.`,
  reason: reason => (reason.kind === 'busy' ? 'outro laboratório está salvando há tempo demais' : reason.message),
  fixSaving: 'Libere espaço ou indique um lugar em que se possa gravar: LAB_STATE_DIR=PASTA lab',
  moreProblems: count => (count === 1 ? 'e mais um' : `e mais ${count}`),

  fileExists: file => `“${file}” já existe, por isso nada foi gravado.`,
  cannotWrite: file => `Não foi possível gravar “${file}”.`,
  exported: file => `O seu progresso foi gravado em ${file}`,
  cannotRead: file => `Não foi possível ler “${file}”.`,
  standardInput: 'entrada padrão',
  notProgress: file => `“${file}” não é um progresso deste laboratório. Nada foi alterado.`,
  fromNewer: (file, schema) => `“${file}” vem de uma versão mais nova do laboratório (${schema}). Nada foi alterado.`,
  updateLab: 'Atualize este checkout (git pull, npm ci) e importe de novo.',
  tooManyPoints: (challenge, points, full) =>
    `challenges.${challenge}.best indica ${points} pontos, mas o máximo é ${full}`,
  nothingNew: 'Não há nada nele que já não se soubesse.',
  imported: 'O que há de novo:',
  replaced: 'O seu progresso agora é o do arquivo.',
  change: {
    points: (from, to) => `${from} → ${to} pontos`,
    bonus: (from, to) => `bônus ${from} → ${to}`,
    state: (from, to) => `${from} → ${to}`,
    objectives: count => (count === 1 ? 'mais um objetivo' : `mais ${count} objetivos`),
    hints: count => (count === 1 ? 'mais uma dica pedida' : `mais ${count} dicas pedidas`),
    time: (from, to) => `tempo ${from} → ${to}`,
    solution: 'a solução foi vista',
    other: 'datas',
  },
  unknownHere: id => `${id} (não existe neste laboratório; guardado mesmo assim)`,

  nothingToReset: 'Não há nada a reiniciar.',
  willForget: 'Isto será esquecido:',
  resetQuestion: 'Reiniciar? [s/N]',
  resetNeedsYes: 'Não há ninguém a quem perguntar se é isso mesmo, por isso nada foi alterado.',
  resetIsMeant: command => `Se for: ${command}`,
  notReset: 'Nada foi alterado.',
  reset: 'Pronto: isso recomeça do zero. Os seus contêineres, redes, volumes e arquivos continuam como estavam.',
  backup: (file, command) => `O que havia antes está guardado em ${file}\nPara somar de novo: ${command}`,
};

/** What is said about the learner's progress. */
export const progressMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
/** The messages of one language. */
export type ProgressMessages = typeof en;
