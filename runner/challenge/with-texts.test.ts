import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { networkedContainers } from '../../challenges/01-networked-containers/challenge.ts';
import { texts as en } from '../../challenges/01-networked-containers/texts/en.ts';
import { texts as ptBR } from '../../challenges/01-networked-containers/texts/pt-BR.ts';
import { catalogue } from '../../challenges/catalogue.ts';
import { languages } from '../base/language.ts';
import { say } from '../language/say.ts';
import { problemsOf } from './validate.ts';
import { type ChallengeTexts, withTexts } from './with-texts.ts';

describe.each(catalogue)('$id', challenge => {
  const folder = join(import.meta.dirname, '../../challenges', challenge.id, 'texts');

  test('has a file of texts for each language, and no other', () => {
    expect(readdirSync(folder).toSorted()).toEqual(languages.map(language => `${language}.ts`).toSorted());
  });

  test.each(languages)('speaks in %s of what there is, and of nothing else', async language => {
    const { texts } = (await import(join(folder, `${language}.ts`))) as { readonly texts: ChallengeTexts };
    expect(Object.keys(texts.roles)).toEqual(challenge.roles.map(({ id }) => id));
    expect(Object.keys(texts.objectives)).toEqual(challenge.objectives.map(({ id }) => id));
    expect(texts.steps).toHaveLength(challenge.steps.length);
  });
});

test('a text that is missing is told, with its place and its language', () => {
  const { 'custom-network': first, ...objectives } = ptBR.objectives;
  const { server: _, ...roles } = ptBR.roles;
  const gappy = {
    ...ptBR,
    title: ' ',
    roles,
    steps: ptBR.steps.slice(1),
    objectives: { ...objectives, 'by-name': { ...first, why: '' } },
  };
  const problems = problemsOf(withTexts(networkedContainers, { en, 'pt-BR': gappy as ChallengeTexts }));
  const places = ['title', "roles['server']", "objectives['custom-network'].title", "objectives['custom-network'].why"];
  const empty = [...places, "objectives['by-name'].why", `steps[${networkedContainers.steps.length - 1}]`];
  expect(problems).toEqual(
    expect.arrayContaining(empty.map(place => say('author.empty', { place, language: 'pt-BR' }))),
  );
  expect(problems.filter(({ params }) => params.language !== 'pt-BR')).toEqual([]);
});
