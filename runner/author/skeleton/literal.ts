/** With a comma after it, as wide as the formatter lets a line be. */
const lineWidth = 119;

/** Plain data as TypeScript: in one line where that is short, else a line for each part. Pure. */
export function literal(value: unknown, indent = ''): string {
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map(one => literal(one, deeper))
    : Object.entries(value).map(([name, one]) => field(name, literal(one, deeper), deeper));
  const line = `${open}${parts.join(', ')}${close}`;
  const isFlat = parts.every(part => !part.includes('\n'));
  if (parts.length === 0) return Array.isArray(value) ? '[]' : '{}';
  if (isFlat && line.length + indent.length < lineWidth && isSmall(value)) return line;
  return `${open.trim()}\n${parts.map(part => `${deeper}${part},\n`).join('')}${indent}${close.trim()}`;
}

/** A long text stands in a line of its own. */
function field(name: string, written: string, indent: string): string {
  const line = `${key(name)}: ${written}`;
  const isLong = !written.includes('\n') && indent.length + line.length > lineWidth;
  return isLong ? `${key(name)}:\n${indent}  ${written}` : line;
}

/** Data of a few fields; a list of texts, but not one of objects. */
function isSmall(value: object): boolean {
  if (Array.isArray(value)) return value.every(one => typeof one !== 'object');
  return Object.keys(value).length < 4;
}

/** In the quotes that need the fewest backslashes. */
function text(value: string): string {
  if (!value.includes("'")) return `'${value.replaceAll('\\', '\\\\')}'`;
  return JSON.stringify(value);
}

const key = (name: string) => (/^[a-z]\w*$/i.test(name) ? name : text(name));
