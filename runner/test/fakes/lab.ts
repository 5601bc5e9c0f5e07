import type { Lab, Output } from '../../app/lab.ts';
import { CouldNotTell } from '../../base/errors.ts';
import { noProgress } from '../../progress/progress.ts';
import type { ProgressStore } from '../../progress/progress-store.ts';
import { fiveChallenges } from './five-challenges.ts';
import { fakeGrading } from './grading.ts';

/** An output that keeps what is written to it. */
export interface KeptOutput extends Output {
  readonly text: string;
}

export interface FakeLab extends Lab {
  readonly out: KeptOutput;
  readonly err: KeptOutput;
}

/** A lab that is connected to nothing and writes to memory. */
export function fakeLab(change: Partial<Omit<Lab, 'out' | 'err'>> = {}): FakeLab {
  return {
    language: 'en',
    languageIsAsked: false,
    screenReader: false,
    interactive: false,
    env: {},
    cwd: process.cwd(),
    invocation: 'lab',
    root: process.cwd(),
    challenges: fiveChallenges,
    signal: new AbortController().signal,
    progress: keptProgress(),
    grading: fakeGrading([]),
    openShell: () => Promise.reject(new Error('this lab has no terminal')),
    readInput: () => Promise.reject(new Error('there is no standard input')),
    confirm: () => Promise.reject(new Error('nobody is there to answer')),
    holdTerminal: () => Promise.reject(new Error('this lab has no terminal')),
    connect: () => Promise.reject(new CouldNotTell('this lab has no engine')),
    ...change,
    out: keptOutput(),
    err: keptOutput(),
  };
}

/** Progress that is kept in memory. */
export function keptProgress(saved = noProgress): ProgressStore {
  const kept = () => ({ progress: saved, troubles: [], backup: undefined });
  return {
    file: '/nowhere/progress.json',
    read: async () => kept(),
    update: async change => {
      saved = change(saved);
      return kept();
    },
  };
}

export function keptOutput(): KeptOutput {
  let kept = '';
  return {
    write: text => {
      kept += text;
    },
    isTerminal: false,
    colour: false,
    columns: 80,
    get text() {
      return kept;
    },
  };
}
