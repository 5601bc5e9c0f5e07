/** Variables by name; `undefined` if one is not set. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What is told while variables are put in. */
export interface Interpolating {
  readonly variables: Variables;
  /** A variable without a value and without a default: nothing stands for it. */
  onUnset(name: string): void;
}

/** A text whose variables cannot be put in. `kind` says why, `what` of which one, `said` what its author says of it. */
export class BadVariable extends Error {
  override readonly name = 'BadVariable';
  readonly kind: 'syntax' | 'required' | 'too-long';
  readonly what: string;
  readonly said: string;

  constructor(kind: 'syntax' | 'required' | 'too-long', what: string, said = '') {
    super(`${kind}: ${what}`);
    this.kind = kind;
    this.what = what;
    this.said = said;
  }
}

/** Values that are made of values that are made of values grow without end. */
const maxLength = 65_536;
const maxDepth = 20;

/** The text with its variables put in, as Compose does: `$A`, `${A:-b}`, `${A?why}`, `$$`. Throws BadVariable. Pure. */
export function interpolate(text: string, how: Interpolating, depth = 0): string {
  if (depth > maxDepth) throw new BadVariable('syntax', text.slice(0, 60));
  let out = '';
  let rest = text;
  for (;;) {
    const dollar = rest.indexOf('$');
    out += dollar < 0 ? rest : rest.slice(0, dollar);
    if (out.length > maxLength) throw new BadVariable('too-long', text.slice(0, 60));
    if (dollar < 0) return out;
    rest = rest.slice(dollar + 1);
    const [plain] = /^[A-Za-z_]\w*/.exec(rest) ?? [];
    if (rest.startsWith('$')) {
      out += '$';
      rest = rest.slice(1);
    } else if (plain !== undefined) {
      out += valueFor(plain, how);
      rest = rest.slice(plain.length);
    } else if (rest.startsWith('{')) {
      const end = closingBrace(rest);
      if (end < 0) throw new BadVariable('syntax', `$${rest.slice(0, 60)}`);
      out += braced(rest.slice(1, end), how, depth);
      rest = rest.slice(end + 1);
    } else {
      out += '$';
    }
  }
}

function braced(inside: string, how: Interpolating, depth: number): string {
  const [, name = '', operator = '', word = ''] = /^([A-Za-z_]\w*)(?:(:?[-?+])([\s\S]*))?$/.exec(inside) ?? [];
  if (name === '') throw new BadVariable('syntax', `\${${inside.slice(0, 60)}}`);
  const value = ownValue(how.variables, name);
  const isThere = value !== undefined && (value !== '' || !operator.startsWith(':'));
  if (operator === '') return valueFor(name, how);
  const other = () => interpolate(word, how, depth + 1);
  if (operator.endsWith('+')) return isThere ? other() : '';
  if (isThere) return value;
  if (operator.endsWith('-')) return other();
  throw new BadVariable('required', name, other());
}

function valueFor(name: string, how: Interpolating): string {
  const value = ownValue(how.variables, name);
  if (value === undefined) how.onUnset(name);
  return value ?? '';
}

/** The value of a variable; never what every object has. Pure. */
export function ownValue(variables: Variables, name: string): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

/** Where the brace ends that the text begins with; -1 if it does not. */
function closingBrace(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && (at === 0 || text[at - 1] === '$')) open++;
    else if (text[at] === '}' && --open === 0) return at;
  }
  return -1;
}
