import type { Translations } from '../../base/language.ts';
import type { Outcome } from '../result.ts';

const en = {
  pageTitle: (name: string) => `Feedback for ${name}`,
  greeting: (name: string) => `Hello, ${name}!`,
  intro: (title: string) =>
    title === ''
      ? 'This is what was found when your work was built, started and watched, and what to do next.'
      : `This is what was found when your work for “${title}” was built, started and watched, and what to do next.`,
  yourGrade: 'Your grade',
  grade: (final: string, possible: string) => `${final} of ${possible} points`,
  open: 'not told yet',
  provisional:
    'Something could not be told this time, so this grade is not final. It does not count against you: your instructor looks at it.',
  penalty: (points: string, reason: string) =>
    `${points} points less for handing in late${reason === '' ? '.' : `: ${reason}`}`,
  override: (earned: string) =>
    `Your instructor has set this grade by hand. What was counted before, with any penalty, was ${earned} points.`,
  comment: 'From your instructor',
  allMet: 'Everything that is required is met. Well done!',
  restMet: 'Everything that is required and could be told is met.',
  closeToIt: 'Most of it is there already. Begin with the first objective that is not met; the others often follow.',
  someMet: 'Some of it is there already. Take one objective at a time: each says which command to begin with.',
  noneMet:
    'Nothing counts as met yet, and that is where everybody begins. Each objective says which command comes first.',
  nothingIn: 'Nothing was handed in so far. Where that is a surprise, ask your instructor which file arrived.',
  contents: 'Challenges',
  challenge: 'Challenge',
  result: 'Result',
  points: 'Points',
  worth: (earned: string, possible: string) => `${earned} of ${possible} ${possible === '1' ? 'point' : 'points'}`,
  extra: (points: string) => `${points} bonus`,
  bonus: 'bonus',
  worthAtMost: (points: string) => (points === '1' ? 'worth 1 point' : `worth ${points} points`),
  outcome: {
    graded: 'looked at',
    'script-failed': 'the script ended with an error',
    'timed-out': 'the time was up',
    refused: 'not allowed in the sandbox',
    'compose-only': 'only Compose',
    'no-instructions': 'no instructions found',
    'not-submitted': 'not handed in',
    unknown: 'could not tell',
  } satisfies Record<Outcome, string>,
  complete: 'all met',
  partly: (met: number, of: number) => `${met} of ${of} met`,
  advice: {
    graded: '',
    'script-failed':
      'What was there counts. Put right the command that failed, and run the script again in a fresh terminal.',
    'timed-out':
      'What was there counts. A container that serves belongs in the background: `docker run --detach …`. A wait needs an end.',
    refused:
      'The sandbox gives no access to the machine that it runs on. No challenge needs it: networks, named volumes and published ports are enough.',
    'compose-only':
      'Here you do by hand what Compose does for you, so that you see what it does. Write each step as a `docker` command, in a file such as `up.sh`.',
    'no-instructions':
      'Write down the `docker` commands that bring your work up, one after the other, in a file `up.sh` beside your Dockerfiles.',
    'not-submitted': 'It can still be learned from: the objectives below say what it asks for.',
    unknown: 'We could not tell, and that is not your fault. Your instructor looks at it; it is not a zero.',
  } satisfies Record<Outcome, string>,
  failingCommand: (code: number | undefined) =>
    `The command that failed${code === undefined ? '' : `, exit code ${code}`}`,
  lastLines: 'From its output',
  leftRunning: 'These commands did not end by themselves, so they were left running, and the script went on',
  refusals: 'What the sandbox did not allow',
  instructions: (file: string) => `Brought up by \`${file}\``,
  asks: 'What it asks for',
  logs: (container: string) => `Log of ${container}`,
  roles: 'Which container was taken for what',
  remarks: 'How your work was read',
  role: (title: string, name: string, because: string) => `${title}: \`${name}\`. ${because}`,
  roleOpen: (title: string, because: string) => `${title}: none. ${because}`,
  made: (at: string, version: string) => `Made by Estaleiro ${version} on ${at}.`,
};

const ptBR: typeof en = {
  pageTitle: name => `Retorno para ${name}`,
  greeting: name => `Olá, ${name}!`,
  intro: title =>
    title === ''
      ? 'Aqui está o que encontramos ao construir, iniciar e observar o seu trabalho, e o que fazer a seguir.'
      : `Aqui está o que encontramos ao construir, iniciar e observar o seu trabalho em “${title}”, e o que fazer a seguir.`,
  yourGrade: 'Sua nota',
  grade: (final, possible) => `${final} de ${possible} pontos`,
  open: 'ainda sem resposta',
  provisional:
    'Algo não pôde ser verificado desta vez, então esta nota ainda não é definitiva. Isso não conta contra você: quem dá a disciplina vai olhar.',
  penalty: (points, reason) => `${points} pontos a menos por entrega em atraso${reason === '' ? '.' : `: ${reason}`}`,
  override: earned =>
    `Esta nota foi definida à mão por quem dá a disciplina. A contagem anterior, já com desconto se houve, era de ${earned} pontos.`,
  comment: 'De quem dá a disciplina',
  allMet: 'Tudo o que é obrigatório foi cumprido. Muito bem!',
  restMet: 'Tudo o que é obrigatório e pôde ser verificado foi cumprido.',
  closeToIt: 'A maior parte já está aí. Comece pelo primeiro objetivo que falta; muitas vezes os outros vêm junto.',
  someMet: 'Uma parte já está aí. Siga um objetivo por vez: cada um diz com que comando começar.',
  noneMet: 'Nada conta como cumprido ainda, e é daí que todo mundo parte. Cada objetivo diz qual comando vem primeiro.',
  nothingIn:
    'Nada foi entregue até agora. Se isso for uma surpresa, pergunte a quem dá a disciplina que arquivo chegou.',
  contents: 'Desafios',
  challenge: 'Desafio',
  result: 'Resultado',
  points: 'Pontos',
  worth: (earned, possible) => `${earned} de ${possible} ${possible === '1' ? 'ponto' : 'pontos'}`,
  extra: points => `${points} de bônus`,
  bonus: 'bônus',
  worthAtMost: points => (points === '1' ? 'vale 1 ponto' : `vale ${points} pontos`),
  outcome: {
    graded: 'verificado',
    'script-failed': 'o script terminou com erro',
    'timed-out': 'o tempo acabou',
    refused: 'não permitido no sandbox',
    'compose-only': 'só Compose',
    'no-instructions': 'instruções não encontradas',
    'not-submitted': 'não entregue',
    unknown: 'sem resposta',
  },
  complete: 'tudo cumprido',
  partly: (met, of) => (met === 1 ? `1 de ${of} cumprido` : `${met} de ${of} cumpridos`),
  advice: {
    graded: '',
    'script-failed':
      'O que já existia conta. Corrija o comando que falhou e rode o script de novo em um terminal limpo.',
    'timed-out':
      'O que já existia conta. Um contêiner que atende pedidos roda em segundo plano: `docker run --detach …`. E toda espera precisa de um fim.',
    refused:
      'O sandbox não dá acesso à máquina em que ele roda. Nenhum desafio precisa disso: redes, volumes nomeados e portas publicadas bastam.',
    'compose-only':
      'Aqui você faz à mão o que o Compose faz por você, para ver o que ele faz. Escreva cada passo como um comando `docker`, em um arquivo como `up.sh`.',
    'no-instructions':
      'Escreva os comandos `docker` que põem o seu trabalho no ar, um depois do outro, em um arquivo `up.sh` ao lado dos seus Dockerfiles.',
    'not-submitted': 'Ainda dá para aprender com ele: os objetivos abaixo dizem o que é pedido.',
    unknown: 'Não conseguimos verificar, e isso não é culpa sua. Quem dá a disciplina vai olhar; não é um zero.',
  },
  failingCommand: code => `O comando que falhou${code === undefined ? '' : `, código de saída ${code}`}`,
  lastLines: 'Da saída dele',
  leftRunning: 'Estes comandos não terminavam sozinhos; ficaram rodando, e o script seguiu em frente',
  refusals: 'O que o sandbox não permitiu',
  instructions: file => `Iniciado por \`${file}\``,
  asks: 'O que é pedido',
  logs: container => `Log de ${container}`,
  roles: 'Que contêiner foi tomado por quê',
  remarks: 'Como o seu trabalho foi lido',
  role: (title, name, because) => `${title}: \`${name}\`. ${because}`,
  roleOpen: (title, because) => `${title}: nenhum. ${because}`,
  made: (at, version) => `Feito pelo Estaleiro ${version} em ${at}.`,
};

/** The words of a student's feedback. */
export const gradeFeedbackMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
