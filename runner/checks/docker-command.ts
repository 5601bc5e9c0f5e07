import { shellQuote } from '../base/shell-quote.ts';
import type { Challenge, Role } from '../challenge/definition.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { portsToPublish } from './host-ports.ts';

/** What to change when a container is made anew. */
export interface Changes {
  readonly network?: string;
  readonly image?: string;
  /** Ports as `--publish` takes them, instead of those that it publishes now. */
  readonly publish?: readonly string[];
  /** With no port published. */
  readonly unpublished?: boolean;
  /** A volume to be mounted, instead of what is mounted there, or in there, or is that volume elsewhere. */
  readonly volume?: { readonly name: string; readonly target: string };
  /** As `--user` takes it. */
  readonly user?: string;
  /** Applied to the values of the environment and to the command. */
  readonly rewrite?: (text: string) => string;
  /** With the entrypoint and the command of its image, whatever it was started with. */
  readonly imageCommand?: boolean;
}

/** The command that shows the end of a container's log. */
export const logsCommand = (name: string) => `docker logs --tail 20 ${shellQuote(name)}`;

/** The command that removes a container and runs it again as it was, but for the changes. */
export function recreateCommand(container: ContainerFacts, facts: Facts, changes: Changes): string {
  const rewrite = changes.rewrite ?? (text => text);
  const image = facts.images.find(candidate => candidate.id === container.imageId);
  const network = changes.network ?? container.networkMode;
  const env = Object.entries(container.env).filter(([name, value]) => image?.env[name] !== value);
  const aliases = (container.networks.find(at => at.network === network)?.aliases ?? []).filter(
    alias => alias !== container.name && !container.id.startsWith(alias),
  );
  const published = changes.publish ?? portsToPublish(container, facts);
  const { volume } = changes;
  const mounts = container.mounts
    .filter(mount => mount.type !== 'other' && mount.type !== 'tmpfs')
    .filter(
      ({ source, target }) =>
        source !== volume?.name && target !== volume?.target && !target.startsWith(`${volume?.target}/`),
    );
  const own: ReturnType<typeof commandOf> = changes.imageCommand ? { rest: [] } : commandOf(container, image);
  const { entrypoint, rest } = own;
  const user = changes.user ?? (image === undefined || container.user === image.user ? undefined : container.user);
  const words = [
    ...['docker', 'run', '--detach', '--name', container.name],
    ...(['default', 'bridge'].includes(network) ? [] : ['--network', network]),
    ...aliases.flatMap(alias => ['--network-alias', alias]),
    ...(changes.unpublished ? [] : published).flatMap(port => ['--publish', port]),
    ...(user === undefined ? [] : ['--user', user]),
    ...env.flatMap(([name, value]) => ['--env', `${name}=${rewrite(value)}`]),
    ...mounts.flatMap(mount => ['--volume', `${mount.source}:${mount.target}${mount.writable ? '' : ':ro'}`]),
    ...(volume === undefined ? [] : ['--volume', `${volume.name}:${volume.target}`]),
    ...(container.restartPolicy === 'no' ? [] : ['--restart', container.restartPolicy]),
    // Another image has an entrypoint and a command of its own.
    ...(entrypoint === undefined || changes.image !== undefined ? [] : ['--entrypoint', entrypoint]),
    changes.image ?? container.image,
    ...(changes.image === undefined ? rest.map(rewrite) : []),
  ];
  return `docker rm --force ${shellQuote(container.name)} && ${words.map(shellQuote).join(' ')}`;
}

/** What a container was started with that is not its image's own. */
export function commandOf(
  container: ContainerFacts,
  image: { entrypoint: readonly string[]; command: readonly string[] } | undefined,
): { entrypoint?: string; rest: readonly string[] } {
  const entrypoint = image?.entrypoint ?? [];
  const starts = entrypoint.every((word, index) => container.command[index] === word);
  if (!starts)
    return {
      ...(container.command[0] === undefined ? {} : { entrypoint: container.command[0] }),
      rest: container.command.slice(1),
    };
  const rest = container.command.slice(entrypoint.length);
  const isDefault =
    rest.length === (image?.command.length ?? 0) && rest.every((word, index) => image?.command[index] === word);
  return { rest: isDefault ? [] : rest };
}

/**
 * The command that brings a role nearer for which there is no container: its image first, then the container. `leftOut` is the
 * name of one that looked like it, and is a part of another challenge.
 */
export function commandForMissing(
  role: Role,
  challenge: Challenge,
  facts: Facts,
  others: readonly Present[] = [],
  leftOut?: string,
): string {
  const containers = others.map(({ container }) => container);
  const network = networkToUse(challenge, facts, containers);
  if (network === undefined && role.run.includes('{network}'))
    return `docker network create ${challenge.suggestedNetwork}`;
  if (role.build !== '' && (!hasImage(role, facts) || isImageOf(leftOut, role, facts))) return role.build;
  const volume = volumesOf(role).find(wanted => facts.volumes.every(({ name }) => name !== wanted));
  if (volume !== undefined) return `docker volume create ${volume}`;
  const command = others.reduce(
    (line, { suggested, container, port }) => withTrueName(line, suggested, container.name, port),
    role.run.replace('{network}', shellQuote(network ?? '')),
  );
  return withWhatIsFree(command, facts);
}

/** True if a container of this name runs the image that the brief's build command would make. */
function isImageOf(name: string | undefined, role: Role, { containers, images }: Facts): boolean {
  const container = containers.find(one => name !== undefined && one.name === name);
  const image = images.find(({ id }) => id === container?.imageId);
  return image?.tags.includes(`${imageOf(role)}:latest`) === true;
}

/** A run command with another name, or another port of the host, where its own is some other container's. */
export function withWhatIsFree(command: string, { containers }: Facts): string {
  const names = new Set(containers.map(({ name }) => name));
  return command
    .replace(/(--name[ =])([\w.-]+)/, (_, option: string, name: string) => `${option}${freeName(name, names)}`)
    .replace(
      /(--publish[ =](?:[\d.]+:)?)(\d+)(?=:)/g,
      (_, option: string, port: string) => `${option}${freePort(Number(port), containers)}`,
    );
}

/** The name, or the first of `name-2`, `name-3`… that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  return free;
}

/** The port of the host, or the next one above it that no container is published at. */
export function freePort(wanted: number, containers: readonly ContainerFacts[]): number {
  const taken = new Set(containers.flatMap(hostPorts).map(({ host }) => host));
  let port = wanted;
  while (taken.has(port)) port++;
  return port;
}

/** The TCP ports at which a container is published. */
export function hostPorts({ ports }: ContainerFacts): { host: number; container: number }[] {
  return ports
    .filter(({ protocol }) => protocol === 'tcp')
    .flatMap(port => port.host.map(host => ({ host: host.port, container: port.container })));
}

/** A container that plays another role, the name that the brief suggests for it, and the port it answers on, if known. */
export interface Present {
  readonly suggested: string;
  readonly container: ContainerFacts;
  readonly port: number | undefined;
}

/** The brief's command calls the others by the suggested names and ports, in URLs and addresses. */
function withTrueName(command: string, suggested: string, name: string, port: number | undefined): string {
  const called = new RegExp(`(//|@|=)${suggested}(:\\d+)?(?=[/\\s]|$)`, 'g');
  return command.replace(called, (_, before: string, usual: string | undefined) => {
    const truePort = usual === undefined || port === undefined ? (usual ?? '') : `:${port}`;
    return `${before}${name}${truePort}`;
  });
}

/** The volumes, by name, that the brief's run command mounts; it would make them itself, but in passing. */
function volumesOf(role: Role): string[] {
  return [...role.run.matchAll(/ (?:--volume|-v)[ =]([\w.-]+):/g)].flatMap(([, name]) => name ?? []);
}

/** True if the image that the brief's build command makes is there. */
export function hasImage(role: Role, facts: Facts): boolean {
  const tag = imageOf(role);
  return tag !== undefined && facts.imageTags.includes(`${tag}:latest`);
}

/** The tag that the brief's build command gives. */
export function imageOf(role: Role): string | undefined {
  return /(?:--tag|-t)[ =](\S+)/.exec(role.build)?.[1];
}

/**
 * The network that the roles should meet on: the one that most of them are on, else the one that the brief suggests,
 * else the only one that the learner has, where nobody else is on it. `undefined` if there is none to choose.
 */
export function networkToUse(
  challenge: Challenge,
  facts: Facts,
  containers: readonly ContainerFacts[],
): string | undefined {
  const userDefined = facts.networks.filter(network => network.userDefined).map(network => network.name);
  const members = (name: string) =>
    containers.filter(container => container.networks.some(at => at.network === name)).length;
  const [busiest] = [...userDefined].sort((one, other) => members(other) - members(one));
  if (busiest !== undefined && members(busiest) > 0) return busiest;
  if (userDefined.includes(challenge.suggestedNetwork)) return challenge.suggestedNetwork;
  const [only, ...more] = userDefined;
  const isEmpty = facts.containers.every(({ networks }) => networks.every(at => at.network !== only));
  return more.length === 0 && isEmpty ? only : undefined;
}
