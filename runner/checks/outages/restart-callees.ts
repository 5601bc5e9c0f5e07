import { rhythmOf } from '../calls/rhythm.ts';
import { watchPairs } from '../calls/watch-pairs.ts';
import { between } from '../evidence.ts';
import type { Experiment, Run } from '../run.ts';
import { restartCallee } from './restart-callee.ts';

const deadlineMs = 20_000;

/** Disruptive: restarts who is called, where that is allowed and there is somebody who would notice. */
export const restartCallees: Experiment = {
  name: 'restart',
  about: 'the traffic after a restart',
  stage: 'disturb',
  needs: [watchPairs],
  async experiment(run: Run): Promise<void> {
    for (const { from, to } of run.checks('survives-restart')) {
      const key = between(from, to);
      const pair = run.pairs().find(candidate => candidate.from === from && candidate.to === to);
      const seen = run.evidence.calls[key];
      if (pair === undefined || seen === undefined || !run.mayDisturb(to, pair.callee)) continue;
      if (!rhythmOf(seen).periodic) continue;
      await run.try(key, async signal => {
        run.evidence.restarts[key] = await restartCallee(run, pair, deadlineMs, signal);
      });
    }
  },
};
