import type { outcomes as en } from '../../en/findings/outcomes.ts';

const seconds = (ms: number) => Math.round(ms / 1000);

export const outcomes: typeof en = {
  'outcome.compose-only': ({ file }) =>
    `As únicas instruções, em ${file}, são do Compose. Este desafio é sobre fazer à mão o que o Compose faz, então nada foi executado.`,
  'outcome.compose-ran': ({ file, command }) =>
    `${file} deixa tudo com o Compose: ${command}. Este desafio é sobre fazer à mão o que o Compose faz, então nada foi verificado.`,
  'outcome.script-failed': ({ file, exitCode, command }) =>
    `${file} terminou com o código de saída ${exitCode ?? '?'}${command === '' ? '' : ` em: ${command}`}. O que já existia foi verificado.`,
  'outcome.timed-out': ({ file, ms }) =>
    `${file} ainda trabalhava depois de ${seconds(ms)} s e foi encerrado. O que já existia foi verificado.`,
  'outcome.too-much-output': ({ file }) =>
    `${file} escreveu mais do que se pode guardar e foi encerrado. O que já existia foi verificado.`,
  'outcome.out-of-memory': ({ file }) =>
    `${file} precisou de mais memória do que há para ele e foi encerrado. O que já existia foi verificado.`,
  'outcome.refused': ({ file, refusal }) =>
    `${file} pediu algo que o sandbox não permite: ${refusal} O que já existia foi verificado.`,

  'fault.unreachable':
    'Um registro de imagens ou um índice de pacotes não pôde ser alcançado daqui. A falha é da máquina.',
  'fault.needs-buildkit':
    'O Dockerfile precisa do BuildKit, e o sandbox constrói com o construtor clássico. A falha é da máquina.',
  'fault.no-tool': ({ tool }) =>
    `O script chama \`${tool}\`, que o shell da avaliação não tem. Isso é culpa do avaliador.`,
  'fault.too-busy': ({ ms }) =>
    `A máquina da correção estava ocupada demais: o próprio laboratório ficou parado por ${seconds(ms)} s, sem poder olhar. A falha é da máquina.`,
  'fault.twice': ({ reason }) => `A máquina ou o verificador falhou, duas vezes: ${reason}`,

  'fault.over-time': ({ ms }) => `A verificação demorou mais de ${seconds(ms)} s.`,
  'fault.grading': ({ reason }) => `A avaliação falhou, sem culpa do trabalho: ${reason}`,
  'fault.hung': 'não foi possível encerrá-la.',
  'fault.submission-time': ({ ms }) =>
    `O tempo para a entrega toda, ${Math.round(ms / 60_000)} min, acabou. A nota fica em aberto: alguém precisa olhar.`,
  'fault.merge-conflict': ({ folders }) =>
    `As pastas que foram juntadas dizem coisas diferentes disto: ${folders.join(', ')}.`,
  'fault.not-graded-yet': 'Isto ainda não foi avaliado, ou mudou desde então.',
  'fault.said': ({ reason }) => reason,
};
