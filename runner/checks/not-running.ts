import { type Message, withMore } from '../base/message.ts';
import { shellQuote } from '../base/shell-quote.ts';
import type { Challenge, Role } from '../challenge/definition.ts';
import type { ContainerFacts, Facts } from '../engine/facts.ts';
import { say } from '../language/say.ts';
import { commandOf, hasImage, imageOf, logsCommand, networkToUse, recreateCommand } from './docker-command.ts';
import { heldPort, holderOf } from './host-ports.ts';
import { reasonOf, type StartFailure, startFailure } from './start-failure.ts';

/** A container that does not run, and what it was to play. */
export interface Stopped {
  readonly container: ContainerFacts;
  readonly role: Role;
  readonly challenge: Challenge;
  readonly facts: Facts;
}

/** What to say of it, and the command that brings it back. */
export interface Words {
  readonly observed: Message;
  readonly next: string;
}

/** Whoever is killed for want of memory under such a limit may only need more; beyond it, the program is to be looked at. */
const enoughMemory = 512 * 1024 * 1024;

/** Why it does not run, and the way back. Pure. */
export function whyNotRunning(stopped: Stopped): Words {
  const { container } = stopped;
  const { name, state, exitCode, restartCount } = container;
  const known = whyNeverRan(stopped);
  if (known !== undefined) return known;
  const next = wayBack(stopped);
  if (state === 'restarting' || state === 'running')
    return { observed: say('container.restarting', { name, exitCode, times: restartCount }), next };
  return {
    observed:
      state === 'paused' ? say('container.paused', { name }) : say('container.not-running', { name, state, exitCode }),
    next,
  };
}

/** The same where its own log tells nothing of it: the engine could not start it, or killed it for want of memory. Pure. */
export function whyNeverRan(stopped: Stopped): Words | undefined {
  const { container, facts } = stopped;
  const { name, error, memoryLimit } = container;
  const failure = startFailure(container);
  if (failure !== undefined) {
    const said = error === undefined ? undefined : say('stopped.engine-said', { reason: reasonOf(error) });
    return {
      observed: withMore(say('stopped.not-started', { name }), reason(failure, stopped), said),
      next: wayPast(failure, stopped),
    };
  }
  if (container.outOfMemory) {
    const limit = memoryLimit === undefined ? undefined : say('stopped.limit', { bytes: memoryLimit });
    return { observed: withMore(say('container.out-of-memory', { name }), limit), next: wayToMemory(container) };
  }
  if (container.state !== 'created') return undefined;
  const held = heldPort(container, facts);
  if (held === undefined)
    return { observed: say('stopped.never-started', { name }), next: `docker start ${shellQuote(name)}` };
  const taken = say('stopped.port-taken-by', { port: held.port, holder: held.holder.name });
  const observed = withMore(say('stopped.never-started', { name }), taken);
  return { observed, next: recreateCommand(container, facts, {}) };
}

function reason(failure: StartFailure, { container, facts }: Stopped): Message | undefined {
  switch (failure.kind) {
    case 'port': {
      const { port } = failure;
      if (failure.reason === 'refused') return say('stopped.port-refused', { port });
      const holder = holderOfFailed(port, container, facts);
      if (holder !== undefined) return say('stopped.port-taken-by', { port, holder: holder.name });
      return isFreeAgain(failure, container, facts)
        ? say('stopped.port-was-taken', { port })
        : say('stopped.port-taken-by-program', { port });
    }
    case 'program':
      return say(`stopped.${failure.reason}`, { program: failure.program });
    case 'mount':
      return failure.target === undefined
        ? say('stopped.mount-source', { source: failure.source })
        : say('stopped.mount', { source: failure.source, target: failure.target });
    case 'network':
      return say('stopped.network');
    case 'user':
      return say('stopped.user', { user: failure.user });
    case 'other':
      return undefined;
  }
}

function wayPast(failure: StartFailure, stopped: Stopped): string {
  const { container, facts, challenge } = stopped;
  const again = (of: ContainerFacts, changes: Parameters<typeof recreateCommand>[2] = {}) =>
    recreateCommand(of, facts, changes);
  switch (failure.kind) {
    case 'port':
      return isFreeAgain(failure, container, facts) ? `docker start ${shellQuote(container.name)}` : again(container);
    case 'program':
      return wayToProgram(stopped);
    case 'mount': {
      const isIt = ({ source, target }: ContainerFacts['mounts'][number]) =>
        source === failure.source || target === failure.target;
      return again({ ...container, mounts: container.mounts.filter(mount => !isIt(mount)) });
    }
    case 'network': {
      const others = facts.containers.filter(({ id }) => id !== container.id);
      const network = networkToUse(challenge, facts, others);
      return network === undefined
        ? `docker network create ${challenge.suggestedNetwork}`
        : again(container, { network });
    }
    case 'user': {
      const user = facts.images.find(({ id }) => id === container.imageId)?.user ?? '';
      return again({ ...container, user });
    }
    case 'other':
      return `docker start ${shellQuote(container.name)}`;
  }
}

function holderOfFailed(port: number, container: ContainerFacts, facts: Facts): ContainerFacts | undefined {
  const wanted = (container.toPublish ?? []).flatMap(({ host, protocol }) => host.map(at => ({ ...at, protocol })));
  const same = wanted.filter(at => at.port === port);
  const all = same.length > 0 ? same : [{ address: '', port, protocol: 'tcp' as const }];
  return all.map(at => holderOf(at, container, facts)).find(holder => holder !== undefined);
}

/** The engine gave it to a container that has it no more; what programs of the host have it does not give away. */
function isFreeAgain(failure: StartFailure, container: ContainerFacts, facts: Facts): boolean {
  if (failure.kind !== 'port' || !container.error?.includes('already allocated')) return false;
  return holderOfFailed(failure.port, container, facts) === undefined && heldPort(container, facts) === undefined;
}

/** What was given by hand is left out; else the image is to be built anew, and then to be run. */
function wayToProgram({ container, role, facts }: Stopped): string {
  const { name } = container;
  const image = facts.images.find(({ id }) => id === container.imageId);
  const given = commandOf(container, image);
  const hasOwn = (image?.entrypoint.length ?? 0) + (image?.command.length ?? 0) > 0;
  if (hasOwn && (given.entrypoint !== undefined || given.rest.length > 0))
    return recreateCommand(container, facts, { imageCommand: true });
  const reference = /[:@]/.test(container.image.split('/').at(-1) ?? '')
    ? container.image
    : `${container.image}:latest`;
  const isBuiltAnew = facts.imageTags.includes(reference) && image?.tags.includes(reference) === false;
  if (isBuiltAnew) return recreateCommand(container, facts, { image: container.image });
  const tag = imageOf(role);
  if (tag !== undefined && hasImage(role, facts) && image?.tags.includes(`${tag}:latest`) === false)
    return recreateCommand(container, facts, { image: tag });
  if (role.build !== '') return role.build;
  return `docker inspect --format '{{json .Config.Entrypoint}} {{json .Config.Cmd}}' ${shellQuote(name)}`;
}

function wayToMemory({ name, state, memoryLimit }: ContainerFacts): string {
  if (memoryLimit === undefined || memoryLimit >= enoughMemory) return logsCommand(name);
  const again = state === 'exited' ? 'start' : 'restart';
  const quoted = shellQuote(name);
  return `docker update --memory 512m --memory-swap 1g ${quoted} && docker ${again} ${quoted}`;
}

function wayBack({ container, facts }: Stopped): string {
  const { name, state, exitCode } = container;
  if (state === 'paused') return `docker unpause ${shellQuote(name)}`;
  // The engine has begun to remove it, and does not start it again.
  if (state === 'dead') return recreateCommand(container, facts, {});
  const endedWell = exitCode === 0 || exitCode === 137 || exitCode === 143;
  return state === 'exited' && endedWell ? `docker start ${shellQuote(name)}` : logsCommand(name);
}
