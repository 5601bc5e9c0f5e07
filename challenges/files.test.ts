import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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

  test('a test proves on an engine that it is as it says', () => {
    const number = String(challenge.number).padStart(2, '0');
    const proof = join(import.meta.dirname, `../runner/test/challenges/proof-${number}.test.ts`);
    expect(readFileSync(proof, 'utf8')).toContain(`challenges/${challenge.id}/challenge.ts`);
  });
});
