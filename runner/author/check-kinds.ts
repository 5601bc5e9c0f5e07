import type { Message } from '../base/message.ts';
import type { Challenge, Objective } from '../challenge/definition.ts';
import { checkDefinitions } from '../checks/registry.ts';
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
    return [say('author.unknown-kind', { objective, kind: String(kind), known: nearest(String(kind)) })];
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

/** The three kinds whose names are the most like it. */
function nearest(word: string): string[] {
  const near = [...checkDefinitions.keys()].map(kind => ({ kind, distance: distanceOf(kind, word) }));
  near.sort((one, other) => one.distance - other.distance);
  return near.slice(0, 3).map(({ kind }) => kind);
}

/** How many letters have to be put in, taken out or changed to make one word of the other (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let index = 1; index <= other.length; index++) {
      const changed = (row[index - 1] ?? 0) + (letter === other[index - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
