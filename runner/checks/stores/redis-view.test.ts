import { expect, test } from 'vitest';
import { countingCommands, numbersOf } from './redis-view.ts';

test('only commands that make numbers larger are counted, without those that failed', () => {
  const stats = [
    '# Commandstats',
    'cmdstat_get:calls=9,usec=31,usec_per_call=3.44,rejected_calls=0,failed_calls=0',
    'cmdstat_incr:calls=7,usec=31,usec_per_call=4.43,rejected_calls=0,failed_calls=2',
    'cmdstat_config|get:calls=1,usec=3,usec_per_call=3.00,rejected_calls=0,failed_calls=0',
    // As before Redis 6.2.
    'cmdstat_hincrby:calls=3,usec=9,usec_per_call=3.00',
    '',
  ].join('\r\n');
  expect(countingCommands(stats)).toEqual({ incr: 5, hincrby: 3 });
  expect(countingCommands('')).toEqual({});
});

test('the numbers of a key are its value, its length, or those of its fields', () => {
  expect(numbersOf('0:n', '42')).toEqual([['0:n', 42]]);
  expect(numbersOf('0:list', 3)).toEqual([['0:list', 3]]);
  expect(numbersOf('0:hash', ['total', '7', 'nome', 'ana'])).toEqual([['0:hash[total]', 7]]);
  for (const reply of ['olá', '4.5', '', null, { error: 'WRONGTYPE' }]) expect(numbersOf('0:x', reply)).toEqual([]);
});
