import { test } from 'vitest';

/** Whether the long proofs are run too: `npm run test:long`. */
export const isLongRun = process.env.LAB_TEST === 'long';

/** A test of what shorter ones show in part: it is skipped, and counted as such, where not all is asked for. */
export const longTest = test.skipIf(!isLongRun);
