import type { Message } from '../base/message.ts';

/** One of the plain commands that a Compose file comes to. */
export interface ComposeCommand {
  /** As a POSIX shell reads it, in one line. */
  readonly text: string;
  /** What it is for. */
  readonly why: Message;
}
