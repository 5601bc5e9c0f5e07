import type { Translations } from '../../base/language.ts';

const en = {
  grade: 'grade a class: each submission on a throwaway engine of its own',
  classFolder: 'the folder with the submissions: a folder, .zip, .tar, .tar.gz or .tgz for each student or team',
  out: 'where grades and reports go; by default a folder beside the class, with -grades after its name',
  onlyChallenge: 'grade this challenge only; can be given several times',
  only: 'run this submission only, the others stay as they are; can be given several times',
  jobs: 'how many to grade at once; by default as many as cores and memory allow',
  timeout: 'how long a script may take; by default 300',
  settle: 'how long after the script what is looked for may take to come true; by default 30',
  rerun: 'grade again also what has not changed',
  rerunUnknown: 'grade again what could not be told',
  preload: 'a file of images, as `docker save` writes it, for a room without internet; can be given several times',
  rubric: 'weights and penalties; by default rubric.json beside the grades or the submissions, where there is one',
  roster:
    'which folder belongs to whom; by default roster.csv beside the grades or the submissions, where there is one',
  overrides: 'grades and comments set by hand; by default overrides.json beside the grades, where there is one',
  worksheet: 'Moodle’s grading worksheet of the assignment, as downloaded: moodle.csv is it, with the grades',
  compare: 'say what has changed since the run before, student by student and objective by objective, and why',
  merge: 'grade nothing: put output folders of several machines together, into one set of reports',
  anonymous: 'write reports without names; key.csv says who is who',
  similarity: 'also look for pairs of submissions with code that is alike',
  shell: 'after it, a challenge’s number: run that part in a sandbox and open a shell there; nothing is judged or kept',
  plan: 'only say who is who and what would be run, and what would not and why: no engine is needed, nothing is written',
  examples:
    'What was graded is kept as it comes: Ctrl-C stops, and the same command goes on from there.\n\nExamples:\n  lab grade class\n  lab grade class --challenge 1 --challenge 2 --jobs 4\n  lab grade class --only ana-souza --rerun\n  lab grade class --rerun-unknown\n  lab grade class --plan\n  lab grade class --json > grades.json\n  lab grade --merge half-a half-b --out all',
  exitCodes: 'Exit codes: 0 all graded, whatever the grades; 2 wrong usage; 3 something could not be told.',

  notACount: (option: string, value: string, most: number) =>
    `${option} takes a whole number from 1 to ${most}, not “${value}”.`,
};

const ptBR: typeof en = {
  grade: 'avalia uma turma: cada entrega em um engine descartável só dela',
  classFolder: 'a pasta com as entregas: uma pasta, .zip, .tar, .tar.gz ou .tgz para cada estudante ou equipe',
  out: 'onde ficam notas e relatórios; por padrão, uma pasta ao lado da turma, com -grades depois do nome',
  onlyChallenge: 'avalia só este desafio; pode ser usada várias vezes',
  only: 'executa só esta entrega, as outras ficam como estão; pode ser usada várias vezes',
  jobs: 'quantos avaliar por vez; por padrão, quantos os núcleos e a memória permitirem',
  timeout: 'quanto tempo um script pode levar; por padrão, 300',
  settle: 'depois do script, quanto tempo o que se confere pode levar para se cumprir; por padrão, 30',
  rerun: 'avalia de novo também o que não mudou',
  rerunUnknown: 'avalia de novo o que ficou indefinido',
  preload: 'um arquivo de imagens, como `docker save` o grava, para uma sala sem internet; pode ser usada várias vezes',
  rubric: 'pesos e descontos; por padrão, rubric.json ao lado das notas ou das entregas, se existir',
  roster: 'de quem é cada pasta; por padrão, roster.csv ao lado das notas ou das entregas, se existir',
  overrides: 'notas e comentários postos à mão; por padrão, overrides.json ao lado das notas, se existir',
  worksheet: 'a planilha de notas da tarefa, como baixada do Moodle: moodle.csv é ela, com as notas',
  compare: 'diz o que mudou desde a execução anterior, por estudante e por objetivo, e por quê',
  merge: 'não avalia nada: junta pastas de saída de várias máquinas em um só conjunto de relatórios',
  anonymous: 'grava relatórios sem nomes; key.csv diz quem é quem',
  similarity: 'procura também pares de entregas com código parecido',
  shell:
    'depois dele, o número do desafio: executa a parte em um ambiente isolado e abre um shell ali; nada é avaliado nem guardado',
  plan: 'só diz quem é quem, o que seria executado, e o que não seria e por quê: não precisa de engine e não grava nada',
  examples:
    'O que foi avaliado é guardado na hora: Ctrl-C interrompe, e o mesmo comando continua dali.\n\nExemplos:\n  lab grade turma\n  lab grade turma --challenge 1 --challenge 2 --jobs 4\n  lab grade turma --only ana-souza --rerun\n  lab grade turma --rerun-unknown\n  lab grade turma --plan\n  lab grade turma --json > notas.json\n  lab grade --merge metade-a metade-b --out tudo',
  exitCodes:
    'Códigos de saída: 0 tudo avaliado, sejam quais forem as notas; 2 uso incorreto; 3 algo não pôde ser dito.',

  notACount: (option, value, most) => `${option} é um número inteiro de 1 a ${most}, e não “${value}”.`,
};

/** What the help says of `lab grade`. */
export const parseGradeMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
