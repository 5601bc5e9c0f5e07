import type { Message } from '../../base/message.ts';
import { say } from '../../language/say.ts';

/** A finding whose sentence is this text, in every language. */
export const verbatim = (text: string): Message => say('submission.unknown', { reason: text });
