import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { readClass } from '../../grading/intake/read-class.ts';
import type { ReadClassOptions } from '../../grading/intake/read-class-options.ts';
import type { Part, Submission } from '../../grading/submission.ts';
import type { Files } from './archives.ts';
import { fiveChallenges } from './five-challenges.ts';

/** A class's folder that is there for one test, and the folder that it is unpacked to. */
export class ClassFolder {
  folder = '';
  scratch = '';

  constructor() {
    beforeEach(async () => {
      this.folder = await mkdtemp(join(tmpdir(), 'estaleiro-class-'));
      this.scratch = await mkdtemp(join(tmpdir(), 'estaleiro-scratch-'));
    });
    afterEach(() => Promise.all([this.folder, this.scratch].map(path => rm(path, { recursive: true }))));
  }

  async put(files: Files): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(this.folder, name)), { recursive: true });
      await writeFile(join(this.folder, name), content);
    }
  }

  readonly challenges = fiveChallenges;

  /** The names below a part's folder, in order. */
  async filesOf(part: Part | undefined): Promise<string[]> {
    return (await readdir(part?.folder ?? '', { recursive: true })).sort();
  }

  read(change: Partial<ReadClassOptions> = {}): Promise<Submission[]> {
    const { signal } = new AbortController();
    return readClass(this.folder, {
      challenges: fiveChallenges,
      language: 'en',
      scratch: this.scratch,
      signal,
      ...change,
    });
  }

  /** The only submission there is, with these files in it. */
  async one(files: Files, change: Partial<ReadClassOptions> = {}): Promise<Submission> {
    await this.put(Object.fromEntries(Object.entries(files).map(([name, content]) => [`ana/${name}`, content])));
    const [found, ...others] = await this.read(change);
    expect(others).toEqual([]);
    if (found === undefined) throw new Error('there is none');
    return found;
  }
}

/** The numbers of the challenges that were found. */
export function numbersOf({ parts }: Submission): number[] {
  return parts.map(({ challenge }) => Number(challenge.slice(0, 2)));
}

export function partOf({ parts }: Submission, number: number): Part {
  const part = parts.find(({ challenge }) => challenge.startsWith(`0${number}`));
  if (part === undefined) throw new Error(`there is no work for ${number}`);
  return part;
}
