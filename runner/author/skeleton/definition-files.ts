import {
  type Blueprint,
  idOf,
  networkOf,
  objectivesOf,
  type SkeletonFile,
  serverOf,
  suggestedOf,
  variableOf,
} from './blueprint.ts';
import { buildCommand, runCommand, stepsOf } from './commands.ts';
import { literal } from './literal.ts';
import { sabotagesOf } from './sabotages.ts';

/** The definition, as data: `challenge.ts` and the objectives beside it. Pure. */
export function definitionFiles(blueprint: Blueprint): SkeletonFile[] {
  return [
    { path: 'challenge.ts', text: definition(blueprint) },
    { path: 'objectives.ts', text: objectives(blueprint) },
  ];
}

function definition(blueprint: Blueprint): string {
  const { number, roles } = blueprint;
  const server = serverOf(blueprint);
  const data = {
    id: idOf(blueprint),
    number,
    suggestedNetwork: networkOf(blueprint),
    roles: roles.map(role => ({
      id: role,
      suggested: suggestedOf(blueprint, role),
      ...(role === server ? { speaks: 'http' } : {}),
      words: [...new Set([role, ...role.split('-')])],
      calls: role === server ? [] : [server],
      build: buildCommand(blueprint, role),
      run: runCommand(blueprint, role),
    })),
    steps: stepsOf(blueprint).map(({ command }) => ({ command })),
    sabotage: sabotagesOf(blueprint).map(({ folder, fails }) => ({ folder, fails })),
  };
  const { steps, sabotage, ...first } = data;
  const body = [...fields(first), '    objectives,', ...fields({ steps, sabotage })];
  return `import { withTexts } from '../../runner/challenge/with-texts.ts';
import { objectives } from './objectives.ts';
import { texts as en } from './texts/en.ts';
import { texts as ptBR } from './texts/pt-BR.ts';

/** Challenge ${number}. TODO: say in one sentence what is built. */
export const ${variableOf(blueprint)} = withTexts(
  {
${body.join('\n')}
  },
  { en, 'pt-BR': ptBR },
);
`;
}

const fields = (data: object) => Object.entries(data).map(([name, value]) => `    ${name}: ${literal(value, '    ')},`);

function objectives(blueprint: Blueprint): string {
  const data = objectivesOf(blueprint).map(({ id, points, bonus, needs, check }) => ({
    ...{ id, points, bonus, needs, check },
  }));
  return `import type { ObjectiveData } from '../../runner/challenge/with-texts.ts';

/** What the challenge asks for, in the order in which a learner meets it. Kinds of checks: docs/checks.md. */
export const objectives: readonly ObjectiveData[] = ${literal(data)};
`;
}
