import type { Translations } from '../base/language.ts';
import { findings as en } from './en/findings/all.ts';
import { findings as ptBR } from './pt-BR/findings/all.ts';

/** What a check may find: every language has a text for each code. */
export const findingTexts: Translations<typeof en> = { en, 'pt-BR': ptBR };

export type FindingTexts = typeof en;
export type FindingCode = keyof FindingTexts;

/** Whether there is a text for it. Titles have none of their own: they are the challenge's. */
export function isFindingCode(code: unknown): boolean {
  return typeof code === 'string' && (Object.hasOwn(en, code) || /^title\.(?:role|objective|challenge)$/.test(code));
}

/** What a text of this code speaks of: nothing where it is a plain sentence. */
export type ParamsOf<Code extends FindingCode> = FindingTexts[Code] extends (
  params: infer Params,
  ...rest: never
) => string
  ? [params: Params]
  : [];
