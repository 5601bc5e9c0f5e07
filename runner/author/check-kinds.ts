import type { Message } from '../base/message.ts';
import type { Challenge, Objective } from '../challenge/definition.ts';
import { checkDefinitions } from '../checks/registry.ts';
import { byNearness } from '../format/nearest.ts';
import { say } from '../language/say.ts';
import { exampleOf } from './checks-page.ts';

/** What is wrong with the kinds of a challenge's checks and with what they say: types are not looked at when a file is run. Pure. */
export function problemsOfChecks({ objectives }: Challenge): Message[] {
  return objectives.flatMap(problemsOfCheck);
}

function problemsOfCheck({ id: objective, check }: Objective): Message[] {
  const { kind, ...roles } = check;
  const definition = checkDefinitions.get(kind);
  if (definition === undefined)
    return [
      say('author.unknown-kind', {
        objective,
        kind: String(kind),
        known: byNearness(String(kind), [...checkDefinitions.keys()]).slice(0, 3),
      }),
    ];
  const meant: Readonly<Record<string, unknown>> = definition.example;
  const said: Readonly<Record<string, unknown>> = roles;
  const example = exampleOf(kind, meant);
  const names = (one: object, other: object) => Object.keys(one).filter(name => !(name in other));
  const differing = Object.keys(meant).filter(
    name => name in said && Array.isArray(said[name]) !== Array.isArray(meant[name]),
  );
  return [
    ...names(meant, said).map(name => say('author.check-lacks', { objective, name, example })),
    ...names(said, meant).map(name => say('author.check-has', { objective, name, example })),
    ...differing.map(name => say('author.check-shape', { objective, name, example })),
  ];
}
