import { describe, expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';

describe('fileNameOf', () => {
  test.each(['ana', 'ana-souza', 'team_7', 'a1.b2', '2026001'])('keeps %s', id => {
    expect(fileNameOf(id)).toBe(id);
  });

  test('keeps what can be read of a name', () => {
    expect(fileNameOf('João Conceição')).toMatch(/^joao-conceicao-[0-9a-f]{12}$/);
    expect(fileNameOf('李明')).toMatch(/^id-[0-9a-f]{12}$/);
  });

  const hostile = [
    '..',
    '.',
    '',
    'CON',
    'con',
    'nul.txt',
    'COM1',
    'a/../../b',
    'a\\b',
    '/etc/passwd',
    '-rf',
    '.hidden',
    'ends.',
    'ends ',
    'x'.repeat(4000),
    '🦆🦆',
    '<script>',
    "=cmd|' /C calc'!A0",
    'a\u0000b',
    'a\nb',
    '\u202Etxt.exe',
    '\uD800',
  ];

  test.each(hostile)('makes a safe name of %j', id => {
    const name = fileNameOf(id);
    expect(name).toMatch(/^[a-z0-9][a-z0-9._-]{0,63}$/);
    expect(name).not.toMatch(/\.\.|[.-]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/);
    expect(fileNameOf(id)).toBe(name);
  });

  test('makes different names of different ids, whatever the file system thinks of case and accents', () => {
    const ids = [...hostile, 'ana', 'Ana', 'ANA', 'aná', 'ana\u0301', 'ana ', ' ana', 'ana-', '\uD801', '\uFFFD'];
    const taken = ids.flatMap(id => [id, fileNameOf(id)]);
    const unique = new Set(taken);
    expect(new Set([...unique].map(fileNameOf)).size).toBe(unique.size);
  });
});
