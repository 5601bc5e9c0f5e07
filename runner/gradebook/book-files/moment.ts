/** How a moment stands in an instructor's file. */
export const momentExample = '2026-11-20T23:59:00-03:00';

/**
 * A date and time (ISO 8601 as in RFC 3339; a space may stand for the `T`, seconds may be missing) in the one form that moments are
 * kept in; `undefined` if it is none. Without a zone of its own it is in `zone`, a name of the IANA's; where there is none either,
 * nobody knows when it was.
 */
export function momentOf(text: string, zone?: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
    text.trim(),
  );
  if (parts === null) return undefined;
  const [, year, month, day, time, seconds = '', own] = parts;
  // Date.parse takes the 31st of February for a day in March.
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) > days) return undefined;
  const offset = own?.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2').toUpperCase();
  if (offset === undefined && zone === undefined) return undefined;
  const moment = Date.parse(`${year}-${month}-${day}T${time}${seconds}${offset ?? 'Z'}`);
  if (Number.isNaN(moment)) return undefined;
  return new Date(offset === undefined && zone !== undefined ? inZone(moment, zone) : moment).toISOString();
}

/** Whether a text is a date and time, with a zone or without. */
export function isMoment(text: string): boolean {
  return momentOf(text, 'UTC') !== undefined;
}

/** Whether a text names a time zone that this machine knows, such as `America/Sao_Paulo`. */
export function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text !== '';
  } catch {
    return false;
  }
}

/**
 * When the clocks of a zone show what those of UTC show at `shown`; milliseconds both. An hour that a change of the clocks skips is
 * taken as an hour later, and one that it repeats as the first.
 */
function inZone(shown: number, zone: string): number {
  const dayMs = 86_400_000;
  const [before, after] = [offsetAt(shown - dayMs, zone), offsetAt(shown + dayMs, zone)];
  const fits = [shown - before, shown - after].filter(moment => moment + offsetAt(moment, zone) === shown);
  return fits.length === 0 ? shown - before : Math.min(...fits);
}

/** How far the clocks of a zone are ahead of UTC's, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const of = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = of;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}
