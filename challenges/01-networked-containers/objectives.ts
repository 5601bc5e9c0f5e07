import type { ObjectiveData } from '../../runner/challenge/with-texts.ts';

/** What challenge 1 asks for, in the order in which a learner meets it: 20 points, and 2 beyond. */
export const objectives: readonly ObjectiveData[] = [
  {
    id: 'custom-network',
    points: 4,
    bonus: false,
    needs: [],
    check: { kind: 'shared-network', roles: ['server', 'client'] },
  },
  {
    id: 'server-answers',
    points: 4,
    bonus: false,
    needs: [],
    check: { kind: 'answers-http', role: 'server' },
  },
  {
    id: 'own-image',
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'own-image', role: 'server' },
  },
  {
    id: 'periodic-requests',
    points: 4,
    bonus: false,
    needs: ['custom-network', 'server-answers'],
    check: { kind: 'periodic-requests', from: 'client', to: 'server' },
  },
  {
    id: 'by-name',
    points: 4,
    bonus: false,
    needs: ['custom-network', 'server-answers'],
    check: { kind: 'reached-by-name', from: 'client', to: 'server' },
  },
  {
    id: 'no-compose',
    points: 1,
    bonus: false,
    needs: [],
    check: { kind: 'no-compose', roles: ['server', 'client'] },
  },
  {
    id: 'survives-restart',
    points: 2,
    bonus: true,
    needs: ['periodic-requests'],
    check: { kind: 'survives-restart', from: 'client', to: 'server' },
  },
];
