import { shellQuote } from '../../../base/shell-quote.ts';
import type { Card, NetworkBox, Thing, VolumeThing } from './scene.ts';

/** The docker commands that show what the map says of a thing, the most telling first. They work as they stand. */
export function lookCommands(thing: Thing): string[] {
  switch (thing.kind) {
    case 'network':
      return lookAtNetwork(thing.box);
    case 'card':
      return lookAtCard(thing.card);
    case 'volume':
      return lookAtVolume(thing.volume);
    case 'others':
      return [
        'docker ps --all',
        ...(thing.others.networks.length > 0 ? ['docker network ls'] : []),
        ...(thing.others.volumes > 0 ? ['docker volume ls'] : []),
      ];
  }
}

function lookAtCard({ container, name, presence, ports }: Card): string[] {
  if (container === undefined)
    return presence === 'gone' ? [`docker image inspect ${shellQuote(name)}`] : ['docker ps --all'];
  const it = shellQuote(name);
  const networks = `docker inspect --format '{{json .NetworkSettings.Networks}}' ${it}`;
  const logs = `docker logs --tail 20 ${it}`;
  const mounts = container.mounts.length === 0 ? [] : [`docker inspect --format '{{json .Mounts}}' ${it}`];
  if (container.state !== 'running' && container.state !== 'paused') {
    const started = container.startedAt === undefined ? [] : [logs];
    return [...started, `docker inspect --format '{{json .State}}' ${it}`, ...mounts];
  }
  return [...(ports.length === 0 ? [] : [`docker port ${it}`]), networks, `docker inspect ${it}`, logs, ...mounts];
}

function lookAtNetwork({ kind, name, ghost, cards }: NetworkBox): string[] {
  if (ghost) return ['docker network ls'];
  if (kind === 'shared') {
    const guest = cards[0]?.name;
    return guest === undefined ? [] : [`docker inspect --format '{{.HostConfig.NetworkMode}}' ${shellQuote(guest)}`];
  }
  const it = shellQuote(name);
  return [`docker network inspect --format '{{json .Containers}}' ${it}`, `docker network inspect ${it}`];
}

function lookAtVolume({ kind, name, ghost, mounts }: VolumeThing): string[] {
  if (ghost) return ['docker volume ls'];
  const it = shellQuote(name);
  if (kind === 'volume') return [`docker volume inspect ${it}`, `docker ps --all --filter volume=${it}`];
  const user = mounts[0]?.container;
  return user === undefined ? [] : [`docker inspect --format '{{json .Mounts}}' ${shellQuote(user)}`];
}
