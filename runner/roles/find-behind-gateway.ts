import type { Challenge, Role } from '../challenge/definition.ts';
import { sharedNetworks } from '../engine/addresses.ts';
import type { Engine } from '../engine/engine.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { label } from '../engine/labels.ts';
import { mayBeBuilt } from '../engine/official-images.ts';
import { askHttp, networkToAskOn } from '../probes/ask-http.ts';
import { askThrough, type Gateway, reachedBy } from '../probes/ask-through.ts';
import { readConfiguration } from '../probes/gateway-configuration.ts';
import { memoryOf } from '../probes/memory.ts';
import { candidatePaths, speaksOf } from '../probes/paths/gateway-paths.ts';
import type { Probes } from '../probes/probes.ts';
import { readProgramOnce } from '../probes/program-files.ts';
import { ownContainers } from './bind.ts';
import type { Binding } from './binding.ts';
import { isInfrastructure } from './clues.ts';
import type { RoleOptions } from './role-options.ts';

/** With more containers on one network, whose business this is cannot be told by asking. */
const maxContainers = 8;
/** The likeliest paths are enough to tell who is who. */
const maxPaths = 24;

/** For a live loop: how long what was learnt holds while the containers stay the same, in milliseconds. */
const freshMs = 5_000;

interface Served {
  readonly by: string | undefined;
}

/** What is known so far, and where to learn more. */
export interface Found {
  readonly facts: Facts;
  readonly bindings: readonly Binding[];
  readonly engine: Engine;
  readonly probes: Probes;
}

/** True if a challenge is about a gateway: nobody calls of their own accord, and paths say who is who. */
export const isAboutGateways = (challenge: Challenge): boolean => gatewayRole(challenge) !== undefined;

/**
 * Finds the services behind a gateway where names do not tell them: whom the gateway calls when it is asked for a service's
 * path plays that service. Where the gateway is not known either, it is the only one of its network with a published port.
 */
export async function findBehindGateway(
  challenge: Challenge,
  { facts, bindings, engine, probes }: Found,
  options: RoleOptions,
): Promise<Binding[]> {
  const role = gatewayRole(challenge);
  const open = challenge.roles.filter(({ id }) => id !== role && isOpen(bindings, id));
  const near = { ...facts, containers: ownContainers(challenge, facts, options.binds) };
  const container = role === undefined ? undefined : gatewayContainer(role, near, bindings);
  if (role === undefined || container === undefined || open.length === 0) return [...bindings];
  const behind = neighbours(container, near).slice(0, maxContainers);
  const gateway = await openGateway(container, behind, facts, probes, options);
  if (gateway === undefined) return [...bindings];
  const configuration = await readConfiguration(engine, container, options.signal);
  const { probe } = gateway.parties.asked;
  const program = await readProgramOnce(probe, engine, container, behind, facts, options.signal);
  const stated = [...(options.statedPaths ?? []), ...program.paths];
  const sources = { index: gateway.index, configuration, stated, container };
  const memory = memoryOf(probes);
  const found = new Map<string, ContainerFacts>();
  const taken = new Set(bindings.map(binding => binding.container));
  const tried: string[] = [];
  const look = async (service: Role, isLast: boolean) => {
    const others = challenge.roles.filter(other => other.id !== service.id && other.id !== role);
    const given = options.paths?.[service.id];
    // A path with none of its words may be anybody's, while more than one of them is looked for.
    const tells = (path: string) => path === given || isLast || speaksOf(path, service);
    const paths = candidatePaths(service, others, given, sources).filter(tells).slice(0, maxPaths);
    tried.push(...paths);
    const key = JSON.stringify([paths, [...taken], [container, ...behind].map(({ id, startedAt }) => [id, startedAt])]);
    const kept = memory.recall<Served>(`behind ${service.id}`, key, freshMs);
    const served = kept ?? { by: await whoServes(gateway, paths, taken, options.signal) };
    if (kept === undefined) memory.keep(`behind ${service.id}`, key, served);
    const server = behind.find(candidate => candidate.id === served.by);
    if (server === undefined) return;
    taken.add(server.id);
    found.set(service.id, server);
  };
  for (const service of open) await look(service, open.length === 1);
  const [left, ...more] = open.filter(({ id }) => !found.has(id));
  // With all others known, whatever else is served is the last one's.
  if (left !== undefined && more.length === 0 && open.length > 1) await look(left, true);
  if (found.size > 0 && isOpen(bindings, role)) found.set(role, container);
  const [first] = [...found.values()];
  // Where enough of them are there for all that is missing, they may be it: the path that shows it was not found.
  const free = behind.filter(other => !taken.has(other.id) && other.id !== container.id && isBuilt(other, facts));
  const missing = open.filter(({ id }) => !found.has(id));
  const mayBeThere = missing.length > 0 && free.length >= missing.length;
  return bindings.map(binding => {
    const player = found.get(binding.role);
    const other = binding.role === role ? (first?.name ?? '') : container.name;
    if (player !== undefined) return seenCalling(binding.role, player, other);
    if (!mayBeThere || binding.how === 'ambiguous' || !isOpen(bindings, binding.role)) return binding;
    const candidates = binding.role === role ? [container.name] : free.map(({ name }) => name).sort();
    return { ...binding, how: 'ambiguous', candidates, tried: [...new Set(['/', ...tried])] };
  });
}

const isBuilt = ({ imageId, image }: ContainerFacts, { images }: Facts) =>
  !isInfrastructure(image) && images.some(one => one.id === imageId && mayBeBuilt(one));

const gatewayRole = ({ objectives }: Challenge): string | undefined =>
  objectives.flatMap(({ check }) => (check.kind === 'routes-to' ? [check.from] : []))[0];

const isOpen = (bindings: readonly Binding[], role: Role['id']) =>
  bindings.some(binding => binding.role === role && binding.container === undefined && binding.how !== 'bind');

function gatewayContainer(role: string, facts: Facts, bindings: readonly Binding[]): ContainerFacts | undefined {
  const id = bindings.find(binding => binding.role === role)?.container;
  if (id !== undefined) return facts.containers.find(container => container.id === id);
  const entries = facts.containers.filter(container => isEntry(container, facts));
  return entries.length === 1 ? entries[0] : undefined;
}

/** True for a published container with two or three more beside it that may be services: anything else is left alone. */
function isEntry(container: ContainerFacts, facts: Facts): boolean {
  const others = neighbours(container, facts);
  return (
    container.ports.some(({ host }) => host.length > 0) &&
    [2, 3].includes(others.length) &&
    [container, ...others].every(one => !isOthers(one))
  );
}

/** Other people's projects, or databases. */
function isOthers({ labels, image }: ContainerFacts): boolean {
  const isMade = [label.session, label.challenge, 'com.docker.compose.project'].some(name => name in labels);
  return isMade || isInfrastructure(image);
}

/** The running containers on a network of the learner's with this one, without what the lab has made. */
function neighbours(container: ContainerFacts, facts: Facts): ContainerFacts[] {
  const isLabs = ({ labels }: ContainerFacts) => label.session in labels || label.challenge in labels;
  return facts.containers.filter(
    other =>
      other.id !== container.id &&
      other.state === 'running' &&
      !isLabs(other) &&
      sharedNetworks([container, other], facts).length > 0,
  );
}

async function openGateway(
  container: ContainerFacts,
  behind: readonly ContainerFacts[],
  facts: Facts,
  probes: Probes,
  { waitMs, signal }: RoleOptions,
): Promise<(Gateway & { readonly index: string }) | undefined> {
  const network = networkToAskOn(container, behind, facts);
  const probe = await probes.of(container, signal);
  if (network === undefined || probe === undefined) return undefined;
  const http = await askHttp(container, network, probe, waitMs, signal);
  const answer = http.attempts.find(({ outcome }) => outcome.ok);
  if (answer === undefined) return undefined;
  const opened = behind.map(
    async other => [other.id, { container: other, probe: await probes.of(other, signal) }] as const,
  );
  return {
    parties: {
      asked: { container, probe, address: http.address },
      others: Object.fromEntries(await Promise.all(opened)),
      facts,
    },
    port: answer.port,
    index: answer.outcome.ok ? answer.outcome.body : '',
  };
}

/** The id of the only container that is called for one of these paths and is not taken yet. */
async function whoServes(
  gateway: Gateway,
  paths: readonly string[],
  taken: ReadonlySet<string | undefined>,
  signal: AbortSignal,
): Promise<string | undefined> {
  for (const path of paths) {
    const asked = await askThrough(gateway, path, signal);
    const reached = reachedBy(gateway, asked);
    if (reached.length === 1 && !taken.has(reached[0])) return reached[0];
    if (!asked.outcome.ok) return undefined;
  }
  return undefined;
}

const seenCalling = (role: string, { id, name }: ContainerFacts, other: string): Binding => ({
  role,
  container: id,
  name,
  how: 'structure',
  clues: [{ kind: 'calls', weight: 12, other }],
  candidates: [],
});
