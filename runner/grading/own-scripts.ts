import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Challenge } from '../challenge/definition.ts';
import { fileNameOf } from '../gradebook/file-name.ts';
import { say } from '../language/say.ts';
import { usualLimits } from './intake/archive-limits.ts';
import { listFolder } from './intake/list-folder.ts';
import { builderFor, isDockerfile } from './intake/plan/dockerfile.ts';
import { readText } from './intake/read-text.ts';
import { type Fallback, maxPlans, type Part, type Submission } from './submission.ts';

/** The folder of the instructor's scripts, in the output folder. */
export const ownScriptsFolder = 'own';

/** Submissions with the instructor's scripts, and those scripts that belong to none of their parts. */
export interface OwnScripts {
  readonly submissions: readonly Submission[];
  /** Below the output folder. */
  readonly unused: readonly string[];
}

/**
 * Puts an instructor's script for one part (`own/ID/N/run.sh` in the output folder; N is the challenge's number or id) before what the
 * part itself says. ID is the student's id, or what the student's files are called. Throws what the file system says of a script that
 * is there and cannot be read.
 */
export async function withOwnScripts(
  submissions: readonly Submission[],
  output: string,
  challenges: readonly Challenge[],
  signal: AbortSignal,
): Promise<OwnScripts> {
  const found = await scriptsIn(join(output, ownScriptsFolder));
  const used = new Set<string>();
  const changed: Submission[] = [];
  for (const submission of submissions) {
    const parts: Part[] = [];
    for (const part of submission.parts) {
      const script = found.find(({ id, challenge }) => {
        const number = challenges.find(it => it.id === part.challenge)?.number;
        const isIts = challenge === part.challenge || (/^\d+$/.test(challenge) && Number(challenge) === number);
        return isIts && (id === submission.id || id === fileNameOf(submission.id));
      });
      if (script !== undefined) used.add(script.path);
      parts.push(script === undefined ? part : await withOwn(part, script.path, output, signal));
    }
    changed.push({ ...submission, parts });
  }
  return { submissions: changed, unused: found.map(({ path }) => path).filter(path => !used.has(path)) };
}

async function withOwn(part: Part, file: string, output: string, signal: AbortSignal): Promise<Part> {
  const script = (await readFile(join(output, file), 'utf8')).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const { entries } = await listFolder(part.folder, usualLimits, signal);
  const dockerfiles = entries.filter(({ kind, path }) => kind === 'file' && isDockerfile(path));
  const texts = await Promise.all(
    dockerfiles.map(async ({ path }) => (await readText(join(part.folder, path), usualLimits.textBytes)).text),
  );
  const before: readonly Fallback[] = part.plan.kind === 'script' ? [{ plan: part.plan, remarks: [] }] : [];
  const { binds, paths } = part.plan.kind === 'script' ? part.plan : { binds: {}, paths: {} };
  return {
    ...part,
    plan: { kind: 'script', file, script, builder: builderFor([...texts, script]), binds, paths },
    fallbacks: [...before, ...(part.fallbacks ?? [])].slice(0, maxPlans - 1),
    remarks: [...part.remarks, say('intake.own-script', { file })],
  };
}

/** All scripts in that folder: only names that are there are looked up. */
async function scriptsIn(folder: string) {
  const scripts: { id: string; challenge: string; path: string }[] = [];
  for (const id of await foldersIn(folder)) {
    for (const challenge of await foldersIn(join(folder, id))) {
      const names = await readdir(join(folder, id, challenge));
      if (names.includes('run.sh'))
        scripts.push({ id, challenge, path: `${ownScriptsFolder}/${id}/${challenge}/run.sh` });
    }
  }
  return scripts;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return entries.filter(entry => entry.isDirectory()).map(({ name }) => name);
}
