import { posix } from 'node:path';
import { mapValues } from './merge.ts';
import { isMap, listOf, textOf, type YamlMap } from './yaml-map.ts';

/** True of a path below or beside the project, and not of one of the machine, of a home, or of an address. Pure. */
export function isRelative(path: string): boolean {
  return !/^(?:\/|~|[A-Za-z]:[\\/]|[a-z][\w+.-]*:\/\/|git@|github\.com\/)/.test(path);
}

/** A path of a file in `folder`, as the project's own folder sees it. Pure. */
export function inFolder(folder: string, path: string): string {
  return isRelative(path) ? posix.normalize(posix.join(folder, path)) : path;
}

/** A project whose paths are meant from `folder`, with paths as the project's own folder sees them. Pure. */
export function rebase(project: YamlMap, folder: string): YamlMap {
  if (folder === '.' || folder === '') return project;
  const path = (value: unknown) => (typeof value === 'string' ? inFolder(folder, value) : value);
  const file = (one: unknown) =>
    isMap(one) ? mapValues(one, (value, key) => (key === 'file' ? path(value) : value)) : one;
  const service = (one: unknown) => (isMap(one) ? mapValues(one, (value, key) => serviceValue(key, value, path)) : one);
  return mapValues(project, (value, key) => {
    if (!isMap(value)) return value;
    if (key === 'services') return mapValues(value, service);
    return key === 'secrets' || key === 'configs' ? mapValues(value, file) : value;
  });
}

function serviceValue(key: string, value: unknown, path: (value: unknown) => unknown): unknown {
  if (key === 'build' && isMap(value)) {
    return { ...value, ...(value.context === undefined ? {} : { context: path(value.context) }) };
  }
  if (key === 'env_file') {
    return listOf(value).map(one => (isMap(one) ? { ...one, path: path(one.path) } : path(one)));
  }
  if (key !== 'volumes' || !Array.isArray(value)) return value;
  return value.map(one => {
    if (isMap(one)) return one.type === 'bind' ? { ...one, source: path(one.source) } : one;
    const [, source = '', rest = ''] = /^(\.[^:]*)(:.*)$/s.exec(textOf(one) ?? '') ?? [];
    return source === '' ? one : `./${String(path(source))}${rest}`;
  });
}
