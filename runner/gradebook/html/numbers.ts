import type { Language } from '../../base/language.ts';

/** How numbers and times are written in a language. */
export interface Numbers {
  /** To hundredths at most: `87.5`, `87,5`. */
  points(value: number): string;
  /** A part of 1, in whole percent: `75%`. */
  percent(part: number): string;
  /** Of an ISO 8601 time, in the class's zone; in UTC where it has none, so that every machine writes the same. The text itself where it is none. */
  time(iso: string): string;
}

/** See the ECMAScript Internationalization API. */
export function numbersOf(language: Language, timezone = 'UTC'): Numbers {
  const points = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: timezone });
  return {
    points: value => points.format(value),
    percent: part => percent.format(part),
    time: iso => {
      const at = new Date(iso);
      return Number.isNaN(at.getTime()) ? iso : `${time.format(at)} ${timezone}`;
    },
  };
}
