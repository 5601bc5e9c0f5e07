import { isSentence, type Span, type Tone } from '../base/text/line.ts';

/** Whether there is colour; `light`: yes, and the terminal says that its background is light. */
export type Colouring = boolean | 'light';

/*
 * Only the palette's own colours, which follow the learner's theme. Measured on 15 usual palettes, light and dark: red,
 * green, yellow and cyan reach 3:1 on nearly all, which is enough for a sign or for bold words, and on few 4.5:1, which a
 * sentence needs. So a sentence keeps the terminal's own colour. On light ones, blue and magenta are always the better.
 */
const usual: Readonly<Record<Exclude<Tone, 'quiet'>, string>> = {
  good: 'green',
  bad: 'red',
  warn: 'yellow',
  accent: 'cyan',
};
const onLight: typeof usual = { ...usual, warn: 'magenta', accent: 'blue' };

/** The colour for a piece of text, by its name in the palette; undefined for the terminal's own. Pure. */
export function toneColour(part: Span, colouring: Colouring): string | undefined {
  const { tone } = part;
  if (colouring === false || tone === undefined || tone === 'quiet') return undefined;
  if (part.strong !== true && isRead(part)) return undefined;
  return (colouring === 'light' ? onLight : usual)[tone];
}

/** True for quiet signs and labels. A dim sentence falls to 2:1 on some palettes: it is drawn as any other text. Pure. */
export function isDim(part: Span): boolean {
  return part.tone === 'quiet' && !isRead(part);
}

function isRead({ text, prose }: Span): boolean {
  return prose === true || isSentence(text);
}

/** True if the terminal says that its background is light: COLORFGBG is `foreground;background`, by palette. Pure. */
export function isLight(env: Readonly<Record<string, string | undefined>>): boolean {
  const background = /;(\d+)$/.exec(env.COLORFGBG ?? '')?.[1];
  return background === '7' || (background !== undefined && Number(background) >= 9);
}
