import { type Interpolating, interpolate, ownValue, type Variables } from './interpolate.ts';

/**
 * The variables of a file such as `.env`, as Compose reads it: comments, quotes, values over several lines, and variables in values,
 * of `outer` or from further up. A line of just a name takes the value from `outer`. Throws BadVariable. Pure.
 */
export function parseEnvFile(
  text: string,
  { outer, onUnset, raw = false }: { outer: Variables; onUnset: Interpolating['onUnset']; raw?: boolean },
): Record<string, string> {
  const found = new Map<string, string>();
  const line =
    /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(?:[=:][ \t]*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\r\n]*)))?[^\r\n]*$/gms;
  if (raw) {
    for (const [, name = '', value = ''] of text.matchAll(/^[ \t]*([^#\s=][^=\r\n]*)=([^\r\n]*)/gm))
      found.set(name, value);
    return Object.fromEntries(found);
  }
  const variables = () => ({ ...Object.fromEntries(found), ...definedOf(outer) });
  const withVariables = (value: string) => interpolate(value, { variables: variables(), onUnset });
  for (const [whole, name = '', single, double, plain] of text.replace(/^\uFEFF/, '').matchAll(line)) {
    if (single !== undefined) found.set(name, single.replaceAll("\\'", "'"));
    else if (double !== undefined) found.set(name, withVariables(unescaped(double)));
    else if (plain !== undefined) found.set(name, withVariables(plain.replace(/(?:^|[ \t]+)#.*$/, '').trim()));
    else if (!/[=:]/.test(whole)) {
      const value = ownValue(outer, name);
      if (value !== undefined) found.set(name, value);
    }
  }
  return Object.fromEntries(found);
}

/** Those that are set. Pure. */
export function definedOf(variables: Variables): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function unescaped(text: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  // A dollar that is escaped stays one.
  return text.replace(/\\([\s\S])/g, (_, letter: string) => (letter === '$' ? '$$' : (escapes[letter] ?? letter)));
}
