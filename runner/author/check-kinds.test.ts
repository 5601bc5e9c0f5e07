import { expect, test } from 'vitest';
import { networkedContainers } from '../../challenges/01-networked-containers/challenge.ts';
import type { Check } from '../challenge/definition.ts';
import { say } from '../language/say.ts';
import { problemsOfChecks } from './check-kinds.ts';

/** A challenge whose first objective has this check, as a file that nobody has checked the types of may have it. */
function withCheck(check: object) {
  const [first, ...others] = networkedContainers.objectives;
  if (first === undefined) throw new Error('there is an objective');
  return { ...networkedContainers, objectives: [{ ...first, check: check as Check }, ...others] };
}

const objective = 'custom-network';
const example = "{ kind: 'reached-by-name', from: 'client', to: 'server' }";

test('checks that are right have no problem', () => {
  expect(problemsOfChecks(networkedContainers)).toEqual([]);
});

test('a misspelt kind is told, with those that it may have been meant to be', () => {
  const [problem, ...others] = problemsOfChecks(withCheck({ kind: 'shard-network', roles: ['server', 'client'] }));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: 'author.unknown-kind', params: { objective, kind: 'shard-network' } });
  expect(problem?.params.known).toEqual(expect.arrayContaining(['shared-network']));
  expect(problemsOfChecks(withCheck({}))[0]?.code).toBe('author.unknown-kind');
});

test.each([
  [{ kind: 'reached-by-name', from: 'client' }, [say('author.check-lacks', { objective, name: 'to', example })]],
  [
    { kind: 'reached-by-name', from: 'client', to: 'server', via: 'x' },
    [say('author.check-has', { objective, name: 'via', example })],
  ],
  [
    { kind: 'reached-by-name', from: ['client'], to: 'server' },
    [say('author.check-shape', { objective, name: 'from', example })],
  ],
])('%j is told, with an example', (check, problems) => {
  expect(problemsOfChecks(withCheck(check))).toEqual(problems);
});
