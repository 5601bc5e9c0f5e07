import type Docker from 'dockerode';
import type { StaleFacts } from '../engine.ts';
import type { ContainerFacts, Facts, ImageFacts } from '../facts.ts';
import { label } from '../labels.ts';
import { listed, present } from './answers.ts';
import { containerFacts, imageFacts, networkFacts, volumeFacts } from './inspect.ts';

/** Everything as of now. */
export async function readFacts(docker: Docker, abortSignal: AbortSignal): Promise<Facts> {
  const [containers, networks, volumes, imageTags] = await Promise.all([
    listed(() => docker.listContainers({ all: true, abortSignal })).then(found =>
      inspectContainers(
        docker,
        found.map(({ Id }) => Id),
        abortSignal,
      ),
    ),
    listNetworks(docker, abortSignal),
    listVolumes(docker, abortSignal),
    listTags(docker, abortSignal),
  ]);
  const images = await inspectImages(docker, idsOf(containers), abortSignal);
  return { containers, networks, volumes, images, imageTags };
}

/** The same facts, where only what is stale is looked at again. */
export async function refreshFacts(
  docker: Docker,
  facts: Facts,
  stale: StaleFacts,
  abortSignal: AbortSignal,
): Promise<Facts> {
  const [inspected, networks, volumes, imageTags] = await Promise.all([
    inspectContainers(docker, stale.containers, abortSignal),
    stale.networks ? listNetworks(docker, abortSignal) : facts.networks,
    stale.volumes ? listVolumes(docker, abortSignal) : facts.volumes,
    stale.images ? listTags(docker, abortSignal) : facts.imageTags,
  ]);
  const containers = replaced(facts.containers, stale.containers, inspected);
  const wanted = idsOf(containers);
  const known = stale.images ? [] : facts.images.filter(({ id }) => wanted.includes(id));
  const unknown = wanted.filter(wantedId => known.every(({ id }) => id !== wantedId));
  const images = [...known, ...(await inspectImages(docker, unknown, abortSignal))];
  return { containers, networks, volumes, images, imageTags };
}

/** The engine lists the newest first. */
function replaced(
  before: readonly ContainerFacts[],
  stale: readonly string[],
  inspected: readonly ContainerFacts[],
): ContainerFacts[] {
  const now = new Map(inspected.map(container => [container.id, container]));
  const added = inspected.filter(({ id }) => before.every(container => container.id !== id));
  added.sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
  const kept = before.flatMap(container => (stale.includes(container.id) ? (now.get(container.id) ?? []) : container));
  return [...added, ...kept];
}

const idsOf = (containers: readonly ContainerFacts[]) => [...new Set(containers.map(({ imageId }) => imageId))];

async function inspectContainers(docker: Docker, ids: readonly string[], abortSignal: AbortSignal) {
  const found = await present(ids.map(id => docker.getContainer(id).inspect({ abortSignal })));
  return found.map(containerFacts);
}

async function inspectImages(docker: Docker, ids: readonly string[], abortSignal: AbortSignal): Promise<ImageFacts[]> {
  const found = await present(ids.map(id => docker.getImage(id).inspect({ abortSignal } as object)));
  return found.map(imageFacts);
}

async function listNetworks(docker: Docker, abortSignal: AbortSignal) {
  return (await listed(() => docker.listNetworks({ abortSignal }))).map(networkFacts);
}

/** What grading keeps between its runs is nothing of anybody's challenge. */
async function listVolumes(docker: Docker, abortSignal: AbortSignal) {
  const volumes = ((await listed(() => docker.listVolumes({ abortSignal }))).Volumes ?? []).map(volumeFacts);
  return volumes.filter(({ labels }) => !(label.grading in labels));
}

async function listTags(docker: Docker, abortSignal: AbortSignal) {
  return (await listed(() => docker.listImages({ abortSignal }))).flatMap(image => image.RepoTags ?? []);
}
