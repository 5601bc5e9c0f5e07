import { askHttp, networkToAskOn } from '../../probes/ask-http.ts';
import type { Experiment, Run } from '../run.ts';

/** Active: asks each role that should answer HTTP for a page. */
export const askRoles: Experiment = {
  name: 'http',
  about: 'HTTP requests to each address that the container listens on',
  stage: 'look',
  async experiment(run: Run): Promise<void> {
    const roles = new Set(run.checks('answers-http').map(check => check.role));
    await Promise.all([...roles].map(role => askRole(run, role)));
  },
};

async function askRole(run: Run, role: string): Promise<void> {
  const container = run.container(role);
  const network = container && networkToAskOn(container, run.partnersOf(role), run.evidence.facts);
  if (container === undefined || network === undefined) return;
  await run.try(role, async signal => {
    const probe = await run.probes.of(container, signal);
    if (probe === undefined) return;
    run.evidence.http[role] = await askHttp(container, network, probe, run.options.waitMs, signal);
  });
}
