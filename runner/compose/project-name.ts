/** A text as the name of a Compose project: small letters, digits, `-` and `_`, beginning with a letter or digit. Pure. */
export function projectNameOf(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
  return name === '' ? 'default' : name;
}
