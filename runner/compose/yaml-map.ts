/** A mapping of a YAML file. */
export type YamlMap = Readonly<Record<string, unknown>>;

/** What leads to a value: keys of mappings, and indexes of lists. */
export type Path = readonly (string | number)[];

/** True of a mapping, and not of a list or a scalar. Pure. */
export function isMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping, or an empty one where something else or nothing stands. Pure. */
export function mapOf(value: unknown): YamlMap {
  return isMap(value) ? value : {};
}

/** The list; a scalar is a list of one, and nothing is an empty one. Pure. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** A scalar as text; `undefined` of lists, mappings and nothing. Pure. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** Whether a scalar says yes, as Compose reads it; `undefined` of what is no truth value. Pure. */
export function truthOf(value: unknown): boolean | undefined {
  const text = textOf(value)?.toLowerCase();
  if (text === undefined) return undefined;
  if (/^(?:true|yes|y|on|1)$/.test(text)) return true;
  return /^(?:false|no|n|off|0)$/.test(text) ? false : undefined;
}
