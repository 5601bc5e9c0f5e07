/** Remembers the last thing made, and gives it again as long as it would be made of the same values. */
export function oneSlot<Made>(): (values: readonly unknown[], make: () => Made) => Made {
  let last: { readonly values: readonly unknown[]; readonly made: Made } | undefined;
  return (values, make) => {
    if (last === undefined || !isSame(last.values, values)) last = { values, made: make() };
    return last.made;
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
