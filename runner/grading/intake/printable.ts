import { fitToShow } from '../../base/fit-to-show.ts';

/** A name or a text from a submission as it can be shown, with a sign where something was taken out, and of bounded length. */
export function printable(text: string, longest = 120): string {
  return fitToShow(text, { strict: true, instead: '\uFFFD', max: longest });
}
