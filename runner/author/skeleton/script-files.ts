import { type Blueprint, type SkeletonFile, suggestedOf } from './blueprint.ts';
import { buildCommand, stepsOf } from './commands.ts';
import { sabotagesOf } from './sabotages.ts';

/** The scripts: the solution's, the starter's, which does not pass, and one for each sabotage. Pure. */
export function scriptFiles(blueprint: Blueprint): SkeletonFile[] {
  const { number, roles } = blueprint;
  const naive = roles.flatMap(role => [
    buildCommand(blueprint, role),
    `docker run --detach --name ${suggestedOf(blueprint, role)} ${suggestedOf(blueprint, role)}`,
  ]);
  return [
    {
      path: 'solution/up.sh',
      text: script(
        `The reference solution: challenge ${number}, by hand, with the plain docker command.`,
        stepsOf(blueprint).map(({ command }) => command),
      ),
    },
    {
      path: 'starter/up.sh',
      text: script(`A first attempt. It runs, and it does not work yet: \`lab verify ${number}\` says why.`, naive),
    },
    ...sabotagesOf(blueprint).map(({ folder, comment, commands }) => ({
      path: `sabotage/${folder}/up.sh`,
      text: script(comment, commands),
    })),
  ];
}

function script(comment: string, commands: readonly string[]): string {
  return ['#!/bin/sh', `# ${comment}`, 'set -eu', 'cd "$(dirname "$0")"', '', ...commands, ''].join('\n');
}
