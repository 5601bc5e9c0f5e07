import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemsOfChecks } from '../runner/author/check-kinds.ts';
import { problemsOfPlace } from '../runner/author/check-place.ts';
import { problemsOfFiles } from '../runner/author/files.ts';
import { catalogue } from './catalogue.ts';

describe.each(catalogue)('$id', challenge => {
  test('its folder holds what its definition says, in both languages', async () => {
    expect(await problemsOfFiles(challenge, join(import.meta.dirname, challenge.id))).toEqual([]);
  });

  test('its steps say, in both languages, what each command is for', () => {
    for (const { what } of challenge.steps)
      for (const text of [what.en, what['pt-BR']]) expect(text).toMatch(/^\p{Lu}.*[.!?]$/u);
  });

  test('it stands where its name says, in the catalogue, and a test proves it on an engine', async () => {
    const root = join(import.meta.dirname, '..');
    expect(await problemsOfPlace(challenge, join(import.meta.dirname, challenge.id), root)).toEqual([]);
  });

  test('its checks are of kinds that there are, and say what their kinds know', () => {
    expect(problemsOfChecks(challenge)).toEqual([]);
  });
});
