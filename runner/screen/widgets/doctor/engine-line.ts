import type { Line } from '../../../base/text/line.ts';
import { span } from '../../../base/text/line.ts';
import { printable } from '../../../base/text/width.ts';
import { marks } from '../../objectives.ts';
import type { State } from '../../state.ts';
import { spinner } from '../../views/spinner.ts';
import { doctorPageMessages } from './texts.ts';

/** What there is to say about the engine, in one line; `undefined` if it is as it should be. */
export function engineLine(state: State): Line | undefined {
  const t = doctorPageMessages[state.language];
  const { engine } = state;
  const turning = (words: string): Line => [span(` ${spinner(state.frame)} `, 'accent'), span(printable(words))];
  const wrong = (words: string): Line => [span(` ${marks.unmet} ${words}`, 'bad', true), span(` · ${t.seeDoctor}`)];
  switch (engine.kind) {
    case 'looking':
      return turning(t.looking);
    case 'missing':
      return wrong(t.missing);
    case 'setting-up':
      return turning(engine.lines.at(-1)?.trim() ?? `${t.settingUp}…`);
    case 'ready': {
      if (engine.trouble !== undefined) return wrong(t.imagesFailed);
      const said = engine.images?.at(-1)?.trim();
      return said === undefined ? undefined : turning(said);
    }
  }
}

/** Why nothing is checked yet, and what is done about it; nothing where challenges are checked. */
export function waitingWords(state: State): string[] {
  const t = doctorPageMessages[state.language];
  const { engine } = state;
  if (engine.kind !== 'ready') return [t.waitsForEngine];
  return engine.images === undefined && engine.trouble === undefined ? [] : [t.waitsForImages];
}
