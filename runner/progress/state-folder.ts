import { join } from 'node:path';

/**
 * Where the lab keeps what must outlive a process: LAB_STATE_DIR, or `estaleiro` in the platform's usual place
 * (XDG_STATE_HOME of the XDG Base Directory Specification, `~/Library/Application Support` on macOS).
 */
function stateFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  if (env.LAB_STATE_DIR) return env.LAB_STATE_DIR;
  if (env.XDG_STATE_HOME) return join(env.XDG_STATE_HOME, 'estaleiro');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'estaleiro');
  return join(home, '.local', 'state', 'estaleiro');
}

/** Where disturbances wait to be put right. */
export function journalFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  return join(stateFolder(env, home), 'journal');
}

/** Where the learner's progress is kept. */
export function progressFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  return stateFolder(env, home);
}

/** Where the details of a crash are written. */
export function crashFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  return join(stateFolder(env, home), 'crashes');
}

/** Where that is kept which anything but the screen wrote while the screen was open. */
export function strayOutputFile(env: Readonly<Record<string, string | undefined>>, home: string): string {
  return join(stateFolder(env, home), 'screen.log');
}
