import type { submissions as en } from '../../en/findings/submissions.ts';

/** Por que um objetivo de uma entrega não foi verificado. */
export const submissions: typeof en = {
  'submission.not-submitted': 'Nada foi entregue para este desafio.',
  'submission.no-instructions': ({ because }) => `Nada foi executado. ${because}`,
  'submission.compose-only': ({ file }) => `As únicas instruções, em ${file}, são do Compose.`,
  'submission.not-run': 'Nada foi colocado no ar à mão, então não havia o que olhar.',
  'submission.expected': ({ title }) => `Depois de executadas as instruções: ${title}.`,
  'submission.not-told': ({ reason }) => `Não foi possível dizer: ${reason}`,
  'submission.seen-before': ({ command }) =>
    `Visto antes de \`${command}\`: o que estava cumprido ali vale, porque depois disso o script só fez a limpeza.`,
  'submission.platform-left-out': ({ platform }) =>
    `Esta máquina não é do tipo \`${platform}\`: --platform foi deixado de fora.`,
  'submission.no-tool': ({ tool }) =>
    `O shell da avaliação não tem \`${tool}\`, que o script chama: o que ele faria não foi feito.`,
  'submission.unknown': ({ reason }) => reason,
  'submission.other-plan': ({ file, points, others }) =>
    `Foram tentadas várias maneiras de colocar a solução no ar, como a entrega as traz. ${file} foi a que chegou mais longe (${points} pontos) e é a que vale; outras: ${others}.`,
  'submission.first-plan': ({ file, points, others }) =>
    `Vale ${file} (${points} pontos). Como nem tudo subiu, outras maneiras que a entrega traz também foram tentadas e não chegaram mais longe: ${others}.`,
};
