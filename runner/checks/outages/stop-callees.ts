import { askCallers } from '../calls/ask-callers.ts';
import { between } from '../evidence.ts';
import type { Experiment, Run } from '../run.ts';
import { askDuringOutage } from './ask-during-outage.ts';

/** Disruptive: stops who is called and asks the caller meanwhile, where that is allowed and all is well otherwise. */
export const stopCallees: Experiment = {
  name: 'outage',
  about: 'requests while the other is stopped, and afterwards',
  stage: 'disturb',
  needs: [askCallers],
  async experiment(run: Run): Promise<void> {
    for (const { from, to } of run.checks('fails-gracefully')) {
      const key = between(from, to);
      const pair = run.pairs().find(candidate => candidate.from === from && candidate.to === to);
      const request = run.evidence.requests?.[key];
      const [asked, called] = [run.evidence.http[from], run.evidence.http[to]];
      const calleePort = called?.attempts.find(({ outcome }) => outcome.ok)?.port;
      if (pair === undefined || request?.path === undefined) continue;
      if (asked === undefined || called === undefined || calleePort === undefined) continue;
      const isWell = request.rounds.some(({ status }) => status !== undefined && status < 500);
      // One that was run with `--rm` would be gone once it is stopped.
      if (!isWell || pair.callee.autoRemove || !run.mayDisturb(to, pair.callee)) continue;
      const { port, path } = request;
      const target = { address: asked.address, port, path, callee: { network: called.network, port: calleePort } };
      await run.try(key, async signal => {
        const outage = await askDuringOutage(run, pair, target, signal);
        run.evidence.outages = { ...run.evidence.outages, [key]: outage };
      });
    }
  },
};
