import { expect, test } from 'vitest';
import { span } from '../../base/text/line.ts';
import { areSameLines, isSameLine } from './same-lines.ts';

test('lines are the same where they look the same', () => {
  expect(isSameLine([span('a', 'good'), span('b')], [span('a', 'good'), span('b')])).toBe(true);
  expect(isSameLine([], [])).toBe(true);
  const cell = () => ({ ...span('x'), style: { foreground: 3, bold: true as const } });
  expect(isSameLine([cell()], [cell()])).toBe(true);
});

test('another text, tone, weight or number of lines is not the same', () => {
  expect(isSameLine([span('a')], [span('b')])).toBe(false);
  expect(isSameLine([span('a', 'good')], [span('a', 'bad')])).toBe(false);
  expect(isSameLine([span('a')], [span('a'), span('b')])).toBe(false);
  expect(isSameLine([span('a', 'good')], [span('a', 'good', true)])).toBe(false);
  expect(areSameLines([[span('a')]], [[span('a')], []])).toBe(false);
  expect(areSameLines([[span('a')], []], [[span('a')], []])).toBe(true);
});
