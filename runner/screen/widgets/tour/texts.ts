import type { Translations } from '../../../base/language.ts';

const en = {
  // The question before the solution is shown
  ask: {
    title: 'Show the solution?',
    text: 'This shows the reference solution, one command at a time. Hints (`h`) give less away.',
    answer: 'Press `s` again to see it, or `Esc` to go on by yourself.',
  },

  // The page
  title: (number: number, title: string) => `Solution ${number}, step by step · ${title}`,
  step: (index: number, count: number) => `step ${index} of ${count}`,
  edited: 'changed by you',
  outcome: {
    none: 'not run yet',
    running: 'running',
    done: 'done',
    failed: 'failed',
    earlier: 'done earlier',
  },
  output: 'What docker said',
  scrolledBack: (above: number, below: number) =>
    `${[above > 0 ? `↑ ${above}` : '', below > 0 ? `↓ ${below}` : ''].filter(Boolean).join(' ')} more`,
  silent: 'It has said nothing so far.',
  running: (seconds: number) => `running for ${seconds} s`,
  exit: (code: number) => (code === 0 ? 'ended well (exit code 0)' : `failed with exit code ${code}`),
  ended: 'was ended before it was done',
  refused: 'was not run',
  stop: '`x` ends it.',
  stopping: 'Ending it…',
  runIt: '`Enter` runs it on your engine. `e` changes it first.',
  next: (step: number) => `\`Enter\` goes on to step ${step}.`,
  earlier: 'This step was done by an earlier run of the solution.',
  afterFailure:
    '`e` changes the command, `Enter` runs it again. If you have done this step in another way, `→` goes on without it.',
  turned: (title: string, points: string) => `turned green: ${title} ${points}`,
  turnedMany: (count: number) => `turned green: ${count} objectives`,
  turnedNone: 'No objective has turned green by this step alone so far; later steps build on it.',
  turnedNoneLast: 'No objective has turned green by this step so far. Checks that make requests take some seconds.',
  looking: 'Looking at what is on the engine…',
  removing: 'Removing what the tour made…',
  taken: 'Names that the solution needs are in use on the engine, by something that the tour did not make:',
  takenNext:
    'Nothing has been run or touched. If you no longer need them, remove them, then press `Enter` to look again:',
  earlierThere: 'An earlier run of this solution is still there:',
  earlierNext:
    '`Enter` goes on from where it ended. `r` begins anew: it removes these, and nothing that the lab did not make.',
  failed: 'It did not work:',
  failedNext: '`Enter` tries again.',
  removed: 'Removed:',
  nothingToRemove: 'There was nothing to remove.',
  removedNext: 'Images stay: they make the next run quick. `Enter` begins again at step 1.',
  finished: 'All steps are done.',
  allGreen: 'Every required objective is green.',
  stillChecking: (titles: string) => `Not green yet: ${titles}. Checks that make requests take some seconds.`,
  bonusLeft: (title: string, disturbs: boolean) =>
    `A bonus is left: ${title}.${disturbs ? ' To try it, go back with `Esc` and press `d`.' : ''}`,
  finishedNext: '`x` removes all that the tour made. Or leave it running and look around: `Esc`.',
  leftBehind: (number: number) =>
    `What the tour made for challenge ${number} still runs. Remove it: lab down ${number}`,
  editKeys: '`Enter` takes the change, `Esc` drops it.',
  outOfOrder: (step: number) =>
    `Step ${step} has not been run, and later steps build on it. \`Enter\` runs this one all the same.`,
  busy: (step: number) => `Step ${step} still runs. Wait for it, or end it with \`x\`.`,
  fault: {
    empty: 'There is no command here. `Esc` brings the old one back.',
    'not-docker':
      'Each step is one docker command: it has to begin with `docker`, and go on with what docker is to do.',
    'open-quote': 'A quote is opened and not closed.',
    needsShell: (character: string) =>
      `\`${character}\` needs a shell, and steps run without one. Put it in single quotes, or type the command in the shell pane.`,
    optionFirst: (option: string) =>
      `\`${option}\` stands before docker’s command. The tour runs on the lab’s engine: leave it out.`,
    noLabel: (verb: string) =>
      `\`docker ${verb}\` makes things that the tour could not remove again. Type it in the shell pane, if you want it.`,
  },

  // Checks that disturb
  disrupt: {
    title: 'Try outages?',
    nothing: 'No objective of this challenge needs anything of yours to be disturbed: everything is checked already.',
    nothingTitle: 'No outages to try here',
    intro: 'To check this, the lab has to disturb a container of yours for a moment:',
    restart: (container: string) =>
      `Restarts \`${container}\`, as \`docker restart ${container}\` does, and watches whether it is found again.`,
    stop: (container: string) =>
      `Stops \`${container}\` for some seconds, sends requests meanwhile, starts it again, and sends some more.`,
    afterwards: 'Afterwards it runs again, whatever happens: also if you leave, or the lab is ended.',
    answer: 'Press `d` again to do it. Any other key: not.',
    cannot: 'As things are, it cannot be done:',
    close: 'Press `Esc`.',
    running: 'trying outages…',
    obstacle: {
      nobody: (role: string) => `No container plays ${role} yet.`,
      several: (role: string) => `Several containers could be ${role}. Say which: \`=\` on the map (\`m\`).`,
      guessed: (role: string, container: string) =>
        `\`${container}\` was taken for ${role} by what it does, not by its name, and the lab disturbs nothing on a guess. Say that it is: \`=\` on the map (\`m\`).`,
      'would-be-gone': (container: string) =>
        `\`${container}\` was run with \`--rm\`: once stopped, it would be gone. Run it without.`,
      needs: (title: string) => `This has to be met first: ${title}.`,
    },
  },

  // Hints
  hints: {
    none: 'This one is met: no hint is needed.',
    offer: [
      'Stuck? `h` gives a hint: first the idea only.',
      'Still stuck? `h` names the Docker feature.',
      '`h` shows the command.',
    ],
    tryIt: '`d` tries it: first it says what would be done.',
    command: 'This command gets you on from here.',
    typeIt: '`x` runs it in the shell for you.',
    noCommand: 'No command is known to help here. The brief (`b`) may.',
  },
};

const ptBR: typeof en = {
  ask: {
    title: 'Mostrar a solução?',
    text: 'Isto mostra a solução de referência, um comando de cada vez. As dicas (`h`) revelam menos.',
    answer: 'Aperte `s` de novo para vê-la, ou `Esc` para continuar por conta própria.',
  },

  title: (number, title) => `Solução ${number}, passo a passo · ${title}`,
  step: (index, count) => `passo ${index} de ${count}`,
  edited: 'mudado por você',
  outcome: {
    none: 'ainda não executado',
    running: 'executando',
    done: 'feito',
    failed: 'falhou',
    earlier: 'feito antes',
  },
  output: 'O que o docker disse',
  scrolledBack: (above, below) =>
    `mais ${[above > 0 ? `↑ ${above}` : '', below > 0 ? `↓ ${below}` : ''].filter(Boolean).join(' ')}`,
  silent: 'Até agora, ele não disse nada.',
  running: seconds => `executando há ${seconds} s`,
  exit: code => (code === 0 ? 'terminou bem (código de saída 0)' : `falhou com o código de saída ${code}`),
  ended: 'foi encerrado antes de terminar',
  refused: 'não foi executado',
  stop: '`x` o encerra.',
  stopping: 'Encerrando…',
  runIt: '`Enter` o executa no seu engine. `e` permite mudá-lo antes.',
  next: step => `\`Enter\` segue para o passo ${step}.`,
  earlier: 'Este passo foi feito por uma execução anterior da solução.',
  afterFailure:
    '`e` muda o comando, `Enter` o executa de novo. Se você já fez este passo de outro jeito, `→` segue sem ele.',
  turned: (title, points) => `ficou verde: ${title} ${points}`,
  turnedMany: count => `ficaram verdes: ${count} objetivos`,
  turnedNone: 'Até agora, nenhum objetivo ficou verde só com este passo; os próximos se apoiam nele.',
  turnedNoneLast:
    'Até agora, nenhum objetivo ficou verde com este passo. As verificações que fazem requisições levam alguns segundos.',
  looking: 'Olhando o que há no engine…',
  removing: 'Removendo o que o passo a passo criou…',
  taken: 'Nomes de que a solução precisa estão em uso no engine, por algo que o passo a passo não criou:',
  takenNext:
    'Nada foi executado nem alterado. Se você não precisa mais disso, remova e aperte `Enter` para olhar de novo:',
  earlierThere: 'Uma execução anterior desta solução ainda está no ar:',
  earlierNext:
    '`Enter` continua de onde ela parou. `r` recomeça: remove isto, e nada que o laboratório não tenha criado.',
  failed: 'Não deu certo:',
  failedNext: '`Enter` tenta de novo.',
  removed: 'Removido:',
  nothingToRemove: 'Não havia nada a remover.',
  removedNext: 'As imagens ficam: elas tornam a próxima vez mais rápida. `Enter` recomeça no passo 1.',
  finished: 'Todos os passos estão feitos.',
  allGreen: 'Todos os objetivos obrigatórios estão verdes.',
  stillChecking: titles =>
    `Ainda não está verde: ${titles}. As verificações que fazem requisições levam alguns segundos.`,
  bonusLeft: (title, disturbs) =>
    `Ainda há um bônus: ${title}.${disturbs ? ' Para tentá-lo, volte com `Esc` e aperte `d`.' : ''}`,
  finishedNext: '`x` remove tudo o que o passo a passo criou. Ou deixe no ar e olhe em volta: `Esc`.',
  leftBehind: number =>
    `O que o passo a passo criou para o desafio ${number} continua no ar. Para remover: lab down ${number}`,
  editKeys: '`Enter` aceita a mudança, `Esc` a descarta.',
  outOfOrder: step =>
    `O passo ${step} não foi executado, e os seguintes se apoiam nele. \`Enter\` executa este mesmo assim.`,
  busy: step => `O passo ${step} ainda está em execução. Espere por ele, ou encerre-o com \`x\`.`,
  fault: {
    empty: 'Não há comando aqui. `Esc` traz o anterior de volta.',
    'not-docker': 'Cada passo é um comando docker: ele começa com `docker` e continua com o que o docker deve fazer.',
    'open-quote': 'Há aspas abertas que não foram fechadas.',
    needsShell: character =>
      `\`${character}\` precisa de um shell, e os passos são executados sem um. Ponha-o entre aspas simples, ou digite o comando no painel do terminal.`,
    optionFirst: option =>
      `\`${option}\` está antes do comando do docker. O passo a passo usa o engine do laboratório: tire essa opção.`,
    noLabel: verb =>
      `\`docker ${verb}\` cria coisas que o passo a passo não saberia remover. Digite-o no painel do terminal, se quiser.`,
  },

  disrupt: {
    title: 'Testar quedas?',
    nothing: 'Nenhum objetivo deste desafio precisa perturbar algo seu: tudo já é verificado.',
    nothingTitle: 'Aqui não há quedas a testar',
    intro: 'Para verificar isto, o laboratório precisa perturbar por um instante um contêiner seu:',
    restart: container =>
      `Reinicia \`${container}\`, como faz \`docker restart ${container}\`, e observa se ele é encontrado de novo.`,
    stop: container =>
      `Para \`${container}\` por alguns segundos, faz requisições enquanto isso, inicia-o de novo e faz mais algumas.`,
    afterwards:
      'Depois ele volta a funcionar, aconteça o que acontecer: mesmo se você sair ou o laboratório for encerrado.',
    answer: 'Aperte `d` de novo para fazer isso. Qualquer outra tecla: não.',
    cannot: 'Do jeito que está, não é possível:',
    close: 'Aperte `Esc`.',
    running: 'testando quedas…',
    obstacle: {
      nobody: role => `Ainda não há contêiner para ${role}.`,
      several: role => `Mais de um contêiner poderia ser ${role}. Diga qual: \`=\` no mapa (\`m\`).`,
      guessed: (role, container) =>
        `\`${container}\` foi reconhecido como ${role} pelo que faz, não pelo nome, e o laboratório não perturba nada por palpite. Diga que é ele: \`=\` no mapa (\`m\`).`,
      'would-be-gone': container =>
        `\`${container}\` foi executado com \`--rm\`: uma vez parado, deixaria de existir. Execute-o sem essa opção.`,
      needs: title => `Isto precisa ser cumprido antes: ${title}.`,
    },
  },

  hints: {
    none: 'Este objetivo está cumprido: não é preciso dica.',
    offer: [
      'Travou? `h` dá uma dica: primeiro, só a ideia.',
      'Ainda travado? `h` diz qual é o recurso do Docker.',
      '`h` mostra o comando.',
    ],
    tryIt: '`d` faz o teste: antes, diz o que seria feito.',
    command: 'Este comando faz você avançar daqui.',
    typeIt: '`x` o executa no terminal para você.',
    noCommand: 'Não há comando conhecido que ajude aqui. O enunciado (`b`) talvez ajude.',
  },
};

/** What the guided tour, the hints and the question before a disturbance say on the screen. */
export const tourMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
