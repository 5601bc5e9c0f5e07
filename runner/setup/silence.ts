/** Why an engine did not answer a ping: a code of the system's (such as `EACCES`), or `DEADLINE` or `STATUS`, and its words. */
export interface Silence {
  readonly code: string;
  readonly why: string;
}

/**
 * What a silence tells of the engine behind an address:
 * `absent`: there is no such socket; `dead`: there is one, and nobody listens on it; `hung`: it takes connections and answers
 * none of them in time; `forbidden`: this user may not ask; `broken`: anything else, such as an answer that is none.
 */
export type SilenceKind = 'absent' | 'dead' | 'hung' | 'forbidden' | 'broken';

const kinds: Readonly<Record<string, SilenceKind>> = {
  ENOENT: 'absent',
  ECONNREFUSED: 'dead',
  DEADLINE: 'hung',
  // A unix socket whose queue of connections is full: nobody takes them.
  EAGAIN: 'hung',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
};

/** Pure. */
export function silenceKind({ code }: Silence): SilenceKind {
  return kinds[code] ?? 'broken';
}
