/** The same function of one object, worked out once for each: facts never change, new ones take their place. */
export function oncePer<Key extends object, Result>(work: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, { readonly result: Result }>();
  return key => {
    const found = known.get(key);
    if (found !== undefined) return found.result;
    const result = work(key);
    known.set(key, { result });
    return result;
  };
}

/** The same function of two objects, worked out once for each pair. */
export function oncePerPair<One extends object, Other extends object, Result>(
  work: (one: One, other: Other) => Result,
): (one: One, other: Other) => Result {
  const of = oncePer((one: One) => oncePer((other: Other) => work(one, other)));
  return (one, other) => of(one)(other);
}
