import { askHttp, networkToAskOn } from '../../probes/ask-http.ts';
import type { Gateway } from '../../probes/ask-through.ts';
import type { Run } from '../run.ts';

/**
 * A role's container as a gateway, where it answers HTTP, and the services behind it with their probes; who answers on
 * which port becomes evidence. `undefined` if there is nobody to ask.
 */
export async function openGateway(
  run: Run,
  role: string,
  services: readonly string[],
  signal: AbortSignal,
): Promise<Gateway | undefined> {
  const answering = await Promise.all([role, ...services].map(id => answeringAt(run, id, signal)));
  const [entry, ...behind] = answering;
  const container = run.container(role);
  if (entry === undefined || container === undefined) return undefined;
  const others = services.flatMap((id, index) => {
    const service = run.container(id);
    return service === undefined ? [] : [[id, { container: service, probe: behind[index]?.probe }] as const];
  });
  return {
    parties: {
      asked: { container, probe: entry.probe, address: entry.address },
      others: Object.fromEntries(others),
      facts: run.evidence.facts,
    },
    port: entry.port,
  };
}

async function answeringAt(run: Run, role: string, signal: AbortSignal) {
  const container = run.container(role);
  const network = container && networkToAskOn(container, run.partnersOf(role), run.evidence.facts);
  const probe = container && (await run.probes.of(container, signal));
  if (container === undefined || network === undefined || probe === undefined) return undefined;
  const known = run.evidence.http[role];
  const http = known ?? (await askHttp(container, network, probe, run.options.waitMs, signal));
  run.evidence.http[role] = http;
  const port = http.attempts.find(({ outcome }) => outcome.ok)?.port;
  return port === undefined ? undefined : { probe, address: http.address, port };
}
