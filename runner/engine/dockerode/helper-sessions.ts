import type Docker from 'dockerode';
import { label } from '../labels.ts';
import { listed } from './answers.ts';

/** The sessions whose helpers, volumes or networks are on an engine, each once. */
export async function helperSessions(docker: Docker, abortSignal: AbortSignal): Promise<string[]> {
  const filters = { label: [label.session] };
  const [containers, { Volumes: volumes }, networks] = await Promise.all([
    listed(() => docker.listContainers({ all: true, filters, abortSignal })),
    listed(() => docker.listVolumes({ filters: filters as never, abortSignal })),
    listed(() => docker.listNetworks({ filters, abortSignal })),
  ]);
  const labels = [...containers, ...(volumes ?? []), ...networks].map(({ Labels }) => Labels ?? {});
  return [...new Set(labels.map(all => all[label.session] ?? ''))];
}
