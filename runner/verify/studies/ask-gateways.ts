import type { Role } from '../../challenge/definition.ts';
import { askGateway } from '../../experiments/ask-gateway.ts';
import { readConfiguration } from '../../experiments/gateway-configuration.ts';
import { candidatePaths } from '../../experiments/gateway-paths.ts';
import type { Run, Study } from '../run.ts';
import { openGateway } from './gateway.ts';

/** Active: asks each role that should route requests for the paths of the services behind it. */
export const askGateways: Study = {
  name: 'gateway',
  async study(run: Run): Promise<void> {
    const checks = run.checks('routes-to');
    await Promise.all([...new Set(checks.map(({ from }) => from))].map(role => study(run, role)));
  },
};

async function study(run: Run, role: string): Promise<void> {
  const services = run.checks('routes-to').flatMap(({ from, to }) => (from === role ? [to] : []));
  await run.try(role, async signal => {
    const gateway = await openGateway(run, role, services, signal);
    if (gateway === undefined) return;
    const { container } = gateway.parties.asked;
    const configuration = await readConfiguration(run.engine, container, signal);
    const sources = { index: indexOf(run, role), configuration, container };
    const roles = services.flatMap(id => run.challenge.roles.find(candidate => candidate.id === id) ?? []);
    const paths = (service: Role) => {
      const others = roles.filter(other => other !== service);
      return candidatePaths(service, others, run.options.paths?.[service.id], sources);
    };
    const candidates = Object.fromEntries(roles.map(service => [service.id, paths(service)]));
    const evidence = await askGateway(gateway, candidates, signal);
    run.evidence.gateways = { ...run.evidence.gateways, [role]: evidence };
  });
}

/** What the gateway says on its front page. */
function indexOf(run: Run, role: string): string {
  const answer = run.evidence.http[role]?.attempts.find(({ outcome }) => outcome.ok)?.outcome;
  return answer?.ok ? answer.body : '';
}
