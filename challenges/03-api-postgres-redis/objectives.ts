import type { ObjectiveData } from '../../runner/challenge/with-texts.ts';

/** What challenge 3 asks for, in the order in which a learner meets it: 20 points, and 4 beyond. */
export const objectives: readonly ObjectiveData[] = [
  {
    id: 'custom-network',
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'shared-network', roles: ['postgres', 'redis', 'api'] },
  },
  {
    id: 'api-answers',
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'answers-http', role: 'api' },
  },
  {
    id: 'counts-in-postgres',
    points: 5,
    bonus: false,
    needs: ['custom-network', 'api-answers'],
    check: { kind: 'rows-per-request', from: 'api', to: 'postgres' },
  },
  {
    id: 'counts-in-redis',
    points: 4,
    bonus: false,
    needs: ['custom-network', 'api-answers'],
    check: { kind: 'counter-per-request', from: 'api', to: 'redis' },
  },
  {
    id: 'private-by-name',
    points: 4,
    bonus: false,
    needs: ['custom-network'],
    check: { kind: 'private-by-name', from: 'api', stores: ['postgres', 'redis'] },
  },
  {
    id: 'no-compose',
    points: 1,
    bonus: false,
    needs: [],
    check: { kind: 'no-compose', roles: ['postgres', 'redis', 'api'] },
  },
  {
    id: 'data-on-named-volume',
    points: 2,
    bonus: true,
    needs: [],
    check: { kind: 'data-on-named-volume', role: 'postgres' },
  },
  {
    id: 'survives-database-outage',
    points: 2,
    bonus: true,
    needs: ['counts-in-postgres'],
    check: { kind: 'survives-database-outage', from: 'api', to: 'postgres' },
  },
];
