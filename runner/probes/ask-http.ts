import type { ContainerFacts, Facts } from '../engine/facts.ts';
import type { HttpEvidence } from './evidence/http-evidence.ts';
import type { Probe } from './probe.ts';
import { listenersOf } from './sighting.ts';

/** A program that has just started may need a moment until it listens. In milliseconds. */
const maxStartMs = 3_000;
const answerMs = 3_000;
const maxPorts = 5;

/**
 * Active, but gentle: asks a container for `/` at its own address on `network`, on each port that it listens on until one
 * answers HTTP. The request is made inside its own network namespace, so that nothing joins the learner's network.
 */
export async function askHttp(
  container: ContainerFacts,
  network: string,
  probe: Probe,
  waitMs: number,
  signal: AbortSignal,
): Promise<HttpEvidence> {
  const address = container.networks.find(at => at.network === network)?.address ?? '';
  const listeners = await waitForListeners(probe, Math.min(waitMs, maxStartMs), signal);
  const isLoopback = (endpoint: { address: string }) =>
    endpoint.address.startsWith('127.') || endpoint.address === '0:0:0:0:0:0:0:1';
  const ports = (endpoints: readonly { port: number }[]) => [...new Set(endpoints.map(endpoint => endpoint.port))];
  const reachable = ports(listeners.filter(endpoint => !isLoopback(endpoint)));
  const attempts: HttpEvidence['attempts'][number][] = [];
  for (const port of likeliestFirst(reachable, container).slice(0, maxPorts)) {
    const target = { address, port, path: '/', host: `${container.name}:${port}`, timeoutMs: answerMs };
    const outcome = await probe.http(target, signal);
    attempts.unshift({ port, outcome });
    if (outcome.ok) break;
  }
  return { address, network, reachable, loopback: ports(listeners.filter(isLoopback)), attempts };
}

async function waitForListeners(probe: Probe, waitMs: number, signal: AbortSignal) {
  const began = performance.now();
  for (;;) {
    const { sockets } = await probe.snapshot(signal);
    const listeners = listenersOf(sockets);
    if (listeners.length > 0 || performance.now() - began >= waitMs) return listeners;
    // Nothing in /proc tells of a socket that begins to listen: it has to be asked for again.
    await probe.until(() => false, 100, signal);
  }
}

function likeliestFirst(ports: readonly number[], container: ContainerFacts): number[] {
  const told = new Set(container.ports.map(port => port.container));
  return [...ports].sort((one, other) => Number(told.has(other)) - Number(told.has(one)) || one - other);
}

/** The user-defined network to ask on: one that the partners are on too, else any. */
export function networkToAskOn(
  container: ContainerFacts,
  partners: readonly ContainerFacts[],
  facts: Facts,
): string | undefined {
  const userDefined = container.networks.filter(at =>
    facts.networks.some(network => network.userDefined && network.name === at.network),
  );
  const isShared = (name: string) => partners.some(partner => partner.networks.some(at => at.network === name));
  return (userDefined.find(at => isShared(at.network)) ?? userDefined[0])?.network;
}
