import { basename, dirname, join } from 'node:path';
import type { Message } from '../../../base/message.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import { parseLabJson } from '../../../challenge/lab-json.ts';
import { noWorkspace } from '../../../challenge/lab-json-content.ts';
import { projectReader, usualFiles } from '../../../compose/project-files.ts';
import { composeScript, translateCompose } from '../../../compose/translate.ts';
import { say } from '../../../language/say.ts';
import type { Part, Submission } from '../../submission.ts';
import { usualLimits } from '../archive-limits.ts';
import { isForeign } from '../clutter.ts';
import { listFolder } from '../list-folder.ts';
import { printable } from '../printable.ts';
import { readText } from '../read-text.ts';
import { composeOptions } from './compose-options.ts';
import { builderFor, isDockerfile } from './dockerfile.ts';

interface Reading {
  readonly challenges: readonly Challenge[];
  readonly signal: AbortSignal;
}

const maxDockerfiles = 40;

/**
 * The submissions, where a part whose only instructions are Compose's is brought up by the plain docker commands that those come
 * to, and says so. What cannot be translated stays as it is, and says why. Files outside of a part are never read.
 */
export async function translateParts(submissions: readonly Submission[], how: Reading): Promise<Submission[]> {
  const translated: Submission[] = [];
  for (const submission of submissions) {
    const parts: Part[] = [];
    for (const part of submission.parts) parts.push(await translatePart(part, submission.id, how));
    translated.push({ ...submission, parts });
  }
  return translated;
}

/** `undefined` if it is so deep that nobody means it. */
function translated(source: Parameters<typeof translateCompose>[0]): ReturnType<typeof translateCompose> | undefined {
  try {
    return translateCompose(source);
  } catch (error) {
    // A chain of services longer than the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function translatePart(part: Part, id: string, { challenges, signal }: Reading): Promise<Part> {
  if (part.plan.kind !== 'compose-only') return part;
  const { file } = part.plan;
  const withRemarks = (...remarks: readonly Message[]): Part => ({ ...part, remarks: [...part.remarks, ...remarks] });
  const cannot = (reason: Message) => withRemarks(say('translate.cannot-run', { file: printable(file), reason }));
  const isProject = /\.ya?ml$/i.test(file);
  const below = dirname(file);
  const inPart = projectReader(part.folder, part.folder);
  const options = isProject ? { files: [], profiles: [] } : composeOptions(inPart(file) ?? '');
  if (options === undefined) return cannot(say('translate.call-needs-shell'));
  const [named] = options.files;
  // Where a script says no file, Compose looks in the folder that it is called in: the script's own, or the part's.
  const folders = isProject ? [below] : named === undefined ? [below, '.'] : [join(below, dirname(named))];
  const readIn = (folder: string) => projectReader(join(part.folder, folder), part.folder);
  const found = folders
    .map(folder => ({ folder, files: usualFiles(readIn(folder), {}) }))
    .find(({ files }) => files.length > 0);
  const folder = found?.folder ?? folders[0] ?? '.';
  const inFolder = options.files.map(one => (dirname(named ?? '.') === dirname(one) ? basename(one) : one));
  const files = inFolder.length > 0 ? inFolder : (found?.files ?? (isProject ? [basename(file)] : []));
  if (files.length === 0) return cannot(say('translate.no-file', { file: 'compose.yaml' }));
  const folderName = basename(folder === '.' ? (part.path === '.' ? id : part.path) : folder);
  const translation = translated({ ...options, files, folderName, environment: {}, read: readIn(folder) });
  if (translation === undefined) return cannot(say('translate.not-a-project'));
  if (translation.kind === 'wrong') {
    const [problem] = translation.problems;
    return cannot(
      problem === undefined ? say('translate.not-a-project') : placed(problem.file, problem.line, problem.finding),
    );
  }
  const { commands, notes } = translation;
  const script = composeScript(commands, folder);
  const workspace = workspaceOf(part, challenges, inPart('lab.json'));
  const ran = [
    say('translate.run', { file: printable(file) }),
    ...commands.map(({ text }) => say('translate.command', { command: printable(text, 500) })),
  ];
  return {
    ...withRemarks(...ran, ...notes),
    plan: {
      ...{ kind: 'script', file, script, composed: file, binds: workspace.binds, paths: workspace.paths },
      builder: builderFor([...(await dockerfilesIn(part.folder, signal)), script]),
    },
  };
}

function placed(file: string, line: number | undefined, finding: Message): Message {
  return say('translate.at', { place: line === undefined ? file : `${file}:${line}`, finding });
}

function workspaceOf(part: Part, challenges: readonly Challenge[], text: string | undefined) {
  const challenge = challenges.find(({ id }) => id === part.challenge);
  const read = text === undefined || challenge === undefined ? undefined : parseLabJson(text, challenge);
  return read?.kind === 'read' ? read.value : noWorkspace;
}

async function dockerfilesIn(folder: string, signal: AbortSignal): Promise<readonly string[]> {
  const { entries } = await listFolder(folder, usualLimits, signal);
  const paths = entries
    .filter(({ kind, path }) => kind === 'file' && isDockerfile(path) && !path.split('/').some(isForeign))
    .slice(0, maxDockerfiles);
  return Promise.all(paths.map(async ({ path }) => (await readText(join(folder, path), usualLimits.textBytes)).text));
}
