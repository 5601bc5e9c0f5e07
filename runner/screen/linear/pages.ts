import type { Place } from '../place.ts';
import type { State } from '../state.ts';
import { markdown } from '../text/markdown.ts';
import { linearMessages } from '../texts/linear.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { doctorLines } from '../widgets/doctor/rows.ts';
import { keyWords } from './keys.ts';
import { spoken, unbounded } from './spoken.ts';
import type { Statement } from './statement.ts';
import { byText, say, sentence } from './statement.ts';

/** Pages that are read through as they stand. */
export function briefStatements(state: State): Statement[] {
  const t = walkthroughMessages[state.language];
  const challenge = state.attempt?.challenge ?? state.challenges[state.cursor];
  const text = challenge === undefined ? undefined : state.briefs[challenge.id]?.[state.language];
  const title =
    challenge === undefined ? t.brief : `${t.brief} ${challenge.number}, ${challenge.title[state.language]}`;
  const lines = spoken(markdown(withoutDrawings(text ?? t.noBrief), unbounded), linearMessages[state.language]);
  return [say('title', sentence(title), { when: 'again' }), ...numbered(lines)];
}

/** The help: what the lab is about, then the keys of every part. */
export function helpStatements(state: State): Statement[] {
  const t = walkthroughMessages[state.language];
  const own = linearMessages[state.language];
  const places: readonly Place[] =
    state.attempt === undefined
      ? ['home', 'brief', 'report', 'doctor']
      : ['challenge', 'map', 'commands', 'logs', 'tour', 'report', 'brief', 'doctor'];
  const keys = places.map(place => {
    const words = keyWords(state, place, Number.NEGATIVE_INFINITY).join('; ');
    return `${t.place[place]}: ${words}.`;
  });
  const texts = t.helpText.map(text => text.replaceAll('`', '').replace('✖', `"${t.state.unmet}"`));
  return [say('title', sentence(t.help), { when: 'again' }), ...numbered([own.shellLeftOut, ...texts, ...keys])];
}

/** A page that changes while it is looked at: a line is said when it was not there before. */
export function doctorStatements(state: State): Statement[] {
  const title = say('title', sentence(walkthroughMessages[state.language].page.doctor), { when: 'again' });
  return [title, ...byText(spoken(doctorLines(state, unbounded), linearMessages[state.language]))];
}

function numbered(lines: readonly string[]): Statement[] {
  return lines.map((text, index) => say(`line:${index}`, text, { when: 'once' }));
}

/** A drawing made of characters says nothing when it is read aloud; the text around it says the same in words. */
function withoutDrawings(source: string): string {
  return source.replace(/^```[^\n]*\n[\s\S]*?^```/gm, block => (/[─-╿►◄▲▼]/u.test(block) ? '' : block));
}
