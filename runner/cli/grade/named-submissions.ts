import { withoutAccents } from '../../base/text/without-accents.ts';

/** Submissions that a person names. */
export interface NamedSubmissions {
  readonly ids: ReadonlySet<string>;
  /** Names that fit none, or several. */
  readonly unknown: readonly string[];
}

/** Finds submissions by their very ids; else whatever the case and accents, where only one can be meant. Pure. */
export function namedSubmissions(names: readonly string[], ids: readonly string[]): NamedSubmissions {
  const alike = Map.groupBy(ids, keyOf);
  const found = names.map(name => {
    if (ids.includes(name)) return { name, id: name };
    const [id, ...others] = alike.get(keyOf(name)) ?? [];
    return { name, id: others.length === 0 ? id : undefined };
  });
  return {
    ids: new Set(found.flatMap(({ id }) => id ?? [])),
    unknown: found.filter(({ id }) => id === undefined).map(({ name }) => name),
  };
}

function keyOf(id: string): string {
  return withoutAccents(id).toLowerCase().trim();
}
