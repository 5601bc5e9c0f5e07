import type { ObjectiveData } from '../../runner/challenge/with-texts.ts';

/** What challenge 4 asks for, in the order in which a learner meets it: 20 points, and 3 beyond. */
export const objectives: readonly ObjectiveData[] = [
  {
    id: 'custom-network',
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'shared-network', roles: ['provider', 'consumer'] },
  },
  {
    id: 'two-images',
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'own-images', roles: ['provider', 'consumer'] },
  },
  {
    id: 'provider-answers',
    points: 2,
    bonus: false,
    needs: [],
    check: { kind: 'answers-http', role: 'provider' },
  },
  {
    id: 'consumer-answers',
    points: 2,
    bonus: false,
    needs: [],
    check: { kind: 'answers-http', role: 'consumer' },
  },
  {
    id: 'calls-on-request',
    points: 4,
    bonus: false,
    needs: ['custom-network', 'provider-answers', 'consumer-answers'],
    check: { kind: 'calls-on-request', from: 'consumer', to: 'provider' },
  },
  {
    id: 'by-internal-name',
    points: 3,
    bonus: false,
    needs: ['calls-on-request'],
    check: { kind: 'by-internal-name', from: 'consumer', to: 'provider' },
  },
  {
    id: 'shows-provider-data',
    points: 2,
    bonus: false,
    needs: ['calls-on-request'],
    check: { kind: 'shows-data', from: 'consumer', to: 'provider' },
  },
  {
    id: 'no-compose',
    points: 1,
    bonus: false,
    needs: [],
    check: { kind: 'no-compose', roles: ['provider', 'consumer'] },
  },
  {
    id: 'fails-gracefully',
    points: 3,
    bonus: true,
    needs: ['calls-on-request'],
    check: { kind: 'fails-gracefully', from: 'consumer', to: 'provider' },
  },
];
