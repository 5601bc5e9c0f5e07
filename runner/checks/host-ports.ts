import type { ContainerFacts, Facts, PortFacts } from '../engine/facts.ts';
import { startFailure } from './start-failure.ts';

/** Where the host is to forward from. */
type HostPort = PortFacts['host'][number] & Pick<PortFacts, 'protocol'>;

/** What a container publishes, or, while it does not run, is to publish. */
function publishedBy({ state, ports, toPublish }: ContainerFacts): readonly PortFacts[] {
  return state === 'running' ? ports : (toPublish ?? ports);
}

const hostPorts = (ports: readonly PortFacts[]): HostPort[] =>
  ports.flatMap(({ host, protocol }) => host.map(at => ({ ...at, protocol })));

/** The running container, other than this one, that publishes a port of the host. Pure. */
export function holderOf(wanted: HostPort, { id }: ContainerFacts, facts: Facts): ContainerFacts | undefined {
  const isSame = (other: HostPort) =>
    other.port === wanted.port &&
    other.protocol === wanted.protocol &&
    (isAny(other.address) || isAny(wanted.address) || other.address === wanted.address);
  return facts.containers.find(
    other => other.id !== id && other.state === 'running' && hostPorts(other.ports).some(isSame),
  );
}

/** The first port that a container is to publish and another one does already. Pure. */
export function heldPort(
  container: ContainerFacts,
  facts: Facts,
): { port: number; holder: ContainerFacts } | undefined {
  for (const wanted of hostPorts(publishedBy(container))) {
    const holder = holderOf(wanted, container, facts);
    if (holder !== undefined) return { port: wanted.port, holder };
  }
  return undefined;
}

/**
 * Ports as `--publish` takes them: those that a container publishes, or is to. Where somebody else has one of them, another that
 * no container has or wants. Pure.
 */
export function portsToPublish(container: ContainerFacts, facts: Facts): string[] {
  const failure = startFailure(container);
  const chosen = new Map<number, number>();
  const free = (wanted: HostPort): number => {
    const isTaken =
      wanted.port !== 0 &&
      container.state !== 'running' &&
      ((failure?.kind === 'port' && failure.port === wanted.port) || holderOf(wanted, container, facts) !== undefined);
    if (!isTaken) return wanted.port;
    const other = chosen.get(wanted.port) ?? freePort(wanted.port, facts, [...chosen.values()]);
    chosen.set(wanted.port, other);
    return other;
  };
  return publishedBy(container).flatMap(port => {
    const { protocol } = port;
    return [...new Set(port.host.map(at => publish({ ...at, port: free({ ...at, protocol }) }, port)))];
  });
}

/** The next one above it that no container publishes, or is to: of the first thousand, only the system may have any. */
function freePort(wanted: number, { containers }: Facts, more: readonly number[]): number {
  const taken = new Set(
    containers.flatMap(({ ports, toPublish = [] }) => hostPorts([...ports, ...toPublish]).map(({ port }) => port)),
  );
  for (const port of more) taken.add(port);
  let port = wanted < firstFree ? 8_000 + wanted : wanted + 1;
  while (taken.has(port) || port > lastPort) port = port >= lastPort ? firstFree : port + 1;
  return port;
}

const firstFree = 1_024;
const lastPort = 65_535;

/** An address that stands for all of the host's, in IPv4 or IPv6. */
const isAny = (address: string) => ['', '0.0.0.0', '::'].includes(address);

/** Where no address is given, `--publish` takes all of the host's. */
function publish({ address, port }: PortFacts['host'][number], { container, protocol }: PortFacts): string {
  const where = isAny(address) ? '' : `${address.includes(':') ? `[${address}]` : address}:`;
  const from = port === 0 && where === '' ? '' : `${where}${port === 0 ? '' : port}:`;
  return `${from}${container}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}
