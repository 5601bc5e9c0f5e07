/** What systems leave in folders and archives, and nobody hands in. */
const clutter = /^(?:__MACOSX|\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|Icon\r)$/i;

export function isClutter(path: string): boolean {
  return path.split('/').some(part => clutter.test(part));
}

/** Folders of what others have written, or of a database: nothing that is looked for is in them. */
const foreign = /^(?:node_modules|\.git|\.svn|\.hg|__pycache__|\.venv|venv|site-packages|vendor|\.idea|\.vscode)$/i;

/** True for a folder's name under which neither challenges nor instructions are looked for, and whose links do not matter. */
export function isForeign(name: string): boolean {
  return foreign.test(name);
}

const stores =
  /^(?:data|dados|(?:pg|postgres|postgresql|redis|sqlite|db|mysql)[-_.]?(?:data|dados|files)|database|banco|volumes?|migrations?|fixtures|tests?)$/i;

/** True for a folder's name where a number counts files, and not challenges. */
export function isStore(name: string): boolean {
  return isForeign(name) || stores.test(name);
}
