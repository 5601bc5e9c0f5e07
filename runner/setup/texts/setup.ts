import type { Translations } from '../../base/language.ts';
import { setup as en } from './setup-en.ts';
import { setup as ptBR } from './setup-pt-BR.ts';

/** What set-up, `lab engine` and `lab doctor` say. */
export const setupMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
