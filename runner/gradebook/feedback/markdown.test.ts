import { describe, expect, test } from 'vitest';
import { block, escaped, inline } from './markdown.ts';

describe('escaped', () => {
  test.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['# no heading', '\\# no heading'],
    ['[link](javascript:x)', '\\[link\\](javascript:x)'],
    ['a | b', 'a \\| b'],
    ['*bold* _soft_ `code`', '\\*bold\\* \\_soft\\_ \\`code\\`'],
    ['see https://example.invalid or www.example.invalid', 'see https\\://example.invalid or www\\.example.invalid'],
    ['1. no list', '1\\. no list'],
    ['- no list', '\\- no list'],
    ['=== no heading', '\\=== no heading'],
    ['&lt;', '&amp;lt;'],
    ['one\n\n# two', 'one \\# two'],
    ['back\\slash', 'back\\\\slash'],
    ['@everyone $x$', '\\@everyone \\$x\\$'],
  ])('%j becomes %j', (text, expected) => expect(escaped(text)).toBe(expected));
});

describe('inline', () => {
  test('code of the lab stays code, and what is in it stays as it is', () => {
    expect(inline('`client` is on `<bridge>`; *not* here.')).toBe('`client` is on `<bridge>`; \\*not\\* here.');
  });
  test('a backtick that is alone begins no code', () => expect(inline('it`s <b>')).toBe('it\\`s &lt;b&gt;'));
});

describe('block', () => {
  test('no fence in it ends it', () => {
    expect(block(['```', 'x', '`````'], 'text')).toBe('``````text\n```\nx\n`````\n``````');
  });
  test('is short where nothing needs more', () => expect(block(['docker ps'], 'sh')).toBe('```sh\ndocker ps\n```'));
});
