import { withoutAccents } from '../../base/text/without-accents.ts';
import type { Identity } from '../gradebook.ts';

/** What a column of a roster says. */
export type Column = keyof Identity | 'folder' | 'submitted';

/** What people, Canvas and Moodle call the columns, as `headerKey` has them; in English and Portuguese. */
const names: Readonly<Record<Column, readonly string[]>> = {
  folder: [
    'folder',
    'pasta',
    'submission',
    'entrega',
    'submissionid',
    'diretorio',
    'directory',
    'team',
    'equipe',
    'grupo',
    'githubusername',
    'usuariogithub',
  ],
  name: [
    'name',
    'nome',
    'rostername',
    'student',
    'estudante',
    'aluno',
    'aluna',
    'fullname',
    'nomecompleto',
    'studentname',
  ],
  email: ['email', 'mail', 'emailaddress', 'enderecodeemail', 'correio', 'correioeletronico'],
  canvasId: ['canvasid', 'id', 'idcanvas', 'iddocanvas', 'idnocanvas', 'canvasuserid'],
  sisUserId: ['sisuserid', 'sisid', 'iddeusuariosis', 'idsis', 'matricula', 'registroacademico', 'ra'],
  sisLoginId: ['sisloginid', 'sislogin', 'login', 'iddeloginsis', 'loginsis', 'usuario', 'username'],
  section: ['section', 'turma', 'secao'],
  moodleId: [
    'moodleid',
    'moodleidentifier',
    'moodle',
    'idmoodle',
    'idnomoodle',
    'identificadormoodle',
    'identificadordomoodle',
    'identificadornomoodle',
    'identifier',
    'identificador',
    'participant',
    'participante',
  ],
  submitted: [
    'submitted',
    'submittedat',
    'entregueem',
    'enviado',
    'enviadoem',
    'entregue',
    'datadeentrega',
    'datadeenvio',
  ],
};

/** The column that a heading means; `undefined` if it is none of ours. */
export function columnOf(heading: string): Column | undefined {
  const key = headerKey(heading);
  return (Object.keys(names) as Column[]).find(column => names[column].includes(key));
}

/** Letters and digits only, without accents and case. */
function headerKey(heading: string): string {
  return withoutAccents(heading)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
