import type { Translations } from './language.ts';

const seconds = (ms: number) => Math.round(ms / 1000);

const en = {
  notSubmitted: 'Nothing was handed in for this challenge.',
  noInstructions: (because: string) => `Nothing was run. ${because}`,
  composeOnly: (file: string) =>
    `The only instructions, in ${file}, are Compose's. This challenge is about doing by hand what Compose does, so nothing was run.`,
  composeRan: (file: string, command: string) =>
    `${file} leaves everything to Compose: ${command}. This challenge is about doing by hand what Compose does, so nothing was looked at.`,
  handIn: (number: number) => `lab start ${number}`,
  scriptFailed: (file: string, exitCode: number | undefined, command: string) =>
    `${file} ended with exit code ${exitCode ?? '?'}${command === '' ? '' : ` at: ${command}`}. What was there by then was looked at.`,
  timedOut: (file: string, ms: number) =>
    `${file} was still at work after ${seconds(ms)} s and was ended. What was there by then was looked at.`,
  tooMuchOutput: (file: string) =>
    `${file} wrote more than can be kept and was ended. What was there by then was looked at.`,
  outOfMemory: (file: string) =>
    `${file} needed more memory than there is for it and was ended. What was there by then was looked at.`,
  refused: (file: string, refusal: string) =>
    `${file} asked for something that the sandbox does not allow: ${refusal} What was there by then was looked at.`,
  unreachable: 'A registry or a package index could not be reached from here. That is the machine’s fault.',
  needsBuildKit:
    'The Dockerfile needs BuildKit, and the sandbox builds with the classic builder. That is the machine’s fault.',
  tooBusy: (ms: number) =>
    `The grading machine was too busy: the lab itself stood still for ${seconds(ms)} s, in which it could not look. That is the machine’s fault.`,
  fault: (reason: string) => `The machine or the checker failed, twice: ${reason}`,
  checkerFault: 'Something could not be told, on a second try on a fresh engine either.',
  bindIgnored: (role: string, name: string) =>
    `lab.json says that ${name} plays ${role}, but nothing of that name was there.`,
  overTime: (ms: number) => `Judging it took longer than ${seconds(ms)} s.`,
};

const ptBR: typeof en = {
  notSubmitted: 'Nada foi entregue para este desafio.',
  noInstructions: because => `Nada foi executado. ${because}`,
  composeOnly: file =>
    `As únicas instruções, em ${file}, são do Compose. Este desafio é sobre fazer à mão o que o Compose faz, então nada foi executado.`,
  composeRan: (file, command) =>
    `${file} deixa tudo com o Compose: ${command}. Este desafio é sobre fazer à mão o que o Compose faz, então nada foi verificado.`,
  handIn: number => `lab start ${number}`,
  scriptFailed: (file, exitCode, command) =>
    `${file} terminou com o código de saída ${exitCode ?? '?'}${command === '' ? '' : ` em: ${command}`}. O que já existia foi verificado.`,
  timedOut: (file, ms) =>
    `${file} ainda trabalhava depois de ${seconds(ms)} s e foi encerrado. O que já existia foi verificado.`,
  tooMuchOutput: file =>
    `${file} escreveu mais do que se pode guardar e foi encerrado. O que já existia foi verificado.`,
  outOfMemory: file =>
    `${file} precisou de mais memória do que há para ele e foi encerrado. O que já existia foi verificado.`,
  refused: (file, refusal) =>
    `${file} pediu algo que o sandbox não permite: ${refusal} O que já existia foi verificado.`,
  unreachable: 'Um registro de imagens ou um índice de pacotes não pôde ser alcançado daqui. A falha é da máquina.',
  needsBuildKit:
    'O Dockerfile precisa do BuildKit, e o sandbox constrói com o construtor clássico. A falha é da máquina.',
  tooBusy: ms =>
    `A máquina da correção estava ocupada demais: o próprio laboratório ficou parado por ${seconds(ms)} s, sem poder olhar. A falha é da máquina.`,
  fault: reason => `A máquina ou o verificador falhou, duas vezes: ${reason}`,
  checkerFault: 'Algo não pôde ser dito, nem em uma segunda tentativa em um engine novo.',
  bindIgnored: (role, name) => `O lab.json diz que ${name} faz o papel ${role}, mas não havia nada com esse nome.`,
  overTime: ms => `A verificação demorou mais de ${seconds(ms)} s.`,
};

/** What became of a work, in sentences. */
export const gradeWorkMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
