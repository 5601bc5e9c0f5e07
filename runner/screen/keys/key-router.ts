/** Where keys can go. */
export interface KeySinks {
  /** True while keys are for the shell. Asked before every key: the one before may have changed it. */
  isShell(): boolean;
  toLab(keys: string): void;
  toShell(keys: string): void;
  /** The learner wants the keys back in the lab. */
  leaveShell(): void;
}

/** Sends what is typed to the shell or to the lab, key by key, and none of them in two pieces. */
export interface KeyRouter {
  push(text: string): void;
  /** True if the beginning of a key is being kept, until the rest of it comes. */
  readonly isWaiting: boolean;
  /** No more of that key has come: it was a key of its own, such as Esc. */
  flush(): void;
}

const esc = '\u001b';
/** Ctrl-T. */
const focusKey = '\u0014';
const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';
/** An escape sequence, Esc with a character (Alt), or a character. Esc before Esc or the focus key is a key of its own. */
const key = new RegExp(
  [
    `${esc}\\[(?:\\[[A-E]|[0-?]*[ -/]*[@-~])`,
    `${esc}O[0-9;]*[@-~]`,
    `${esc}[^[O${esc}${focusKey}]`,
    `${esc}(?=[${esc}${focusKey}])`,
    `[^${esc}]`,
  ].join('|'),
  'suy',
);
/** What may be the beginning of one. */
const beginning = new RegExp(`^${esc}(?:\\[\\[?[0-?]{0,64}[ -/]*|O[0-9;]{0,16})?$`, 's');

/** A paste goes where it was begun, as a whole; nothing in it is a key. */
export function createKeyRouter(sinks: KeySinks): KeyRouter {
  let kept = '';
  let paste: 'shell' | 'lab' | undefined;

  const deliver = (keys: string, to: 'shell' | 'lab') => (to === 'shell' ? sinks.toShell(keys) : sinks.toLab(keys));

  const route = (one: string) => {
    const to = sinks.isShell() ? 'shell' : 'lab';
    if (one === focusKey && to === 'shell') sinks.leaveShell();
    else deliver(one, to);
    if (one === pasteStart) paste = to;
  };

  /** Returns what is left when the paste is over, or has not ended yet. */
  const routePaste = (text: string, to: 'shell' | 'lab'): string => {
    const end = text.indexOf(pasteEnd);
    if (end !== -1) {
      paste = undefined;
      deliver(text.slice(0, end + pasteEnd.length), to);
      return text.slice(end + pasteEnd.length);
    }
    const possible = endingWithPartOf(pasteEnd, text);
    if (possible > 0) deliver(text.slice(0, possible), to);
    kept = text.slice(possible);
    return '';
  };

  return {
    push: text => {
      let left = kept + text;
      kept = '';
      while (left !== '') {
        if (paste !== undefined) {
          left = routePaste(left, paste);
          continue;
        }
        key.lastIndex = 0;
        const one = key.exec(left)?.[0];
        if (one === undefined && beginning.test(left)) {
          kept = left;
          return;
        }
        const taken = one ?? left.slice(0, 1);
        left = left.slice(taken.length);
        route(taken);
      }
    },
    get isWaiting() {
      return kept !== '' && paste === undefined;
    },
    flush: () => {
      const late = kept;
      kept = '';
      if (late !== '') deliver(late, paste ?? (sinks.isShell() ? 'shell' : 'lab'));
    },
  };
}

/** Where a beginning of `mark` begins, at the end of the text; the text's length where there is none. */
function endingWithPartOf(mark: string, text: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length -= 1) {
    if (text.endsWith(mark.slice(0, length))) return text.length - length;
  }
  return text.length;
}
