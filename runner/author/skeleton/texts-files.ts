import type { Language } from '../../base/language.ts';
import type { ChallengeTexts } from '../../challenge/with-texts.ts';
import { type Blueprint, objectivesOf, type SkeletonFile, spoken } from './blueprint.ts';
import { stepsOf } from './commands.ts';
import { literal } from './literal.ts';

/** All that a challenge says, a file for each language: what can be told from the roles is there, the rest is a TODO. Pure. */
export function textsFiles(blueprint: Blueprint): SkeletonFile[] {
  return [fileOf('en', english(blueprint)), fileOf('pt-BR', portuguese(blueprint))];
}

function english(blueprint: Blueprint): ChallengeTexts {
  return {
    title: 'TODO: the title, in a few words',
    summary: 'TODO: one sentence on what the learner builds.',
    roles: Object.fromEntries(blueprint.roles.map(role => [role, spoken(role)])),
    objectives: Object.fromEntries(
      objectivesOf(blueprint).map(({ id, title }) => [
        id,
        {
          title: title.en,
          why: 'TODO: why it matters, in a sentence or two.',
          idea: 'TODO: the idea (the first hint).',
          feature: 'TODO: the Docker feature (the second hint).',
        },
      ]),
    ),
    steps: stepsOf(blueprint).map(({ en }) => en),
  };
}

function portuguese(blueprint: Blueprint): ChallengeTexts {
  return {
    title: 'TODO: o título, em poucas palavras',
    summary: 'TODO: uma frase sobre o que se constrói.',
    roles: Object.fromEntries(blueprint.roles.map(role => [role, `TODO: o ou a ${role.replaceAll('-', ' ')}`])),
    objectives: Object.fromEntries(
      objectivesOf(blueprint).map(({ id, title }) => [
        id,
        {
          title: title['pt-BR'],
          why: 'TODO: por que isso importa, em uma ou duas frases.',
          idea: 'TODO: a ideia (a primeira dica).',
          feature: 'TODO: o recurso do Docker (a segunda dica).',
        },
      ]),
    ),
    steps: stepsOf(blueprint).map(({ ptBR }) => ptBR),
  };
}

function fileOf(language: Language, texts: ChallengeTexts): SkeletonFile {
  return {
    path: `texts/${language}.ts`,
    text: `import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = ${literal(texts)};
`,
  };
}
