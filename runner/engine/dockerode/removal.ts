import type Docker from 'dockerode';
import type { Removed } from '../engine.ts';
import { isGone, listed } from './answers.ts';

/** Removes the containers, networks and volumes that carry all of these labels, in that order. */
export async function removeLabelled(
  docker: Docker,
  labels: Readonly<Record<string, string>>,
  abortSignal: AbortSignal,
): Promise<Removed[]> {
  const filters = { label: Object.entries(labels).map(([name, value]) => `${name}=${value}`) };
  const removed: Removed[] = [];
  const remove = async (kind: Removed['kind'], name: string, removing: Promise<unknown>) => {
    if (await gone(removing)) removed.push({ kind, name });
  };
  const containers = await listed(() => docker.listContainers({ all: true, filters, abortSignal }));
  await Promise.all(
    containers.map(({ Id, Names }) =>
      remove('container', (Names[0] ?? Id).replace(/^\//, ''), removeContainer(docker.getContainer(Id), abortSignal)),
    ),
  );
  const networks = await listed(() => docker.listNetworks({ filters, abortSignal }));
  await Promise.all(
    networks.map(({ Id, Name }) => remove('network', Name, docker.getNetwork(Id).remove({ abortSignal }))),
  );
  const { Volumes: volumes } = await listed(() => docker.listVolumes({ filters: filters as never, abortSignal }));
  await Promise.all(
    (volumes ?? []).map(({ Name }) => remove('volume', Name, docker.getVolume(Name).remove({ abortSignal }))),
  );
  return removed;
}

/** Where the engine is removing it already, for somebody else, that is waited for. */
async function removeContainer(container: Docker.Container, abortSignal: AbortSignal): Promise<void> {
  try {
    await container.remove({ force: true, v: true, abortSignal } as object);
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 409) throw error;
    await container.wait({ condition: 'removed', abortSignal } as object);
  }
}

/** True if a removal did it; false where it was gone already. */
async function gone(removing: Promise<unknown>): Promise<boolean> {
  try {
    await removing;
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

/** Removes an image's name, and the image with its last one; false where it is not there or in use. */
export async function removeImage(docker: Docker, reference: string, abortSignal: AbortSignal): Promise<boolean> {
  try {
    await docker.getImage(reference).remove({ abortSignal });
    return true;
  } catch (error) {
    const status = (error as { statusCode?: number }).statusCode;
    if (status === 404 || status === 409) return false;
    throw error;
  }
}
