import type { ObjectiveData } from '../../runner/challenge/with-texts.ts';

/** What challenge 5 asks for, in the order in which a learner meets it: 20 points, and 3 beyond. */
export const objectives: readonly ObjectiveData[] = [
  {
    id: 'custom-network',
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'shared-network', roles: ['users', 'orders', 'gateway'] },
  },
  {
    id: 'only-gateway-published',
    points: 4,
    bonus: false,
    needs: [],
    check: { kind: 'only-published', role: 'gateway', hidden: ['users', 'orders'] },
  },
  {
    id: 'routes-users',
    points: 3,
    bonus: false,
    needs: ['custom-network'],
    check: { kind: 'routes-to', from: 'gateway', to: 'users' },
  },
  {
    id: 'routes-orders',
    points: 3,
    bonus: false,
    needs: ['custom-network'],
    check: { kind: 'routes-to', from: 'gateway', to: 'orders' },
  },
  {
    id: 'relays-answers',
    points: 4,
    bonus: false,
    needs: ['routes-users', 'routes-orders'],
    check: { kind: 'relays-answers', role: 'gateway', services: ['users', 'orders'] },
  },
  {
    id: 'unknown-404',
    points: 2,
    bonus: false,
    needs: [],
    check: { kind: 'unknown-paths', role: 'gateway' },
  },
  {
    id: 'no-compose',
    points: 1,
    bonus: false,
    needs: [],
    check: { kind: 'no-compose', roles: ['users', 'orders', 'gateway'] },
  },
  {
    id: 'isolates-outage',
    points: 3,
    bonus: true,
    needs: ['routes-users', 'routes-orders'],
    check: { kind: 'isolates-outage', from: 'gateway', to: 'orders', beside: 'users' },
  },
];
