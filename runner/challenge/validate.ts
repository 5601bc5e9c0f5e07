import { type Localised, languages } from '../base/language.ts';
import { shellWords } from '../base/shell-words.ts';
import type { Challenge, Objective } from './definition.ts';
import { rolesOf } from './roles-of.ts';

/**
 * What is wrong with the catalogue, one sentence each, for the challenge's author (so in English); empty where nothing
 * is. Looks at the data only, not at the files beside it.
 */
export function problemsOfCatalogue(challenges: readonly Challenge[]): string[] {
  return [
    ...repeated(challenges.map(({ id }) => id)).map(id => `two challenges have the id ${id}`),
    ...repeated(challenges.map(({ number }) => String(number))).map(number => `two challenges have number ${number}`),
    ...challenges.flatMap(problemsOf),
  ];
}

/** What is wrong with one challenge, one sentence each, beginning with its id. */
export function problemsOf(challenge: Challenge): string[] {
  return [
    ...identity(challenge),
    ...roles(challenge),
    ...objectives(challenge),
    ...steps(challenge),
    ...sabotage(challenge),
  ].map(problem => `${challenge.id}: ${problem}`);
}

function identity({ id, number, title, summary, suggestedNetwork, roles }: Challenge): string[] {
  const needsNetwork = roles.some(({ run }) => run.includes('{network}'));
  return [
    ...(/^\d{2,}(-[a-z0-9]+)+$/.test(id) ? [] : ['the id is not a number and words, such as 01-networked-containers']),
    ...(Number.parseInt(id, 10) === number ? [] : [`the id does not begin with its number, ${number}`]),
    ...empty('title', title),
    ...empty('summary', summary),
    ...(suggestedNetwork === '' && needsNetwork ? ['suggestedNetwork is empty'] : []),
  ];
}

function roles(challenge: Challenge): string[] {
  const ids = challenge.roles.map(({ id }) => id);
  return [
    ...repeated(ids).map(id => `two roles have the id ${id}`),
    ...repeated(challenge.roles.map(role => role.suggested)).map(name => `two roles suggest the name ${name}`),
    ...challenge.roles.flatMap(role => [
      ...empty(`role ${role.id}: title`, role.title),
      // Container names need two characters or more.
      ...(/^[a-zA-Z0-9][\w.-]+$/.test(role.suggested)
        ? []
        : [`role ${role.id}: ${role.suggested} is no container name`]),
      ...role.calls.filter(called => !ids.includes(called)).map(called => `role ${role.id} calls an unknown ${called}`),
      ...(role.mounts ?? [])
        .filter(id => challenge.roles.every(other => other.id !== id || other.kind !== 'volume'))
        .map(id => `role ${role.id} mounts ${id}, which is no volume's role`),
      // Empty where a ready image is meant to be used.
      ...(role.build === '' ? [] : notPlain(`role ${role.id}: build`, role.build)),
      ...notPlain(`role ${role.id}: run`, role.run.replaceAll('{network}', challenge.suggestedNetwork)),
    ]),
  ];
}

function objectives(challenge: Challenge): string[] {
  const roleIds = challenge.roles.map(({ id }) => id);
  const ids = challenge.objectives.map(({ id }) => id);
  return [
    ...(challenge.objectives.some(objective => !objective.bonus) ? [] : ['no objective is required']),
    ...repeated(ids).map(id => `two objectives have the id ${id}`),
    ...challenge.objectives.flatMap((objective, index) => [
      ...texts(objective),
      ...(objective.points > 0 ? [] : [`objective ${objective.id}: its points are not above zero`]),
      ...objective.needs
        .filter(needed => !ids.slice(0, index).includes(needed))
        .map(needed => `objective ${objective.id} needs ${needed}, which does not come before it`),
      ...rolesOf(objective.check)
        .filter(role => !roleIds.includes(role))
        .map(role => `objective ${objective.id} looks at an unknown role ${role}`),
    ]),
  ];
}

function texts(objective: Objective): string[] {
  return (['title', 'why', 'idea', 'feature'] as const).flatMap(key =>
    empty(`objective ${objective.id}: ${key}`, objective[key]),
  );
}

function steps(challenge: Challenge): string[] {
  return challenge.steps.flatMap(({ command, what }) => [
    ...empty(`step ${command}: what`, what),
    ...notPlain('step', command),
  ]);
}

function sabotage(challenge: Challenge): string[] {
  const ids = challenge.objectives.map(({ id }) => id);
  return [
    ...repeated(challenge.sabotage.map(({ folder }) => folder)).map(folder => `two sabotages are in ${folder}`),
    ...challenge.sabotage.flatMap(({ folder, fails }) => [
      ...(fails.length > 0 ? [] : [`sabotage ${folder} fails nothing`]),
      ...fails.filter(id => !ids.includes(id)).map(id => `sabotage ${folder} fails an unknown objective ${id}`),
    ]),
  ];
}

/** The steps are run without a shell, with words of our own put in. */
function notPlain(where: string, command: string): string[] {
  try {
    const [program] = shellWords(command);
    return program === 'docker' ? [] : [`${where}: no docker command: ${command}`];
  } catch (error) {
    return [`${where}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function empty(what: string, text: Localised): string[] {
  return languages.filter(language => text[language].trim() === '').map(language => `${what} is empty in ${language}`);
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
