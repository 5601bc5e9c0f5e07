import { html, type raw } from 'hono/html';

/** Text that is HTML already: it stands in other markup as it is, while all else is escaped. */
export type Markup = ReturnType<typeof raw>;

/** A tagged template whose values are escaped, but for markup. Lists are put in one after the other; `undefined` and `false` are left out. */
export function markup(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  const made = html(strings, ...values);
  // hono answers with a promise only where a value was one.
  if (made instanceof Promise) throw new TypeError('Markup has to be made of what is there already.');
  return made;
}

/** A text of the lab, in which what stands between backticks is code. */
export function withCode(text: string): Markup {
  const parts = text.split(/`([^`\n]+)`/);
  return markup`${parts.map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part))}`;
}
