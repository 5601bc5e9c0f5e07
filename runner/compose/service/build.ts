import { posix } from 'node:path';
import { say } from '../../language/say.ts';
import { ownValue } from '../interpolate.ts';
import { isRelative } from '../rebase.ts';
import type { Service, Translating } from '../translating.ts';
import { Values } from '../values.ts';
import { commandText, type Word } from '../word.ts';
import { isMap } from '../yaml-map.ts';

/** The keys of `build` that are translated. */
export const buildKeys: readonly string[] = [
  ...['context', 'dockerfile', 'dockerfile_inline', 'args', 'target', 'labels', 'cache_from', 'network', 'shm_size'],
  ...['extra_hosts', 'no_cache', 'pull', 'platforms', 'tags'],
];

/** The command that builds a service's image; `undefined` if nothing is built. */
export function buildCommand({ name, value }: Service, image: string, how: Translating): string | undefined {
  if (value.build === undefined || value.build === null) return undefined;
  const values = new Values(how.findings);
  const path = ['services', name, 'build'];
  if (!isMap(value.build)) return values.wrong(path, 'build');
  const build = value.build;
  const text = (key: string) => values.text([...path, key], build[key]);
  const one = (flag: string, key: string) => {
    const found = text(key);
    return found === undefined ? [] : [flag, found];
  };
  const context = text('context') ?? '.';
  const inline = text('dockerfile_inline');
  const dockerfile = text('dockerfile');
  const file = inline === undefined ? fileWords(context, dockerfile) : ['--file', '-'];
  const args = values.assignments([...path, 'args'], build.args).flatMap(([key, given]) => {
    const found = given ?? ownValue(how.variables, key);
    return found === undefined ? [] : ['--build-arg', `${key}=${found}`];
  });
  const labels = values.assignments([...path, 'labels'], build.labels);
  const platforms = values.texts([...path, 'platforms'], build.platforms);
  if (platforms.length > 1) how.findings.note(say('translate.note-left-out', { at: [...path, 'platforms'].join('.') }));
  const words: readonly Word[] = [
    ...['docker', 'build', '--tag', image],
    ...values.texts([...path, 'tags'], build.tags).flatMap(tag => ['--tag', tag]),
    ...file,
    ...args,
    ...one('--target', 'target'),
    ...labels.flatMap(([key, label]) => ['--label', `${key}=${label ?? ''}`]),
    ...values.texts([...path, 'cache_from'], build.cache_from).flatMap(from => ['--cache-from', from]),
    ...one('--network', 'network'),
    ...one('--shm-size', 'shm_size'),
    ...hostOptions(build.extra_hosts, [...path, 'extra_hosts'], values),
    ...(platforms.length === 1 ? platforms.flatMap(platform => ['--platform', platform]) : []),
    ...(values.truth([...path, 'no_cache'], build.no_cache) ? ['--no-cache'] : []),
    ...(values.truth([...path, 'pull'], build.pull) ? ['--pull'] : []),
    ...placeWords(context),
  ];
  const command = commandText(words);
  return inline === undefined ? command : `printf '%s\\n' ${commandText([inline])} | ${command}`;
}

/** `--add-host` for each name and address; several addresses are one each. */
export function hostOptions(value: unknown, path: readonly string[], values: Values): string[] {
  const pairs = isMap(value)
    ? Object.entries(value).flatMap(([host, addresses]) =>
        values.texts([...path, host], addresses).map(it => [host, it]),
      )
    : values.texts(path, value).map(text => {
        const [, host = '', address = ''] = /^([^:=]+)[:=](.+)$/s.exec(text) ?? [];
        return [host, address];
      });
  return pairs.flatMap(([host = '', address = '']) => {
    if (host !== '' && address !== '') return ['--add-host', `${host}:${address}`];
    values.wrong(path, 'extra-host');
    return [];
  });
}

/** A Dockerfile is meant from the context, and `--file` from where the command is run. */
function fileWords(context: string, dockerfile: string | undefined): Word[] {
  if (dockerfile === undefined) return [];
  const isBelow = isRelative(context) && isRelative(dockerfile);
  return ['--file', ...placeWords(isBelow ? posix.join(context, dockerfile) : dockerfile)];
}

/** A path as an operand: never one that looks like an option. */
function placeWords(path: string): Word[] {
  if (path === '~' || path.startsWith('~/')) return [{ before: '', path, after: '' }];
  return [path.startsWith('-') ? `./${path}` : path];
}
