import { describe, expect, test } from 'vitest';
import { catalogue } from '../../challenges/catalogue.ts';
import type { Challenge } from './definition.ts';
import { problemsOf, problemsOfCatalogue } from './validate.ts';

test('the catalogue has no problem', () => {
  expect(problemsOfCatalogue(catalogue)).toEqual([]);
});

const text = { en: 'Text', 'pt-BR': 'Texto' };

const good: Challenge = {
  id: '07-good',
  number: 7,
  title: text,
  summary: text,
  suggestedNetwork: 'net',
  roles: [
    {
      id: 'api',
      title: text,
      suggested: 'api',
      words: [],
      calls: [],
      build: 'docker build api',
      run: 'docker run --network {network} api',
    },
  ],
  objectives: [
    {
      id: 'answers',
      title: text,
      points: 5,
      bonus: false,
      needs: [],
      check: { kind: 'answers-http', role: 'api' },
      why: text,
      idea: text,
      feature: text,
    },
  ],
  steps: [{ command: 'docker run api', what: text }],
  sabotage: [{ folder: 'deaf', fails: ['answers'] }],
};
const [role] = good.roles;
const [objective] = good.objectives;
if (role === undefined || objective === undefined) throw new Error('the example has a role and an objective');

test('a good challenge has none either', () => {
  expect(problemsOf(good)).toEqual([]);
});

test('ids and numbers are not used twice', () => {
  expect(problemsOfCatalogue([good, good])).toEqual([
    'two challenges have the id 07-good',
    'two challenges have number 7',
  ]);
});

describe('each mistake is named', () => {
  test.each<[string, Partial<Challenge>, string]>([
    ['an id without its number', { number: 8 }, '07-good: the id does not begin with its number, 8'],
    ['an empty translation', { title: { en: 'Good', 'pt-BR': ' ' } }, '07-good: title is empty in pt-BR'],
    [
      'a role that calls nobody we know',
      { roles: [{ ...role, calls: ['db'] }] },
      '07-good: role api calls an unknown db',
    ],
    [
      'a name that the engine would refuse',
      { roles: [{ ...role, suggested: 'a' }] },
      '07-good: role api: a is no container name',
    ],
    [
      'points that are none',
      { objectives: [{ ...objective, points: 0 }] },
      '07-good: objective answers: its points are not above zero',
    ],
    [
      'an objective that needs a later one',
      {
        objectives: [
          { ...objective, needs: ['later'] },
          { ...objective, id: 'later' },
        ],
      },
      '07-good: objective answers needs later, which does not come before it',
    ],
    [
      'an objective that needs itself',
      { objectives: [{ ...objective, needs: ['answers'] }] },
      '07-good: objective answers needs answers, which does not come before it',
    ],
    [
      'a check of an unknown role',
      { objectives: [{ ...objective, check: { kind: 'reached-by-name', from: 'api', to: 'x' } }] },
      '07-good: objective answers looks at an unknown role x',
    ],
    ['nothing required', { objectives: [{ ...objective, bonus: true }] }, '07-good: no objective is required'],
    [
      'an unknown objective in a sabotage',
      { sabotage: [{ folder: 'deaf', fails: ['hears'] }] },
      '07-good: sabotage deaf fails an unknown objective hears',
    ],
    [
      'a step that needs a shell',
      { steps: [{ command: 'docker ps | cat', what: text }] },
      '07-good: step: needs a shell because of |: docker ps | cat',
    ],
    [
      'a step of another program',
      { steps: [{ command: 'podman ps', what: text }] },
      '07-good: step: no docker command: podman ps',
    ],
  ])('%s', (_name, change, problem) => {
    expect(problemsOf({ ...good, ...change })).toEqual([problem]);
  });
});
