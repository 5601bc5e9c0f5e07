/** How a moment stands in an instructor's file. */
export const momentExample = '2026-11-20T23:59:00-03:00';

/**
 * A date and time with its zone (ISO 8601 as in RFC 3339; a space may stand for the `T`, seconds may be missing) in the one
 * form that moments are kept in; `undefined` if it is none. Without a zone nobody knows when it was.
 */
export function momentOf(text: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})$/i.exec(
    text.trim(),
  );
  if (parts === null) return undefined;
  const [, year, month, day, time, seconds = '', zone = ''] = parts;
  // Date.parse takes the 31st of February for a day in March.
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) > days) return undefined;
  const colon = zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2').toUpperCase();
  const moment = Date.parse(`${year}-${month}-${day}T${time}${seconds}${colon}`);
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}
