import { mapOf, textOf, truthOf, type YamlMap } from './yaml-map.ts';

/** What Docker allows as the name of a container, a network or a volume. */
export const dockerName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** What a network or volume is called on the engine: its own name, or the project's with its key. Pure. */
export function resourceName(project: string, key: string, definition: unknown): string {
  const { name, external } = mapOf(definition);
  const own = textOf(name) ?? textOf(mapOf(external).name);
  return own ?? (isExternal(definition) ? key : `${project}_${key}`);
}

/** True of what is there already, and is not made. Pure. */
export function isExternal(definition: unknown): boolean {
  const { external } = mapOf(definition);
  return truthOf(external) === true || Object.keys(mapOf(external)).length > 0;
}

/** The networks, volumes, secrets or configs of a project, by key. Pure. */
export function definitionsOf(project: YamlMap, kind: 'networks' | 'volumes' | 'secrets' | 'configs'): YamlMap {
  return mapOf(project[kind]);
}
