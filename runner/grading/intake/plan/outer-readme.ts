import { dirname, join } from 'node:path/posix';
import type { Challenge } from '../../../challenge/definition.ts';
import { byDepthAndName, isReadme, partFiles, type ReadText, textsOf } from '../part-files.ts';
import { readText } from '../read-text.ts';
import type { SubmissionTree } from '../submission-tree.ts';
import { isDockerfile } from './dockerfile.ts';
import { type Planned, planPart } from './plan-part.ts';
import { sectionOn } from './readme/readme-section.ts';

/** A part that is brought up as a README says that stands above it. */
export interface OuterPlan {
  /** Where its commands are to be run: the challenge's, or the README's, where they reach down from there. */
  readonly folder: string;
  /** Of the submission, for people. */
  readonly readme: string;
  readonly planned: Planned;
}

interface OuterOptions {
  readonly challenges: readonly Challenge[];
  readonly textBytes: number;
}

/**
 * How a challenge is brought up by the section on it in a README of one of the folders around `path` (of the submission itself,
 * where the challenge has no folder). `undefined` if there is no such section, or no command in it.
 */
export async function fromOuterReadme(
  tree: SubmissionTree,
  path: string | undefined,
  challenge: Challenge,
  { challenges, textBytes }: OuterOptions,
): Promise<OuterPlan | undefined> {
  for (const outer of path === undefined ? [''] : foldersAround(path)) {
    const names = tree.under(outer).map(entry => entry.path);
    for (const name of names.filter(isReadme).sort(byDepthAndName)) {
      const readme = join(outer, name);
      const { text, cut } = await readText(tree.real(readme), textBytes);
      const section = { text: sectionOn(challenge, text, challenges), cut };
      const plannedIn = (folder: string) => planIn(tree, folder, section, challenge, { textBytes });
      const around = await plannedIn(outer);
      if (around.plan.kind !== 'script') continue;
      if (path === undefined || reachesInto(around.plan.script, below(path, outer)))
        return { folder: outer, readme, planned: around };
      return { folder: path, readme, planned: await plannedIn(path) };
    }
  }
  return undefined;
}

/** From the inside out. */
function foldersAround(path: string): string[] {
  const parent = dirname(path);
  return parent === '.' ? [''] : [parent, ...foldersAround(parent)];
}

/** The first folder on the way from one down to another. */
function below(path: string, outer: string): string {
  return path.slice(outer === '' ? 0 : outer.length + 1).split('/')[0] ?? '';
}

/** Commands that go into a folder, or name something in it, are meant for the folder around it. */
function reachesInto(script: string, folder: string): boolean {
  const name = `['"]?(?:\\./)?${RegExp.escape(folder)}`;
  return new RegExp(`^cd ${name}|[\\s=:]${name}/|\\s${name}['"]?\\s*$`, 'm').test(script);
}

/** As if that section were all that there is to say of how to bring it up. */
async function planIn(
  tree: SubmissionTree,
  folder: string,
  section: ReadText,
  challenge: Challenge,
  { textBytes }: { readonly textBytes: number },
): Promise<Planned> {
  const name = 'README.md';
  const files = tree.under(folder);
  const texts = new Map([[name, section]]);
  for (const path of textsOf(files).filter(isDockerfile))
    texts.set(path, await readText(tree.real(join(folder, path)), textBytes));
  const there = files.filter(({ path }) => path !== name);
  const readme = { path: name, kind: 'file' as const, size: section.text.length, executable: false };
  return planPart(partFiles([...there, readme], texts), challenge);
}
