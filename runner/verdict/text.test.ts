import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { networkedContainers as challenge } from '../../challenges/01-networked-containers/challenge.ts';
import { type Language, languages } from '../base/language.ts';
import { recordedEvidence, recordedNames } from '../test/fakes/recorded-evidence.ts';
import { tellReport } from './tell-report.ts';
import { renderText, type TextOptions } from './text.ts';
import { reportOf } from './verify.ts';

const engine = { version: '20.10.24', api: '1.41', os: 'linux', arch: 'amd64', source: 'DOCKER_HOST' };
const reported = (name: string, language: Language) =>
  tellReport(reportOf(challenge, recordedEvidence(name), engine, { binds: {} }), challenge, language);
const written = (name: string, change: Partial<TextOptions> = {}) => {
  const options = { language: 'en' as const, colour: false, columns: 80, ...change };
  return renderText(reported(name, options.language), options);
};

describe.each(recordedNames)('the report of %s', name => {
  test.each(languages)('names each objective, and gives each next step on a line of its own (%s)', language => {
    const lines = written(name, { language, columns: 60 }).split('\n');
    for (const { title, next } of reported(name, language).objectives) {
      expect(lines.filter(line => line.includes(title)).length, title).toBeGreaterThan(0);
      if (next !== '')
        expect(
          lines.some(line => line.endsWith(` ${next}`)),
          next,
        ).toBe(true);
    }
  });

  test('keeps within the width but for next steps, titles and the score', () => {
    const { objectives } = reported(name, 'en');
    const mayBeLong = objectives.flatMap(({ next, title }) => [next, title]).filter(text => text !== '');
    const long = written(name, { columns: 60 })
      .split('\n')
      .slice(0, -2)
      .filter(line => line.length > 60);
    expect(long.filter(line => !mayBeLong.some(text => line.includes(text)))).toEqual([]);
  });
});

test('colours change nothing in what is said', () => {
  const coloured = written('starter', { colour: true });
  expect(coloured).not.toBe(written('starter'));
  expect(stripVTControlCharacters(coloured)).toBe(written('starter'));
});

test('what is met is told shortly, and the score says how far one has come', () => {
  const text = written('solution');
  expect(text).not.toMatch(/expected|next/);
  expect(text).toMatch(/20 of 20 points, and 2 bonus\. .*Well done!\n$/);
  expect(written('nothing')).toMatch(/\n0 of 20 points\.\n$/);
});

test('what could not be told is said not to count against anybody', () => {
  expect(written('two-clients')).toContain('does not count against you');
  expect(written('starter')).not.toContain('does not count against you');
});

test('roles are told with who plays them, or that nobody was found', () => {
  expect(written('other-names')).toContain('the server is servidor\n');
  expect(written('nothing')).toContain('the server not found\n');
  expect(written('two-clients')).toContain('the client not clear\n');
  expect(written('other-names', { language: 'pt-BR' })).toContain('o servidor é servidor\n');
});
