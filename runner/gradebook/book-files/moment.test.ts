import { expect, test } from 'vitest';
import { isZone, momentOf } from './moment.ts';

test.each([
  ['2026-11-20T23:59', 'America/Sao_Paulo', '2026-11-21T02:59:00.000Z'],
  ['2026-11-20 23:59:30', 'Asia/Kolkata', '2026-11-20T18:29:30.000Z'],
  // A zone of its own goes before the class's.
  ['2026-11-20T23:59+09:00', 'Europe/Lisbon', '2026-11-20T14:59:00.000Z'],
  ['2026-07-01T12:00', 'Europe/Lisbon', '2026-07-01T11:00:00.000Z'],
  ['2026-01-01T12:00', 'Europe/Lisbon', '2026-01-01T12:00:00.000Z'],
  // Berlin's clocks skip from 2 to 3 on the 29th of March, and show 2:30 twice on the 25th of October.
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ['2026-02-30T10:00', 'UTC', undefined],
  ['2026-11-20', 'UTC', undefined],
  ['2026-11-20T23:59', undefined, undefined],
])('%s in %s is %s', (text, zone, moment) => {
  expect(momentOf(text, zone)).toBe(moment);
});

test('a zone is one that the machine knows', () => {
  expect(['America/Bahia', 'UTC', 'Mars/Olympus', '', 'Brasília'].map(isZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
