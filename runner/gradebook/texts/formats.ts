import type { Translations } from '../../base/language.ts';

const en = {
  folder: 'folder',
  name: 'name',
  email: 'email',
  canvasId: 'canvas id',
  sisUserId: 'SIS user id',
  sisLoginId: 'SIS login id',
  section: 'section',
  moodleId: 'moodle identifier',
  challenge: (number: number, title: string, possible: number) => `${number} ${title} (${possible})`,
  earned: 'earned',
  penalty: 'penalty',
  total: 'total',
  possible: 'possible',
  percent: 'percent',
  status: 'status',
  comment: 'comment',
  statuses: {
    graded: 'graded',
    set: 'set by the instructor',
    provisional: 'provisional: look at it',
    'not-submitted': 'nothing handed in',
  },
  worth: (title: string, earned: number, possible: number) => `${title}: ${earned} of ${possible} points`,
  off: (reason: string, points: number) => `${reason} (−${points} points)`,
  provisional: 'Something could not be told yet. The instructor looks at it; until then there is no grade.',
  bonus: 'bonus',
};

const comma = (number: number) => String(number).replace('.', ',');

const ptBR: typeof en = {
  folder: 'pasta',
  name: 'nome',
  email: 'email',
  canvasId: 'id no canvas',
  sisUserId: 'ID SIS',
  sisLoginId: 'login SIS',
  section: 'turma',
  moodleId: 'identificador no moodle',
  challenge: (number, title, possible) => `${number} ${title} (${comma(possible)})`,
  earned: 'obtidos',
  penalty: 'desconto',
  total: 'total',
  possible: 'possíveis',
  percent: 'porcentagem',
  status: 'situação',
  comment: 'comentário',
  statuses: {
    graded: 'corrigido',
    set: 'definida pelo professor',
    provisional: 'provisória: precisa de atenção',
    'not-submitted': 'nada entregue',
  },
  worth: (title, earned, possible) => `${title}: ${comma(earned)} de ${comma(possible)} pontos`,
  off: (reason, points) => `${reason} (−${comma(points)} pontos)`,
  provisional: 'Algo ainda não pôde ser verificado. O professor vai olhar; até lá não há nota.',
  bonus: 'bônus',
};

/** The words of the files that other systems read, where people read them there. */
export const gradeFormatsMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
