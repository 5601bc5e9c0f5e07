import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { definedOf, parseEnvFile } from './env-file.ts';
import { BadVariable, ownValue, type Variables } from './interpolate.ts';

const names = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const maxBytes = 1_000_000;

type Read = (path: string) => string | undefined;

/**
 * The files that Compose takes where none is named: those of `COMPOSE_FILE`, or else the first of the usual names with what is
 * laid over it (`compose.override.yaml`); empty if there are none. Pure.
 */
export function usualFiles(read: Read, environment: Variables): readonly string[] {
  const named = ownValue({ ...dotted(read, environment), ...definedOf(environment) }, 'COMPOSE_FILE') ?? '';
  if (named !== '') return named.split(':').filter(file => file !== '');
  const file = names.find(name => read(name) !== undefined);
  if (file === undefined) return [];
  const stem = file.replace(/\.ya?ml$/, '');
  const over = [`${stem}.override.yml`, `${stem}.override.yaml`].find(name => read(name) !== undefined);
  return over === undefined ? [file] : [file, over];
}

function dotted(read: Read, outer: Variables): Variables {
  try {
    return parseEnvFile(read('.env') ?? '', { outer, onUnset: () => {} });
  } catch (error) {
    // It is told when the project is read.
    if (error instanceof BadVariable) return {};
    throw error;
  }
}

/**
 * Reads the texts of files below `folder`. With `within`, an absolute path, only files that are really in there, wherever links
 * lead; `undefined` for what is no file, cannot be read, or is far too large.
 */
export function projectReader(folder: string, within?: string): Read {
  return path => {
    try {
      const file = realpathSync(isAbsolute(path) ? path : join(folder, path));
      if (within !== undefined && isOutside(relative(realpathSync(within), file))) return undefined;
      const { size } = statSync(file);
      return statSync(file).isFile() && size <= maxBytes ? readFileSync(file, 'utf8') : undefined;
    } catch {
      return undefined;
    }
  };
}

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../') || isAbsolute(path);
}
