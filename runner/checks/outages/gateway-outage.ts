import type { HttpOutcome } from '../../../lab-images/probe/protocol.ts';
import type { Engine, Journal } from '../../engine/engine.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import type { Gateway } from '../../probes/ask-through.ts';
import type { GatewayOutage } from '../../probes/evidence/gateway-evidence.ts';
import { duringOutage } from '../../probes/outage.ts';
import { askOnly } from '../gateway/ask-gateway.ts';

const answerMs = 10_000;
const recoveryMs = 15_000;
const lookMs = 100;

/**
 * Disruptive: stops one service behind a gateway, asks for it and for another one meanwhile, starts it again, and asks
 * until it is served as before, or the deadline has passed.
 */
export async function gatewayOutage(
  engine: Engine,
  journal: Journal,
  gateway: Gateway,
  service: { readonly container: ContainerFacts; readonly path: string },
  besidePath: string,
  signal: AbortSignal,
): Promise<GatewayOutage> {
  const { path } = service;
  const [before, besideBefore] = await Promise.all([
    statusOf(askOnly(gateway, path, signal)),
    statusOf(askOnly(gateway, besidePath, signal)),
  ]);
  const during = async () => {
    const began = performance.now();
    const outcome = await askOnly(gateway, path, signal, answerMs);
    const outcomeMs = Math.round(performance.now() - began);
    const beside = await askOnly(gateway, besidePath, signal, answerMs);
    return { outcome, outcomeMs, beside };
  };
  const seen = await duringOutage(engine, journal, service.container, during, signal);
  // Where the answers were wrong already, nothing depends on what comes afterwards.
  const wasWell = isOutage(seen.outcome) && isStatus(seen.beside, besideBefore);
  if (!wasWell) return { path, besidePath, besideBefore, ...seen, afterwards: undefined, waitedMs: 0 };
  const isBack = (outcome: HttpOutcome) => isStatus(outcome, before);
  const began = performance.now();
  const waitedMs = () => Math.round(performance.now() - began);
  let afterwards = await askOnly(gateway, path, signal);
  while (!isBack(afterwards) && waitedMs() < recoveryMs) {
    // Only asking again tells that it is back.
    await gateway.parties.asked.probe.until(() => false, lookMs, signal);
    afterwards = await askOnly(gateway, path, signal);
  }
  return {
    path,
    besidePath,
    besideBefore,
    ...seen,
    afterwards: isBack(afterwards) ? undefined : afterwards,
    waitedMs: waitedMs(),
  };
}

/** The statuses by which a gateway says that what is behind it is not there (RFC 9110, 15.6). */
const outageStatuses = [502, 503, 504];

export const isOutage = (outcome: HttpOutcome) => outcome.ok && outageStatuses.includes(outcome.status);

const isStatus = (outcome: HttpOutcome, status: number) => outcome.ok && outcome.status === status;

async function statusOf(asked: Promise<HttpOutcome>): Promise<number> {
  const outcome = await asked;
  return outcome.ok ? outcome.status : 0;
}
