import type { ObjectiveData } from '../../runner/challenge/with-texts.ts';

/** What challenge 2 asks for, in the order in which a learner meets it: 20 points, and 2 beyond. */
export const objectives: readonly ObjectiveData[] = [
  {
    id: 'named-volume',
    points: 4,
    bonus: false,
    needs: [],
    check: { kind: 'named-volume', volume: 'volume', by: 'writer' },
  },
  {
    id: 'database-in-volume',
    points: 4,
    bonus: false,
    needs: ['named-volume'],
    check: { kind: 'database-in-volume', volume: 'volume', by: 'writer' },
  },
  {
    id: 'has-rows',
    points: 3,
    bonus: false,
    needs: ['database-in-volume'],
    check: { kind: 'has-rows', volume: 'volume', by: 'writer' },
  },
  {
    id: 'survives-recreation',
    points: 5,
    bonus: false,
    needs: ['has-rows'],
    check: { kind: 'survives-recreation', volume: 'volume', by: 'writer' },
  },
  {
    id: 'integrity',
    points: 3,
    bonus: false,
    needs: ['database-in-volume'],
    check: { kind: 'database-integrity', volume: 'volume', by: 'writer' },
  },
  {
    id: 'no-compose',
    points: 1,
    bonus: false,
    needs: [],
    check: { kind: 'no-compose', roles: ['writer', 'volume'] },
  },
  {
    id: 'not-root',
    points: 2,
    bonus: true,
    needs: ['database-in-volume'],
    check: { kind: 'not-root', volume: 'volume', by: 'writer' },
  },
];
