import { posix } from 'node:path';
import { say } from '../language/say.ts';
import type { Findings } from './findings.ts';
import type { Variables } from './interpolate.ts';
import { merge } from './merge.ts';
import { inFolder, rebase } from './rebase.ts';
import { isMap, mapOf, textOf, type YamlMap } from './yaml-map.ts';

interface Extending {
  readonly loader: { readonly findings: Findings; loadFile(file: string, variables: Variables): YamlMap };
  readonly variables: Variables;
}

/** The project of a file with what its services take over from others (`extends`) in them, with paths as its own folder sees them. */
export function applyExtends(project: YamlMap, file: string, how: Extending): YamlMap {
  if (!isMap(project.services)) return project;
  const files = new Map([[file, project]]);
  const services = Object.keys(project.services).map(name => [name, extended(name, file, files, [], how)]);
  return { ...project, services: Object.fromEntries(services) };
}

function extended(
  name: string,
  file: string,
  files: Map<string, YamlMap>,
  seen: readonly string[],
  how: Extending,
): unknown {
  const service = mapOf(files.get(file)?.services)[name];
  if (!isMap(service) || service.extends === undefined) return service;
  const { extends: given, ...own } = service;
  const from = isMap(given) ? given : { service: given };
  const wanted = textOf(from.service) ?? '';
  const named = textOf(from.file);
  const other = named === undefined ? file : inFolder(posix.dirname(file), named);
  const path = ['services', name, 'extends'];
  const key = `${file}\n${name}`;
  if (seen.includes(key)) {
    how.loader.findings.wrong(
      path,
      say('translate.circle', { names: [...seen, key].map(it => it.split('\n')[1] ?? '') }),
    );
    return own;
  }
  if (!files.has(other)) files.set(other, how.loader.loadFile(other, how.variables));
  if (!Object.hasOwn(mapOf(files.get(other)?.services), wanted)) {
    how.loader.findings.wrong(path, say('translate.undefined', { kind: 'service', name: wanted }));
    return own;
  }
  const base = extended(wanted, other, files, [...seen, key], how);
  // The paths of another file are meant from its own folder; ours are put in place by whoever asked.
  const step = other === file ? '.' : posix.relative(posix.dirname(file), posix.dirname(other)) || '.';
  const moved = mapOf(mapOf(rebase({ services: { [wanted]: base } }, step).services)[wanted]);
  return merge(mapOf(mapOf(merge({}, { services: { x: moved } })).services).x, own, ['services', 'x']);
}
