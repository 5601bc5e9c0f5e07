import { keysOf } from '../keys/keymap.ts';
import { type Place, placeOf } from '../place.ts';
import type { State } from '../state.ts';
import { linearMessages } from '../texts/linear.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import type { Statement } from './statement.ts';
import { say } from './statement.ts';

/** What is of no use where there is no shell and nothing is drawn. */
const leftOut: readonly string[] = ['shell', 'runForMe', 'zoom', 'lab', 'scroll', 'page', 'detail', 'ends', 'times'];

/** The keys of the page, in one short line. */
export function keysStatement(state: State): Statement {
  const t = linearMessages[state.language];
  return say('keys', t.keys(keyWords(state, placeOf(state), 0).join('; ')), { when: 'again' });
}

/** The keys of a place and what they do, each as words; `without` as for `keysOf`. */
export function keyWords(state: State, place: Place, without: number): string[] {
  const t = linearMessages[state.language];
  const { key } = walkthroughMessages[state.language];
  return (
    keysOf(place, without)
      .filter(({ label }) => !leftOut.includes(label))
      // Two keys for the same: the first will do.
      .filter(({ label }, index, all) => all.findIndex(other => other.label === label) === index)
      .map(({ keys, label }) => `${t.keyNames[keys] ?? keys} ${key[label]}`)
  );
}
