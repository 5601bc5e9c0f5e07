import type { Language } from '../../base/language.ts';
import type { Message } from '../../base/message.ts';
import { tell } from '../../language/tell.ts';
import { fiveChallenges } from './five-challenges.ts';

const titles = { roles: [], objectives: [], challenges: fiveChallenges };

/** What people would read of it; nothing where nothing is said. */
const told = (message: Message | undefined, language: Language) =>
  message === undefined ? '' : tell(message, titles, language);

export const inEnglish = (message: Message | undefined) => told(message, 'en');
