import type { Translations } from '../../base/language.ts';

const en = {
  // Errors, whatever the command
  next: 'What to do:',
  ourBug: (message: string) =>
    `This is our bug, not your mistake: ${message}. Nothing that you made was touched on purpose. Run the same command again with LAB_DEBUG=1 in front of it to see the details, and please report them.`,
  interrupted: 'Interrupted.',

  // list
  number: 'N',
  title: 'Title',
  points: 'Points',
  withBonus: (points: number, bonus: number) => (bonus === 0 ? `${points}` : `${points} (+${bonus})`),
  earned: 'Earned',
  listNext: (number: number) => `To begin: lab start ${number}`,

  // start
  notEmpty: (folder: string) => `“${folder}” already exists and is not empty, so nothing was copied.`,
  notAFolder: (path: string) => `“${path}” exists and is not a folder, so nothing was copied.`,
  otherFolder: (command: string) => `Choose another folder: ${command}`,
  cannotWrite: (folder: string) => `The files could not be copied to “${folder}”.`,
  noStarter: (folder: string) => `The starting files are missing: “${folder}”.`,
  restoreCheckout: 'Restore the files of this checkout (git status shows what is missing).',
  started: (title: string, folder: string) => `“${title}” is ready in ${folder}`,
  startedNext: (folder: string, brief: string, number: number) =>
    `Next:\n  cd ${folder}\n  read ${brief}\n  lab verify ${number}    to see what is still missing\n  lab hint ${number}      when you are stuck`,

  // --bind
  bindShape: (given: string) => `“${given}” is not ROLE=NAME.`,
  bindRole: (role: string) => `There is no role “${role}” in this challenge.`,
  bindTwice: (role: string) => `The role “${role}” was given twice.`,
  bindContainer: (name: string) => `There is no container “${name}” on the engine.`,
  rolesAre: (roles: string) => `The roles are: ${roles}.`,
  containersAre: (names: string) => `The containers are: ${names}.`,
  noContainers: 'There is no container on the engine yet.',
  bindVolume: (name: string) => `There is no volume “${name}” on the engine.`,
  volumesAre: (names: string) => `The volumes are: ${names}.`,
  noVolumes: 'There is no volume on the engine yet.',
  bindExample: (command: string) => `For example: ${command}`,

  // verify
  cannotWriteFile: (file: string) => `The report could not be written to “${file}”.`,
  reportWritten: (file: string) => `The report is in ${file}`,
  watching: 'Watching the engine. Ctrl-C ends it.',
  waitsForOthers: 'Another lab on this engine is trying an outage just now; waiting for it to end…',
  engineLost: (message: string) => `The engine does not answer (${message}); trying again…`,
  lookFailed: (message: string) => `This check did not succeed (${message}); trying again…`,
  engineBack: 'The engine answers again.',
  engineFailed: 'The engine did not do what it was asked.',
  seeDoctor: 'See what is wrong with it: lab doctor',
  verdicts: { pass: 'passed', fail: 'not yet', blocked: 'waits', unknown: 'could not tell' },

  // hint
  allDone: (title: string) => `Every objective of “${title}” has passed. There is nothing left to hint at.`,
  hintFor: (title: string) => `Objective: ${title}`,
  hintLevel: { '1': 'The idea', '2': 'The Docker feature', '3': 'The command' },
  moreHint: (command: string) => `More: ${command}`,
  hintWithoutEngine: 'Your progress could not be checked, so this is the hint for the first objective.',
  cannotTellObjective: (observed: string) => `This objective could not be checked: ${observed}`,

  // up, down
  step: (index: number, count: number) => `Step ${index} of ${count}`,
  upAgain: 'It was already up: that was removed first.',
  upDone: (number: number) =>
    `The reference solution runs. Check it: lab verify ${number}   Remove it: lab down ${number}`,
  taken: (names: string) => `These names are already in use on the engine, by something that is not ours: ${names}`,
  takenWhy: 'The reference solution needs them. Nothing was touched.',
  takenNext: (command: string) => `If you no longer need it: ${command}`,
  noDocker: 'The docker command was not found.',
  noDockerWhy: 'The reference solution is run with the plain docker command, as you would do it.',
  stepFailed: (command: string) => `A step failed: ${command}`,
  cleanedUp: 'What this run had made was removed.',
  notCleanedUp: 'What this run had made could not be removed.',
  removeLater: (command: string) => `Remove it when the engine answers again: ${command}`,
  kinds: { container: 'container', network: 'network', volume: 'volume' },
  removed: (kind: string, name: string) => `Removed ${kind} ${name}`,
  nothingToRemove: 'Nothing to remove: the reference solution is not up.',
};

const ptBR: typeof en = {
  next: 'O que fazer:',
  ourBug: message =>
    `Isto é um defeito nosso, não um erro seu: ${message}. Nada do que você criou foi alterado de propósito. Execute o mesmo comando de novo com LAB_DEBUG=1 na frente para ver os detalhes e, por favor, nos avise.`,
  interrupted: 'Interrompido.',

  number: 'N',
  title: 'Título',
  points: 'Pontos',
  withBonus: (points, bonus) => (bonus === 0 ? `${points}` : `${points} (+${bonus})`),
  earned: 'Obtidos',
  listNext: number => `Para começar: lab start ${number}`,

  notEmpty: folder => `“${folder}” já existe e não está vazia; por isso, nada foi copiado.`,
  notAFolder: path => `“${path}” existe e não é uma pasta; por isso, nada foi copiado.`,
  otherFolder: command => `Escolha outra pasta: ${command}`,
  cannotWrite: folder => `Não foi possível copiar os arquivos para “${folder}”.`,
  noStarter: folder => `Faltam os arquivos iniciais: “${folder}”.`,
  restoreCheckout: 'Restaure os arquivos deste repositório (git status mostra o que falta).',
  started: (title, folder) => `“${title}” está pronto em ${folder}`,
  startedNext: (folder, brief, number) =>
    `Em seguida:\n  cd ${folder}\n  leia ${brief}\n  lab verify ${number}    para ver o que ainda falta\n  lab hint ${number}      quando precisar de uma dica`,

  bindShape: given => `“${given}” não tem a forma PAPEL=NOME.`,
  bindRole: role => `O papel “${role}” não existe neste desafio.`,
  bindTwice: role => `O papel “${role}” foi indicado duas vezes.`,
  bindContainer: name => `O contêiner “${name}” não existe no engine.`,
  rolesAre: roles => `Os papéis são: ${roles}.`,
  containersAre: names => `Os contêineres são: ${names}.`,
  noContainers: 'Ainda não há nenhum contêiner no engine.',
  bindVolume: name => `O volume “${name}” não existe no engine.`,
  volumesAre: names => `Os volumes são: ${names}.`,
  noVolumes: 'Ainda não há nenhum volume no engine.',
  bindExample: command => `Por exemplo: ${command}`,

  cannotWriteFile: file => `Não foi possível escrever o relatório em “${file}”.`,
  reportWritten: file => `O relatório está em ${file}`,
  watching: 'Observando o engine. Ctrl-C encerra.',
  waitsForOthers: 'Outro lab neste engine está testando uma queda neste momento; esperando que termine…',
  engineLost: message => `O engine não responde (${message}); tentando de novo…`,
  lookFailed: message => `Esta verificação não deu certo (${message}); tentando de novo…`,
  engineBack: 'O engine voltou a responder.',
  engineFailed: 'O engine não fez o que foi pedido.',
  seeDoctor: 'Veja o que há de errado com ele: lab doctor',
  verdicts: { pass: 'cumprido', fail: 'ainda não', blocked: 'aguarda', unknown: 'não foi possível saber' },

  allDone: title => `Todos os objetivos de “${title}” foram cumpridos. Não há mais dicas a dar.`,
  hintFor: title => `Objetivo: ${title}`,
  hintLevel: { '1': 'A ideia', '2': 'O recurso do Docker', '3': 'O comando' },
  moreHint: command => `Mais: ${command}`,
  hintWithoutEngine: 'Não foi possível conferir o seu progresso; por isso, esta é a dica do primeiro objetivo.',
  cannotTellObjective: observed => `Não foi possível conferir este objetivo: ${observed}`,

  step: (index, count) => `Passo ${index} de ${count}`,
  upAgain: 'A solução já estava no ar: ela foi removida antes.',
  upDone: number =>
    `A solução de referência está no ar. Para conferir: lab verify ${number}   Para remover: lab down ${number}`,
  taken: names => `Estes nomes já estão em uso no engine, por algo que não é nosso: ${names}`,
  takenWhy: 'A solução de referência precisa deles. Nada foi alterado.',
  takenNext: command => `Se você não precisa mais disso: ${command}`,
  noDocker: 'O comando docker não foi encontrado.',
  noDockerWhy: 'A solução de referência é executada só com o comando docker, como você faria.',
  stepFailed: command => `Um passo falhou: ${command}`,
  cleanedUp: 'O que esta execução havia criado foi removido.',
  notCleanedUp: 'Não foi possível remover o que esta execução havia criado.',
  removeLater: command => `Remova quando o engine voltar a responder: ${command}`,
  kinds: { container: 'contêiner', network: 'rede', volume: 'volume' },
  removed: (kind, name) => `Removido: ${kind} ${name}`,
  nothingToRemove: 'Nada a remover: a solução de referência não está no ar.',
};

/** What the commands say around their results, and how errors are told. */
export const commandMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
