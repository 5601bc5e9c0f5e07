import { describe, expect, test } from 'vitest';
import { costRatio } from '../../test/fakes/cost-ratio.ts';
import { grammarOf } from './grammar.ts';
import { tokenise } from './tokenise.ts';

function read(file: string, source: string) {
  const grammar = grammarOf(file);
  if (grammar === undefined) throw new Error(`no grammar for ${file}`);
  return tokenise(source, grammar);
}

/** What is left of a source for the comparison. */
function kept(file: string, source: string) {
  const { signs, since } = read(file, source);
  return [...signs].map((sign, at) => (sign === 0 ? `name-${since[at]}` : sign));
}

describe('what nobody would call a difference', () => {
  test.each([
    ['names', 'a.js', 'let total = price * total', 'let soma = preco * soma'],
    ['texts and numbers', 'a.js', 'print("hello", 1)', "print('olá, você', 0x2f)"],
    ['comments', 'a.js', 'f(); // call\n/* it */ g()', 'f(); g()'],
    ['layout, semicolons and trailing commas', 'a.ts', 'f({\n  a,\n  b,\n});', 'f({a, b})'],
    ['let, const, === and export', 'a.ts', 'export const a = b === c', 'let a = b == c'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code that is read has one.
    ['templates and their texts', 'a.js', 'f(`one ${x + 1} two`)', 'f(`um ${y + 2}`)'],
    ['texts of many lines', 'a.py', 'x = """one\ntwo"""', "x = 'um'"],
    ['prefixes of texts', 'a.py', 'x = f"{a}"', 'x = rb"a"'],
    ['raw texts', 'a.go', 'x := `one\ntwo`', 'x := "um"'],
    ['here-documents', 'a.sh', 'cat <<EOF\nit\'s "me\nEOF\nls', 'cat <<FIM\noutra\ncoisa\nFIM\nls'],
    ['upper case in SQL', 'a.sql', 'SELECT a FROM b', 'select x from y'],
  ])('%s', (_what, file, one, other) => {
    expect(kept(file, one)).toEqual(kept(file, other));
  });
});

describe('what is a difference', () => {
  test.each([
    ['another operator', 'a.js', 'a + b', 'a - b'],
    ['another keyword', 'a.py', 'return a', 'yield a'],
    ['another name where the same one stood', 'a.go', 'a.b(a)', 'a.b(c)'],
    ['another option', 'a.sh', 'docker run --rm x', 'docker run --detach x'],
  ])('%s', (_what, file, one, other) => {
    expect(kept(file, one)).not.toEqual(kept(file, other));
  });
});

test.each([
  ['a regular expression with quotes in it', 'a.js', 'x = /["\'`]/.test(y);\nnext()'],
  ['a regular expression with a comment in it', 'a.js', 'x = y.replace(/[/*]/g, z);\nnext()'],
  ['a division', 'a.js', 'x = a / b; y = "/";\nnext()'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the code that is read has one.
  ['a template in a template', 'a.js', 'x = `a ${b ? `c ${d} }` : {}} e`;\nnext()'],
  ['a quote that is not closed', 'a.js', 'x = "oops\nnext()'],
  ['a number sign within a word', 'a.sh', 'x=$# y=a#b\nnext()'],
])('%s hides nothing that follows', (_what, file, source) => {
  const { signs, lines } = read(file, source);
  expect([...lines.slice(-3)]).toEqual([2, 2, 2]);
  expect(signs.at(-3)).toBe(0);
});

test('knows the lines of what follows texts and comments of many lines', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the code that is read has one.
  const { lines } = read('a.js', '/*\n\n*/ a\n`\n${b}\n`\nc');
  expect([...lines]).toEqual([3, 4, 5, 5, 7]);
});

const hostile: readonly (readonly [what: string, file: string, piece: string])[] = [
  ['quotes', 'a.js', '"\\'],
  ['back-quotes', 'a.js', '`'],
  ['templates within templates', 'a.js', '`${'],
  ['braces', 'a.js', '{'],
  ['slashes', 'a.js', '/\\'],
  ['beginnings of classes', 'a.js', '=/['],
  ['beginnings of comments', 'a.js', '/*'],
  ['here-documents', 'a.sh', 'cat <<E\n'],
  ['here-documents of many names in one line', 'a.sh', '<<A <<B '],
  ['quotes of many lines', 'a.py', '"""\''],
  ['prefixes', 'a.py', 'rb'],
  ['dashes', 'a.sh', '--a'],
  ['NUL bytes', 'a.go', '\0'],
  ['what was no UTF-8', 'a.java', '\uFFFDa'],
  ['halves of surrogates', 'a.java', '\uD800'],
  ['digits', 'a.js', '1.'],
];

test.each(hostile)('ends on nothing but %s, in time in proportion', (_what, file, piece) => {
  const few = piece.repeat(20_000);
  const many = piece.repeat(160_000);
  const { lines, signs } = read(file, many);
  expect(lines).toHaveLength(signs.length);
  // Eight times as much: 64 times as long, were it read again and again.
  const ratio = costRatio(
    () => read(file, few),
    () => read(file, many),
    32,
  );
  expect(ratio).toBeLessThan(32);
});

test('reads a line of many megabytes', () => {
  const { lines } = read('a.js', `${'x'.repeat(20_000_000)}\ny`);
  expect([...lines]).toEqual([1, 2]);
});
