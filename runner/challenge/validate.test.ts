import { describe, expect, test } from 'vitest';
import { catalogue } from '../../challenges/catalogue.ts';
import type { Message } from '../base/message.ts';
import { say } from '../language/say.ts';
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
    say('author.two-ids', { id: '07-good' }),
    say('author.two-numbers', { number: 7 }),
  ]);
});

describe('each mistake is named', () => {
  test.each<[string, Partial<Challenge>, Message]>([
    ['an id without its number', { number: 8 }, say('author.id-number', { id: '07-good', number: 8 })],
    [
      'an empty translation',
      { title: { en: 'Good', 'pt-BR': ' ' } },
      say('author.empty', { place: 'title', language: 'pt-BR' }),
    ],
    [
      'a role that calls nobody we know',
      { roles: [{ ...role, calls: ['db'] }] },
      say('author.calls-unknown', { role: 'api', called: 'db', known: ['api'] }),
    ],
    [
      'a name that the engine would refuse',
      { roles: [{ ...role, suggested: 'a' }] },
      say('author.container-name', { role: 'api', name: 'a' }),
    ],
    [
      'points that are none',
      { objectives: [{ ...objective, points: 0 }] },
      say('author.no-points', { objective: 'answers' }),
    ],
    [
      'an objective that needs a later one',
      {
        objectives: [
          { ...objective, needs: ['later'] },
          { ...objective, id: 'later' },
        ],
      },
      say('author.needs-later', { objective: 'answers', needed: 'later' }),
    ],
    [
      'an objective that needs itself',
      { objectives: [{ ...objective, needs: ['answers'] }] },
      say('author.needs-later', { objective: 'answers', needed: 'answers' }),
    ],
    [
      'a check of an unknown role',
      { objectives: [{ ...objective, check: { kind: 'reached-by-name', from: 'api', to: 'x' } }] },
      say('author.unknown-role', { objective: 'answers', role: 'x', known: ['api'] }),
    ],
    ['nothing required', { objectives: [{ ...objective, bonus: true }] }, say('author.nothing-required')],
    [
      'an unknown objective in a sabotage',
      { sabotage: [{ folder: 'deaf', fails: ['hears'] }] },
      say('author.fails-unknown', { folder: 'deaf', objective: 'hears' }),
    ],
    [
      'a step that needs a shell',
      { steps: [{ command: 'docker ps | cat', what: text }] },
      say('author.needs-shell', { place: 'steps[0].command', character: '|', command: 'docker ps | cat' }),
    ],
    [
      'a step of another program',
      { steps: [{ command: 'podman ps', what: text }] },
      say('author.not-docker', { place: 'steps[0].command', command: 'podman ps' }),
    ],
  ])('%s', (_name, change, problem) => {
    expect(problemsOf({ ...good, ...change })).toEqual([problem]);
  });
});
