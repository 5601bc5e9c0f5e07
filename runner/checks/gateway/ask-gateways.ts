import type { Role } from '../../challenge/definition.ts';
import type { GatewayEvidence } from '../../probes/evidence/gateway-evidence.ts';
import { readConfiguration } from '../../probes/gateway-configuration.ts';
import { memoryOf } from '../../probes/memory.ts';
import { candidatePaths } from '../../probes/paths/gateway-paths.ts';
import { readProgramOnce } from '../../probes/program-files.ts';
import { askRoles } from '../http/ask-roles.ts';
import type { Experiment, Run } from '../run.ts';
import { askGateway } from './ask-gateway.ts';
import { openGateway } from './open-gateway.ts';

/** For a live loop: how long what was learnt holds while the containers stay the same, in milliseconds. */
const freshMs = 5_000;

/** Active: asks each role that should route requests for the paths of the services behind it. */
export const askGateways: Experiment = {
  name: 'gateway',
  about: 'requests to the gateway and to the services behind it',
  stage: 'ask',
  needs: [askRoles],
  async experiment(run: Run): Promise<void> {
    const checks = run.checks('routes-to');
    await Promise.all([...new Set(checks.map(({ from }) => from))].map(role => experiment(run, role)));
  },
};

async function experiment(run: Run, role: string): Promise<void> {
  const services = run.checks('routes-to').flatMap(({ from, to }) => (from === role ? [to] : []));
  await run.try(role, async signal => {
    const gateway = await openGateway(run, role, services, signal);
    if (gateway === undefined) return;
    const { container } = gateway.parties.asked;
    const configuration = await readConfiguration(run.engine, container, signal);
    const { probe } = gateway.parties.asked;
    const behind = Object.values(gateway.parties.others).map(other => other.container);
    const program = await readProgramOnce(probe, run.engine, container, behind, run.evidence.facts, signal);
    const stated = [...(run.options.statedPaths ?? []), ...program.paths];
    const sources = { index: indexOf(run, role), configuration, stated, container };
    const roles = services.flatMap(id => run.challenge.roles.find(candidate => candidate.id === id) ?? []);
    const paths = (service: Role) => {
      const others = roles.filter(other => other !== service);
      return candidatePaths(service, others, run.options.paths?.[service.id], sources);
    };
    const candidates = Object.fromEntries(roles.map(service => [service.id, paths(service)]));
    const players = [role, ...services].map(id => run.container(id));
    const key = JSON.stringify([candidates, players.map(player => [player?.id, player?.startedAt])]);
    const memory = memoryOf(run.probes);
    const kept = memory.recall<GatewayEvidence>(`gateway ${role}`, key, freshMs);
    const evidence = kept ?? (await askGateway(gateway, candidates, signal));
    if (kept === undefined) memory.keep(`gateway ${role}`, key, evidence);
    run.evidence.gateways = { ...run.evidence.gateways, [role]: evidence };
  });
}

/** What the gateway says on its front page. */
function indexOf(run: Run, role: string): string {
  const answer = run.evidence.http[role]?.attempts.find(({ outcome }) => outcome.ok)?.outcome;
  return answer?.ok ? answer.body : '';
}
