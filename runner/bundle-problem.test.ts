import { expect, test } from 'vitest';
import { challengeProblem } from './bundle-problem.ts';
import { say } from './language/say.ts';

/** As rolldown 1.2 throws it, with what it draws left out. */
function thrown(part: object): Error {
  return Object.assign(new Error('Build failed with 1 error'), { errors: [part] });
}

const file = '/lab/challenges/06-pair/challenge.ts';
const path = 'challenges/06-pair/challenge.ts';

test('a file of texts that is missing is told by where it is asked for', () => {
  const error = thrown({
    ...{ code: 'UNRESOLVED_IMPORT', id: file, loc: { line: 4, column: 30, file }, exporter: './texts/pt-BR.ts' },
    message: "\u001b[31m[UNRESOLVED_IMPORT] \u001b[0mCould not resolve './texts/pt-BR.ts'\n   ╭─[ … ]",
  });
  const reason = say('author.no-import', { path: './texts/pt-BR.ts' });
  expect(challengeProblem(error, '/lab')).toEqual(say('author.not-bundled', { path, line: 4, reason }));
});

test('anything else is told in the first line of what the bundler says', () => {
  const error = thrown({
    ...{ code: 'PARSE_ERROR', id: file, loc: { line: 7, column: 0, file } },
    message: '\u001b[31m[PARSE_ERROR] \u001b[0mExpected `}` but found `EOF`\n    ╭─',
  });
  expect(challengeProblem(error, '/lab')?.params).toEqual({ path, line: 7, reason: 'Expected `}` but found `EOF`' });
});

test.each([
  thrown({ code: 'PARSE_ERROR', id: '/lab/runner/main.ts', loc: { line: 1 }, message: 'x' }),
  thrown({ code: 'OTHER', message: 'x' }),
  new Error('the disk is full'),
  undefined,
])('what is not about a challenge is none of it', error => {
  expect(challengeProblem(error, '/lab')).toBeUndefined();
});
