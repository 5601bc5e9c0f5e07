/**
 * Whether an answer is one that somebody gives: equal to one of `given`, or different only where those differ among
 * themselves (a time, a counter) or name an address (of whoever asked). Pure.
 */
export function sameBody(answer: string, given: readonly string[]): boolean {
  if (given.includes(answer)) return true;
  const parsed = [answer, ...given].map(parse);
  if (parsed.every(value => value !== undefined)) return sameLeaves(parsed.map(leavesOf));
  const masked = given.some(body => body !== given[0]) ? withoutNumbers : withoutAddresses;
  return given.map(masked).includes(masked(answer));
}

type Leaves = ReadonlyMap<string, string>;

function sameLeaves([answer, ...given]: readonly Leaves[]): boolean {
  const [first] = given;
  if (answer === undefined || first === undefined || answer.size !== first.size) return false;
  return [...first].every(([place, value]) => {
    const own = answer.get(place);
    if (own === undefined) return false;
    const isSteady = given.every(leaves => leaves.get(place) === value);
    return !isSteady || withoutAddresses(own) === withoutAddresses(value);
  });
}

/** JSON, or undefined. */
function parse(body: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

/** Every value that holds no others, by where it stands. */
function leavesOf(parsed: { value: unknown } | undefined): Leaves {
  const leaves = new Map<string, string>();
  const walk = (value: unknown, place: string) => {
    const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (inner.length === 0) leaves.set(place, JSON.stringify(value) ?? '');
    for (const [key, item] of inner) walk(item, `${place}/${key}`);
  };
  walk(parsed?.value, '');
  return leaves;
}

const withoutAddresses = (text: string) => text.replaceAll(/(::ffff:)?\b\d{1,3}(\.\d{1,3}){3}\b(:\d+)?/gi, '#');

const withoutNumbers = (text: string) => withoutAddresses(text).replaceAll(/\b[0-9a-f-]{8,}\b|\d+/gi, '#');
