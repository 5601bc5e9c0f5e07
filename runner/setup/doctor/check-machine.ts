import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Language } from '../../base/language.ts';
import { readableSize } from '../../base/readable-size.ts';
import { askEngine } from '../ask-engine.ts';
import { setupMessages } from '../texts/setup.ts';
import type { Finding } from './finding.ts';

const gigabyte = 1e9;
const needed = { atLeast: gigabyte, comfortable: 3 * gigabyte };
const nodeOfTheProject = 26;

/** Room on the disk of the engine's data folder, or of `otherwise` where the engine is elsewhere. */
export async function checkDisk(address: string | undefined, otherwise: string, language: Language): Promise<Finding> {
  const t = setupMessages[language].doctor;
  const folder = (address === undefined ? undefined : await dataFolderOf(address)) ?? otherwise;
  try {
    const { bavail, bsize } = await statfs(folder);
    return diskFinding(bavail * bsize, folder, language);
  } catch {
    return { id: 'disk', ok: 'warning', what: t.diskUnknown(folder) };
  }
}

/** Pure. `free` in bytes. */
export function diskFinding(free: number, folder: string, language: Language): Finding {
  const t = setupMessages[language].doctor;
  const size = readableSize(free, language);
  if (free >= needed.comfortable) return { id: 'disk', ok: true, what: t.disk(size, folder) };
  return { id: 'disk', ok: free < needed.atLeast ? false : 'warning', what: t.diskLow(size, folder), fix: t.fixDisk };
}

/** The Node that runs this. Pure. */
export function checkNode(version: string, path: string, t: (typeof setupMessages)['en']): Finding {
  if (Number.parseInt(version.replace(/^v/, ''), 10) >= nodeOfTheProject) {
    return { id: 'node', ok: true, what: t.doctor.node(version, path) };
  }
  return { id: 'node', ok: false, what: t.doctor.nodeOld(version), fix: t.doctor.fixNode };
}

/** Only a folder of this machine: an engine behind a virtual machine or a network names one of its own. */
async function dataFolderOf(address: string): Promise<string | undefined> {
  if (!address.startsWith('unix://')) return undefined;
  const answer = await askEngine({ address }, '/info');
  if ('code' in answer || answer.status !== 200) return undefined;
  const { DockerRootDir: folder } = JSON.parse(answer.body) as { DockerRootDir?: string };
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}
