import type { Translations } from '../../base/language.ts';
import { screen as en } from './screen-en.ts';
import { screen as ptBR } from './screen-pt-BR.ts';

export const walkthroughMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
/** The messages of one language. */
export type WalkthroughMessages = typeof en;
