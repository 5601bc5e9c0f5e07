import { describe, expect, it } from 'vitest';
import { languages } from '../../base/language.ts';
import type { Place } from '../place.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { allKeysOf, intentOf, keysOf } from './keymap.ts';

const places: readonly Place[] = ['home', 'challenge', 'brief', 'help'];

describe('the keys', () => {
  it.each(places)('let the learner leave from %s, by q and by Ctrl-C', place => {
    expect(intentOf({ input: 'q' }, place)).toBe('quit');
    expect(intentOf({ input: 'c', ctrl: true }, place)).toBe('quit');
  });

  it('move by arrows and by letters', () => {
    expect(intentOf({ input: '', upArrow: true }, 'home')).toBe('up');
    expect(intentOf({ input: 'j' }, 'challenge')).toBe('down');
    expect(intentOf({ input: ' ' }, 'brief')).toBe('page-down');
  });

  it('open a challenge by number from the list only', () => {
    expect(intentOf({ input: '3' }, 'home')).toBe('choose 3');
    expect(intentOf({ input: '3' }, 'challenge')).toBeUndefined();
  });

  it('mean nothing where they have no meaning, and nothing when pasted', () => {
    expect(intentOf({ input: 'h' }, 'home')).toBeUndefined();
    expect(intentOf({ input: 'q', ctrl: true }, 'home')).toBeUndefined();
    expect(intentOf({ input: 'hq' }, 'challenge')).toBeUndefined();
  });

  it.each(places)('are all in the help of %s, and the footer always keeps the way out', place => {
    const all = allKeysOf(place).map(({ keys }) => keys);
    expect(all).toEqual(expect.arrayContaining(keysOf(place, 0).map(({ keys }) => keys)));
    expect(keysOf(place, 4).map(({ keys }) => keys)).toContain('q');
  });

  it.each(languages)('have words in %s', language => {
    for (const place of places) {
      for (const { label } of allKeysOf(place)) expect(walkthroughMessages[language].key[label]).not.toBe('');
    }
  });
});
