import type { Gradebook } from '../../gradebook/gradebook.ts';
import type { MakeBook } from '../../gradebook/make-book.ts';
import { tellSubmission } from '../../gradebook/tell-submission.ts';
import type { Grading } from '../../grading/grading.ts';
import { FileStore } from '../../grading/queue/file-store.ts';
import type { Submission } from '../../grading/submission.ts';
import { fakeResult } from './class.ts';

/** The parts of grading without files or engines. What they were asked is kept. */
export interface FakeGrading extends Grading {
  submissions: readonly Submission[];
  /** `id/number` of each part that was judged. */
  readonly judged: string[];
  /** How often sandboxes were made ready, and given back. */
  sandboxes: { opened: number; closed: number };
}

export function fakeGrading(submissions: readonly Submission[], change: Partial<Grading> = {}): FakeGrading {
  const fake: FakeGrading = {
    submissions,
    judged: [],
    sandboxes: { opened: 0, closed: 0 },
    graderVersion: async () => 'test',
    readClass: async () => fake.submissions,
    openSandboxes: async () => {
      fake.sandboxes.opened += 1;
      return {
        open: () => Promise.reject(new Error('there are no sandboxes')),
        [Symbol.asyncDispose]: async () => {
          fake.sandboxes.closed += 1;
        },
      };
    },
    openStore: async (folder, onSetAside) => new FileStore(folder, onSetAside),
    gradePart: async (part, { challenge, digest }) => {
      // Its folder's last part but one is its owner.
      fake.judged.push(`${part?.folder.split('/').at(-2) ?? '?'}/${challenge.number}`);
      return part === undefined
        ? { ...fakeResult({ challenge, digest }, { outcome: 'not-submitted', verdict: 'fail' }), path: '' }
        : fakeResult({ challenge, digest });
    },
    readBookFiles: async () => plainBook,
    enterShell: () => Promise.reject(new Error('there is no shell')),
    readWorksheet: () => Promise.reject(new Error('there is no worksheet')),
    reportsOf: async book => [
      { path: 'results.json', content: JSON.stringify(book.students.map(({ id }) => id)) },
      ...book.students.map(({ id }, index) => ({ path: `students/${index}.md`, content: id })),
    ],
    similar: async () => [],
    ...change,
  };
  return fake;
}

/** Points as they are, without rubric, roster or overrides. */
const plainBook: MakeBook = (results, challenges, { language, grader, at }): Gradebook => ({
  ...{ schema: 'lab.grades/2', at, language, grader, title: '', canvasAssignment: '', remarks: [] },
  challenges: challenges.map(({ id, number, title, objectives }) => {
    const possible = objectives.filter(({ bonus }) => !bonus).reduce((sum, { points }) => sum + points, 0);
    return { id, number, title: title[language], possible, bonusCap: 0, objectives: [] };
  }),
  students: results.map(result => {
    const sum = (what: 'earned' | 'possible') => result.works.reduce((all, { score }) => all + score[what], 0);
    const [earned, possible] = [sum('earned'), sum('possible')];
    return {
      id: result.id,
      identity: { name: '', email: '', canvasId: '', sisUserId: '', sisLoginId: '', section: '', moodleId: '' },
      works: [],
      ...{ earned, possible, penalty: { points: 0, reason: '' }, comment: '', final: earned },
      needsAttention: false,
      result: tellSubmission(result, challenges, language),
    };
  }),
});
