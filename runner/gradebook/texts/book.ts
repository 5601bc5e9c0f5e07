import type { Translations } from '../../base/language.ts';

/** `1 d 2 h`, `45 min`: the two greatest units, rounded up to whole minutes. */
function span(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

const comma = (number: number) => String(number).replace('.', ',');

const en = {
  late: (milliseconds: number, percent: number) =>
    `Handed in ${span(milliseconds)} after the deadline: ${percent}% off.`,
  nobodyHandedIn: (numbers: readonly number[], others: readonly number[]) =>
    `Nobody handed in ${numbers.length === 1 ? 'challenge' : 'challenges'} ${numbers.join(', ')}, but ${numbers.length === 1 ? 'it counts' : 'they count'}, as 0 points. Did you mean ${others.map(number => `--challenge ${number}`).join(' ')}? Or write "counts": [${others.join(', ')}] in rubric.json.`,
  unlisted: (count: number, ids: string) =>
    count === 1
      ? `One submission is not in the roster: ${ids}.`
      : `${count} submissions are not in the roster: ${ids}.`,
  missing: (count: number, ids: string) =>
    count === 1
      ? `One student of the roster handed nothing in: ${ids}.`
      : `${count} students of the roster handed nothing in: ${ids}.`,
  overridesNobody: (_count: number, ids: string) => `The overrides name somebody who is not in this class: ${ids}.`,
  submittedNobody: (_count: number, ids: string) =>
    `The rubric's "submitted" names somebody who is not in this class: ${ids}.`,
  beyond: (student: string, what: string, given: number, most: number) =>
    `The overrides give ${student} ${given} points for ${what}; ${most} is the most that counts there.`,
  timeless: (_count: number, ids: string) =>
    `It is not known when these were handed in, so nothing was taken off: ${ids}.`,
  attention: (_count: number, ids: string) =>
    `Something could not be told for ${ids}. Their grades are provisional: look, run it again with --rerun-unknown, or set them in the overrides.`,
  overrideChallenge: (student: string, word: string) =>
    `The overrides of ${student} name a challenge that there is not: ${word}.`,
  overrideObjective: (student: string, challenge: string, word: string) =>
    `The overrides of ${student} name an objective that ${challenge} does not have: ${word}.`,
  missingFile: (file: string) => `${file} is not there`,
  unreadableFile: (file: string) => `${file} cannot be read`,
  isFolder: 'It is a folder.',
  tooLarge: (megabytes: number) => `It is larger than ${megabytes} MB.`,
  checkPath: 'Check the path, or leave the option out.',
  notAsExpected: (file: string) => `${file} is not as expected`,
  noCsv: (file: string, line: number) => `${file} cannot be read as a table, at line ${line}`,
  csvHint: 'Save it from the spreadsheet again, as CSV in UTF-8.',
  emptyRoster: (file: string) => `${file} has no students`,
  noFolderColumn: (file: string) => `${file} has no column for the folders`,
  columnsThere: (columns: string) => `The first line names these columns: ${columns}.`,
  rosterExample: 'Begin with a line such as: folder,name,email',
  twoColumns: (file: string, one: string, other: string) => `${file}: "${one}" and "${other}" mean the same column`,
  rosterLine: (file: string, line: number) => `${file}, line ${line}`,
  rosterColumn: (file: string, line: number, column: string) => `${file}, line ${line}, column "${column}"`,
  rosterTwice: (file: string, line: number, who: string) => `${file}, line ${line}: ${who} is there a second time`,
  rosterTwiceHint: 'Members of a team share a folder, but each needs a name or an e-mail of their own.',
  noColumn: (file: string, column: string) => `${file} has no column "${column}"`,
  worksheetHint: 'Download it in Moodle: Assignment, View all submissions, Download grading worksheet.',
  notInWorksheet: (count: number, ids: string) =>
    `${count === 1 ? 'One student is' : `${count} students are`} not in Moodle's worksheet, and so not in moodle.csv: ${ids}.`,
  onlyInWorksheet: (count: number) =>
    `${count === 1 ? "One row of Moodle's worksheet belongs" : `${count} rows of Moodle's worksheet belong`} to nobody here, and stays as it is.`,
  rosterNameless: 'The line has neither a folder nor a name.',
  rosterNamelessHint: 'Write one of them, or remove the line.',
};

const ptBR: typeof en = {
  late: (milliseconds, percent) => `Entregue ${span(milliseconds)} depois do prazo: desconto de ${comma(percent)}%.`,
  nobodyHandedIn: (numbers, others) =>
    `Ninguém entregou ${numbers.length === 1 ? 'o desafio' : 'os desafios'} ${numbers.join(', ')}, mas ${numbers.length === 1 ? 'ele conta' : 'eles contam'}, com 0 pontos. Você quis dizer ${others.map(number => `--challenge ${number}`).join(' ')}? Ou escreva "counts": [${others.join(', ')}] em rubric.json.`,
  unlisted: (count, ids) =>
    count === 1
      ? `Uma entrega não está na lista da turma: ${ids}.`
      : `${count} entregas não estão na lista da turma: ${ids}.`,
  missing: (count, ids) =>
    count === 1
      ? `Um estudante da lista da turma não entregou nada: ${ids}.`
      : `${count} estudantes da lista da turma não entregaram nada: ${ids}.`,
  overridesNobody: (_count, ids) => `Os ajustes citam alguém que não está nesta turma: ${ids}.`,
  submittedNobody: (_count, ids) => `O "submitted" da rubrica cita alguém que não está nesta turma: ${ids}.`,
  beyond: (student, what, given, most) =>
    `Os ajustes dão a ${student} ${comma(given)} pontos em ${what}; ali contam no máximo ${comma(most)}.`,
  timeless: (_count, ids) => `Não se sabe quando estas entregas foram feitas, então nada foi descontado: ${ids}.`,
  attention: (_count, ids) =>
    `Algo não pôde ser verificado para ${ids}. As notas são provisórias: olhe, execute de novo com --rerun-unknown ou defina-as nos ajustes.`,
  overrideChallenge: (student, word) => `Os ajustes de ${student} citam um desafio que não existe: ${word}.`,
  overrideObjective: (student, challenge, word) =>
    `Os ajustes de ${student} citam um objetivo que ${challenge} não tem: ${word}.`,
  missingFile: file => `${file} não existe`,
  unreadableFile: file => `${file} não pôde ser lido`,
  isFolder: 'É uma pasta.',
  tooLarge: megabytes => `Tem mais de ${megabytes} MB.`,
  checkPath: 'Confira o caminho, ou deixe a opção de fora.',
  notAsExpected: file => `${file} não está como se espera`,
  noCsv: (file, line) => `${file} não pôde ser lido como tabela, na linha ${line}`,
  csvHint: 'Salve de novo na planilha, como CSV em UTF-8.',
  emptyRoster: file => `${file} não tem estudantes`,
  noFolderColumn: file => `${file} não tem uma coluna para as pastas`,
  columnsThere: columns => `A primeira linha tem estas colunas: ${columns}.`,
  rosterExample: 'Comece com uma linha como: pasta;nome;email',
  twoColumns: (file, one, other) => `${file}: "${one}" e "${other}" são a mesma coluna`,
  rosterLine: (file, line) => `${file}, linha ${line}`,
  rosterColumn: (file, line, column) => `${file}, linha ${line}, coluna "${column}"`,
  rosterTwice: (file, line, who) => `${file}, linha ${line}: ${who} aparece pela segunda vez`,
  rosterTwiceHint: 'Membros de uma equipe dividem a pasta, mas cada um precisa de um nome ou e-mail próprio.',
  noColumn: (file, column) => `${file} não tem uma coluna "${column}"`,
  worksheetHint: 'Baixe-a no Moodle: Tarefa, Ver todos os envios, Baixar planilha de notas.',
  notInWorksheet: (count, ids) =>
    `${count === 1 ? 'Um estudante não está' : `${count} estudantes não estão`} na planilha do Moodle, e por isso não em moodle.csv: ${ids}.`,
  onlyInWorksheet: count =>
    `${count === 1 ? 'Uma linha da planilha do Moodle não é de ninguém daqui e fica' : `${count} linhas da planilha do Moodle não são de ninguém daqui e ficam`} como está.`,
  rosterNameless: 'A linha não tem nem pasta nem nome.',
  rosterNamelessHint: 'Escreva um dos dois, ou remova a linha.',
};

/** What is said of rubric, roster and overrides, and of how they were applied. */
export const gradeBookMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
