import { isMap, listOf, mapOf, type Path, textOf, type YamlMap } from './yaml-map.ts';

/** A value under Compose's own tags: `!reset` takes away what an earlier file says, `!override` stands in its place. */
export class Tagged {
  readonly tag: string;
  readonly value: unknown;
  constructor(tag: string, value: unknown) {
    this.tag = tag;
    this.value = value;
  }
}

/** What is put in place of the earlier one, and not behind it. */
const replaced = /^services\.[^.]*\.(?:command|entrypoint|healthcheck\.test)$/;
const byTarget = /^services\.[^.]*\.(?:volumes|secrets|configs)$/;

/** Of two values at the same place, the later over the earlier, by Compose's rules. Pure. */
export function merge(earlier: unknown, later: unknown, path: Path = []): unknown {
  if (later instanceof Tagged) return later.tag === '!reset' ? undefined : merge(undefined, later.value, path);
  if (later === null && earlier !== undefined) return earlier;
  if (isMap(later)) {
    const before = mapOf(earlier);
    const merged = new Map(Object.entries(before));
    for (const [key, value] of Object.entries(later)) {
      const one = merge(Object.hasOwn(before, key) ? before[key] : undefined, value, [...path, key]);
      if (one === undefined) merged.delete(key);
      else merged.set(key, one);
    }
    return Object.fromEntries(merged);
  }
  const at = path.join('.');
  if (!Array.isArray(later) || !Array.isArray(earlier) || replaced.test(at)) return later;
  const key = byTarget.test(at) ? targetOf : (value: unknown) => keyOf(value);
  return [...new Map([...earlier, ...later].map(value => [key(value), value])).values()];
}

function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
}

/** Where it is put in the container: there is room for one only. */
function targetOf(value: unknown): string {
  if (isMap(value)) return textOf(value.target) ?? textOf(value.source) ?? '';
  const text = textOf(value) ?? '';
  const [first = '', second] = text.split(/:(?=\/)/);
  return (second ?? first).replace(/:[a-z,A-Z]*$/, '');
}

const asMaps = ['environment', 'labels', 'sysctls', 'annotations'];

/** A file's project with the short forms of what is merged by name written out. Pure. */
export function canonical(project: YamlMap): YamlMap {
  return {
    ...project,
    ...(isMap(project.services) ? { services: mapValues(project.services, canonicalService) } : {}),
  };
}

function canonicalService(service: unknown): unknown {
  if (!isMap(service)) return service;
  return Object.fromEntries(
    Object.entries(service).map(([key, value]) => {
      if (asMaps.includes(key)) return [key, assignments(value)];
      if (key === 'networks' && Array.isArray(value)) return [key, namesToMap(value, null)];
      if (key === 'depends_on' && Array.isArray(value))
        return [key, namesToMap(value, { condition: 'service_started' })];
      if (key === 'build') return [key, canonicalBuild(value)];
      if (key === 'env_file') return [key, listOf(value).map(one => (isMap(one) ? one : { path: one }))];
      if (/^(?:dns|dns_search|tmpfs)$/.test(key)) return [key, listOf(value)];
      return [key, value];
    }),
  );
}

function canonicalBuild(value: unknown): unknown {
  if (!isMap(value)) return value === null ? value : { context: value };
  return mapValues(value, (one, key) => (key === 'args' || key === 'labels' ? assignments(one) : one));
}

/** `A=b` as a mapping; of `A` alone, the value is null. What is no such list is left as it is. */
function assignments(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return Object.fromEntries(
    value.map(one => {
      const text = textOf(one) ?? '';
      const at = text.indexOf('=');
      return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

function namesToMap(names: readonly unknown[], value: unknown): YamlMap {
  return Object.fromEntries(names.map(name => [textOf(name) ?? '', value]));
}

/** The mapping with each value changed. Pure. */
export function mapValues(map: YamlMap, change: (value: unknown, key: string) => unknown): YamlMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
