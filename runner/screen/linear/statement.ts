/** Something to say. */
export interface Statement {
  /** What it is about. It is said again when its version changes. */
  readonly key: string;
  /** Of several lines, each is a line of its own. */
  readonly text: string;
  /** The text itself, where none is given: texts that only count or tell times are not worth repeating. */
  readonly version?: string;
  /** `once`: when it is new, and not when it changes. `again`: also when the learner comes back to the page. */
  readonly when?: 'once' | 'again';
}

/** A page as statements, in reading order. */
export interface LinearPage {
  /** Two pages with the same id are the same page. */
  readonly id: string;
  readonly statements: readonly Statement[];
}

/** A statement; `more` says when it is said again. */
export function say(key: string, text: string, more: Omit<Statement, 'key' | 'text'> = {}): Statement {
  return { key, text, ...more };
}

/** Sentences of which some may be missing, as one. */
export function sentence(...parts: readonly (string | undefined)[]): string {
  const said = parts.filter(part => part !== undefined && part !== '').join(', ');
  return /[.!?:…]$/.test(said) ? said : `${said}.`;
}

/** Lines that are said when they were not there before, `on` the same thing. Times that run are no news. */
export function byText(lines: readonly string[], on = ''): Statement[] {
  return lines.map(text => say(`text:${on}:${text.replace(/\d+ (s|min|h)\b/g, '')}`, text, { version: '' }));
}
