import type { CheckDefinition } from '../checks/define-check.ts';
import { checkDefinitions } from '../checks/registry.ts';

/** `docs/checks.md`: every kind of check, what it says, and an example. Made from the registry. Pure. */
export function checksPage(): string {
  const definitions = [...checkDefinitions.values()].sort((one, other) => one.kind.localeCompare(other.kind, 'en'));
  return [
    '# Kinds of checks',
    '',
    'What an objective of a challenge can look at: the `check` of an objective names one of these kinds, and the roles that it is about.',
    'Roles are ids of the challenge’s own. `lab author check` tells what is misspelt. Made from the registry by `npm run docs`.',
    ...definitions.flatMap(section),
    '',
  ].join('\n');
}

function section({ kind, about, example, observes, disrupts }: CheckDefinition): string[] {
  const disturbs =
    disrupts === undefined ? [] : [`It ${verbs[disrupts]} a container, so it is made only where that is allowed.`];
  return [
    '',
    `## ${kind}`,
    '',
    about,
    '',
    '```ts',
    `check: ${exampleOf(kind, example)},`,
    '```',
    '',
    [`Decided by ${observes === 'facts' ? 'what the engine’s inspection tells' : observes.about}.`, ...disturbs].join(
      ' ',
    ),
  ];
}

const verbs = { restart: 'restarts', stop: 'stops' } as const;

/** As it stands in a definition: `{ kind: 'own-image', role: 'server' }`. */
export function exampleOf(kind: string, example: object): string {
  const fields = Object.entries(example).map(([name, value]) => `${name}: ${written(value)}`);
  return `{ ${[`kind: '${kind}'`, ...fields].join(', ')} }`;
}

function written(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(written).join(', ')}]` : `'${String(value)}'`;
}
