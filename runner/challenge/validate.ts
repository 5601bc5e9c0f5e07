import { type Localised, languages } from '../base/language.ts';
import type { Message } from '../base/message.ts';
import { NeedsShell, shellWords } from '../base/shell-words.ts';
import { say } from '../language/say.ts';
import type { Challenge, Objective } from './definition.ts';
import { rolesOf } from './roles-of.ts';

/**
 * What is wrong with the catalogue, one message each, for the challenges' authors; empty where nothing is. Looks at the data
 * only, not at the files beside it.
 */
export function problemsOfCatalogue(challenges: readonly Challenge[]): Message[] {
  return [
    ...repeated(challenges.map(({ id }) => id)).map(id => say('author.two-ids', { id })),
    ...repeated(challenges.map(({ number }) => number)).map(number => say('author.two-numbers', { number })),
    ...challenges.flatMap(problemsOf),
  ];
}

/** What is wrong with one challenge's data, one message each. Pure. */
export function problemsOf(challenge: Challenge): Message[] {
  return [
    ...identity(challenge),
    ...roles(challenge),
    ...objectives(challenge),
    ...steps(challenge),
    ...sabotage(challenge),
  ];
}

function identity({ id, number, title, summary, suggestedNetwork, roles }: Challenge): Message[] {
  const needsNetwork = roles.some(({ run }) => run.includes('{network}'));
  return [
    ...(/^\d{2,}(-[a-z0-9]+)+$/.test(id) ? [] : [say('author.bad-id', { id })]),
    ...(Number.parseInt(id, 10) === number ? [] : [say('author.id-number', { id, number })]),
    ...empty('title', title),
    ...empty('summary', summary),
    ...(suggestedNetwork === '' && needsNetwork ? [say('author.no-network')] : []),
  ];
}

function roles(challenge: Challenge): Message[] {
  const ids = challenge.roles.map(({ id }) => id);
  return [
    ...repeated(ids).map(role => say('author.two-roles', { role })),
    ...repeated(challenge.roles.map(role => role.suggested)).map(name => say('author.two-names', { name })),
    ...challenge.roles.flatMap(role => [
      ...empty(`roles['${role.id}']`, role.title),
      // Container names need two characters or more.
      ...(/^[a-zA-Z0-9][\w.-]+$/.test(role.suggested)
        ? []
        : [say('author.container-name', { role: role.id, name: role.suggested })]),
      ...role.calls
        .filter(called => !ids.includes(called))
        .map(called => say('author.calls-unknown', { role: role.id, called, known: ids })),
      ...(role.mounts ?? [])
        .filter(id => challenge.roles.every(other => other.id !== id || other.kind !== 'volume'))
        .map(volume => say('author.mounts-unknown', { role: role.id, volume })),
      // Empty where a ready image is meant to be used.
      ...(role.build === '' ? [] : notPlain(`roles['${role.id}'].build`, role.build)),
      ...notPlain(`roles['${role.id}'].run`, role.run.replaceAll('{network}', challenge.suggestedNetwork)),
    ]),
  ];
}

function objectives(challenge: Challenge): Message[] {
  const known = challenge.roles.map(({ id }) => id);
  const ids = challenge.objectives.map(({ id }) => id);
  return [
    ...(challenge.objectives.some(objective => !objective.bonus) ? [] : [say('author.nothing-required')]),
    ...repeated(ids).map(objective => say('author.two-objectives', { objective })),
    ...challenge.objectives.flatMap((objective, index) => [
      ...texts(objective),
      ...(objective.points > 0 ? [] : [say('author.no-points', { objective: objective.id })]),
      ...objective.needs
        .filter(needed => !ids.slice(0, index).includes(needed))
        .map(needed => say('author.needs-later', { objective: objective.id, needed })),
      ...rolesOf(objective.check)
        .filter(role => !known.includes(role))
        .map(role => say('author.unknown-role', { objective: objective.id, role, known })),
    ]),
  ];
}

function texts(objective: Objective): Message[] {
  return (['title', 'why', 'idea', 'feature'] as const).flatMap(key =>
    empty(`objectives['${objective.id}'].${key}`, objective[key]),
  );
}

function steps(challenge: Challenge): Message[] {
  return challenge.steps.flatMap(({ command, what }, index) => [
    ...empty(`steps[${index}]`, what),
    ...notPlain(`steps[${index}].command`, command),
  ]);
}

function sabotage(challenge: Challenge): Message[] {
  const ids = challenge.objectives.map(({ id }) => id);
  return [
    ...repeated(challenge.sabotage.map(({ folder }) => folder)).map(folder => say('author.two-sabotages', { folder })),
    ...challenge.sabotage.flatMap(({ folder, fails }) => [
      ...(fails.length > 0 ? [] : [say('author.fails-nothing', { folder })]),
      ...fails.filter(id => !ids.includes(id)).map(objective => say('author.fails-unknown', { folder, objective })),
    ]),
  ];
}

/** The steps are run without a shell, with words of our own put in. */
function notPlain(place: string, command: string): Message[] {
  try {
    const [program] = shellWords(command);
    return program === 'docker' ? [] : [say('author.not-docker', { place, command })];
  } catch (error) {
    if (!(error instanceof NeedsShell)) throw error;
    return [say('author.needs-shell', { place, character: error.character, command })];
  }
}

function empty(place: string, text: Localised): Message[] {
  return languages
    .filter(language => text[language].trim() === '')
    .map(language => say('author.empty', { place, language }));
}

function repeated<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
