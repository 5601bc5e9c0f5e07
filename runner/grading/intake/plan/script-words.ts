/** Of a script, so much is read: no script that wants a word is longer. */
const maxCharacters = 30_000;

const first = `["']?\\$\\{?1(?:[^}\\s"']*\\})?["']?`;
const caseOfFirst = new RegExp(
  `\\bcase\\s+(?:${first}|["']?\\$\\{?(\\w+)(?::-[^}]*)?\\}?["']?)\\s+in\\b([\\s\\S]*?)\\besac\\b`,
);
const compared = new RegExp(`(?:${first})\\s*={1,2}\\s*["']?([A-Za-z][\\w-]*)`, 'g');
const label = /^\s*\(?\s*(\s*["']?[\w-]+["']?(?:\s*\|\s*["']?[\w-]+["']?)*)\s*\)/;
const before = /^(?:build|setup|init|prepare|create|network|construir|preparar|criar|configurar|montar)$/i;
const upward = [
  'up',
  'start',
  'run',
  'all',
  'deploy',
  'subir',
  'iniciar',
  'rodar',
  'executar',
  'tudo',
  'launch',
  'serve',
];

/**
 * The ways to call a script that wants a word (`run.sh build|up|down`), each as the words of its calls one after the other, the
 * likeliest first; empty where it wants none, or has one of its own where none is given. Pure.
 */
export function scriptWords(text: string): readonly (readonly string[])[] {
  const plain = text.slice(0, maxCharacters).replace(/(^|\s)#[^\n]*/g, '$1');
  const [, variable, body = ''] = caseOfFirst.exec(plain) ?? [];
  // `ACTION=${1:-up}`: without a word, it does something of its own.
  if (/\$\{1:?[-=]\s*["']?[A-Za-z]/.test(plain)) return [];
  if (variable !== undefined && !new RegExp(`\\b${variable}=["']?\\$\\{?1`).test(plain)) return [];
  // What it does without a word, it does as well with one that it does not know.
  if (/\*\s*\)[^;]*\bdocker\s+(?:run|create|start|build)\b/.test(body)) return [];
  const branches = body.split(';;').map(branch => ({ branch, names: namesOf(branch) }));
  const compares = [...plain.matchAll(compared)].map(([, name = '']) => name);
  const words = [...branches.flatMap(({ names }) => names), ...compares];
  const up = upward.map(word => words.find(it => it.toLowerCase() === word)).find(word => word !== undefined);
  const preparing = [...new Set(words.filter(word => before.test(word)))];
  if (up === undefined) return preparing.length === 0 ? [] : [preparing];
  const own = branches.find(({ names }) => names.includes(up))?.branch ?? '';
  const calls = [...preparing, up];
  const buildsItself = preparing.length === 0 || preparing.some(word => new RegExp(`\\b${word}`, 'i').test(own));
  return buildsItself ? [[up]] : [calls, [up]];
}

/** The words that a branch of a `case` is for. */
function namesOf(branch: string): string[] {
  const [, names = ''] = label.exec(branch) ?? [];
  return names
    .split('|')
    .map(word => word.replace(/["'\s]/g, ''))
    .filter(word => word !== '');
}
