import type { Experiment, Run } from './run.ts';

const tail = 200;

/** Passive: the end of each bound container's log. */
export const readLogs: Experiment = {
  name: 'logs',
  about: 'the containers’ logs',
  stage: 'look',
  async experiment(run: Run): Promise<void> {
    run.evidence.logsReadAt = run.clock();
    await Promise.all(
      run.evidence.bindings.map(async ({ role, container }) => {
        if (container === undefined) return;
        await run.try(`log ${role}`, async signal => {
          run.evidence.logs[role] = await run.engine.logs(container, { tail, signal });
        });
      }),
    );
  },
};
