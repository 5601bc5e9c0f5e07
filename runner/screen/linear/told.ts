import type { LinearPage, Statement } from './statement.ts';

/** What has been said so far: by page, and on it by key, in which version. Only the last few pages are remembered. */
export interface Told {
  readonly page: string | undefined;
  readonly pages: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Before anything was said. */
export const nothingTold: Told = { page: undefined, pages: new Map() };

const pagesKept = 20;

/** What of a page has to be said now, and what has been said then. Pure. */
export function toldOf(before: Told, page: LinearPage): { readonly lines: string[]; readonly told: Told } {
  const known = before.pages.get(page.id);
  const comesBack = before.page !== page.id;
  const isDue = (statement: Statement) => {
    const { key, when } = statement;
    const version = known?.get(key);
    if (known === undefined) return true;
    if (comesBack && when === 'again') return true;
    return version === undefined || (version !== versionOf(statement) && when !== 'once');
  };
  const lines = page.statements.filter(isDue).flatMap(({ text }) => text.split('\n'));
  const pages = new Map([...before.pages].filter(([id]) => id !== page.id).slice(1 - pagesKept));
  pages.set(page.id, new Map(page.statements.map(statement => [statement.key, versionOf(statement)])));
  return { lines: lines.filter(text => text !== ''), told: { page: page.id, pages } };
}

function versionOf({ version, text }: Statement): string {
  return version ?? text;
}
