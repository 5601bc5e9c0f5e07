import { expect, test } from 'vitest';
import { UsageError } from '../../base/errors.ts';
import type { Sandbox, ScriptOptions } from '../../grading/sandbox/sandbox.ts';
import { challengeNumber, fakePart } from '../../test/fakes/class.ts';
import { fakeGrading } from '../../test/fakes/grading.ts';
import { fakeLab } from '../../test/fakes/lab.ts';
import { gradeOrMerge } from './grade-or-merge.ts';

const first = challengeNumber(1);
const ana = { id: 'ana', source: 'ana', parts: [{ ...fakePart(first), folder: '/class/ana/1' }], remarks: [] };

function world() {
  const ran: ScriptOptions[] = [];
  const entered: string[] = [];
  let open = 0;
  const run: Sandbox['run'] = async options => {
    ran.push(options);
    const ended = { exitCode: 3, endedBy: 'itself' as const, failingCommand: '', lastLines: ['oi'], leftRunning: [] };
    return { ...ended, durationMs: 1 };
  };
  const grading = fakeGrading([ana], {
    openSandboxes: async () => ({
      open: async () => {
        open += 1;
        const close = async () => {
          open -= 1;
        };
        return { run, shell: 'c0ffee', [Symbol.asyncDispose]: close } as unknown as Sandbox;
      },
      [Symbol.asyncDispose]: async () => {},
    }),
    enterShell: async container => {
      expect(open).toBe(1);
      entered.push(container);
    },
  });
  return { ran, entered, isOpen: () => open > 0, lab: fakeLab({ grading }) };
}

test.each([[['turma', '1']], [['1', 'turma']], [['1']]])(
  '%j: the part is run, and its sandbox entered while it is there',
  async words => {
    const { ran, entered, isOpen, lab } = world();
    expect(await gradeOrMerge(lab, words, { shell: 'ANA' })).toBe(0);
    expect(ran.map(({ folder }) => folder)).toEqual(['/class/ana/1']);
    expect(entered).toEqual(['c0ffee']);
    expect(isOpen()).toBe(false);
    expect(lab.err.text).toContain('  oi\nThe script has ended (3).');
  },
);

test('what is not there, or not said, is told', async () => {
  const { lab, entered } = world();
  for (const [words, shell] of [
    [['turma', '2'], 'ana'],
    [['turma'], 'ana'],
    [['turma', '1'], 'bia'],
  ] as const)
    await expect(gradeOrMerge(lab, words, { shell })).rejects.toBeInstanceOf(UsageError);
  expect(entered).toEqual([]);
});
