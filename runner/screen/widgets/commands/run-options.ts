import type { ContainerFacts, Facts, ImageFacts, PortFacts } from '../../../engine/facts.ts';

/**
 * The words after `docker run` (or `docker create`) that would make such a container, as far as the engine still knows
 * them. Values that look like secrets are hidden.
 */
export function runOptions(container: ContainerFacts, facts: Facts): string[] {
  const image = facts.images.find(({ id }) => id === container.imageId);
  const { entrypoint, rest } = commandOf(container, image);
  const { networkMode, user = '', workingDirectory = '' } = container;
  const env = Object.entries(container.env).filter(([name, value]) => image !== undefined && image.env[name] !== value);
  return [
    ...['--name', container.name],
    ...(container.autoRemove ? ['--rm'] : []),
    ...(container.tty && container.interactive ? ['--interactive', '--tty'] : []),
    ...(['default', 'bridge', ''].includes(networkMode) ? [] : ['--network', networkName(networkMode, facts)]),
    ...aliasesOf(container).flatMap(alias => ['--network-alias', alias]),
    ...published(container.ports).flatMap(port => ['--publish', port]),
    ...(image === undefined || user === image.user ? [] : ['--user', user]),
    ...(image === undefined || workingDirectory === image.workingDirectory ? [] : ['--workdir', workingDirectory]),
    ...env.flatMap(([name, value]) => ['--env', `${name}=${discreet(name, value)}`]),
    ...mountsOf(container, image).flatMap(mount => ['--volume', mount]),
    ...container.extraHosts.flatMap(host => ['--add-host', host]),
    ...(container.restartPolicy === 'no' ? [] : ['--restart', container.restartPolicy]),
    ...(entrypoint === undefined ? [] : ['--entrypoint', entrypoint]),
    container.image,
    ...rest,
  ];
}

/** A value of the environment as it may be shown: not at all where its name says secret, and no password in a URL. */
export function discreet(name: string, value: string): string {
  const isSecret = /pass|pwd|secret|token|credential|private|senha|segredo|(^|_)(api)?key$/i.test(name);
  return isSecret && value !== '' ? '***' : value.replace(/(\/\/[^/@\s:]*:)[^@/\s]+@/g, '$1***@');
}

function networkName(mode: string, { containers }: Facts): string {
  const host = mode.startsWith('container:') ? mode.slice('container:'.length) : undefined;
  const name = host === undefined ? undefined : containers.find(({ id }) => id === host)?.name;
  return name === undefined ? mode : `container:${name}`;
}

/** The engine adds the beginning of the container's id, and newer ones its name and its host name. */
function aliasesOf({ id, name, hostname, networkMode, networks }: ContainerFacts): string[] {
  const aliases = networks.find(({ network }) => network === networkMode)?.aliases ?? [];
  return aliases.filter(alias => alias !== name && alias !== hostname && !id.startsWith(alias));
}

function published(ports: readonly PortFacts[]): string[] {
  const words = ports.flatMap(({ container, protocol, host }) =>
    host.map(({ address, port }) => {
      const isAll = ['', '0.0.0.0', '::'].includes(address);
      const where = isAll ? '' : `${address.includes(':') ? `[${address}]` : address}:`;
      return `${where}${port}:${container}${protocol === 'tcp' ? '' : `/${protocol}`}`;
    }),
  );
  return [...new Set(words)];
}

/** What an image declares as a volume gets one without anybody's asking. */
function mountsOf({ mounts }: ContainerFacts, image: ImageFacts | undefined): string[] {
  return mounts.flatMap(({ type, source, target, writable }) => {
    if (type !== 'volume' && type !== 'bind') return [];
    const isAnonymous = type === 'volume' && /^[0-9a-f]{64}$/.test(source);
    if (isAnonymous) return image?.volumes?.includes(target) ? [] : [target];
    return [`${source}:${target}${writable ? '' : ':ro'}`];
  });
}

function commandOf(
  { command }: ContainerFacts,
  image: ImageFacts | undefined,
): { entrypoint?: string; rest: readonly string[] } {
  if (image === undefined) return { rest: [] };
  const { entrypoint } = image;
  if (!entrypoint.every((word, index) => command[index] === word)) {
    return { ...(command[0] === undefined ? {} : { entrypoint: command[0] }), rest: command.slice(1) };
  }
  const rest = command.slice(entrypoint.length);
  const isDefault = rest.length === image.command.length && rest.every((word, index) => word === image.command[index]);
  return { rest: isDefault ? [] : rest };
}
