import { expect, it } from 'vitest';
import { CouldNotTell, UsageError } from '../../base/errors.ts';
import { leavingMessages } from '../texts/leaving.ts';
import { crashOf } from './crash.ts';

const lab = { language: 'en', invocation: 'npm run lab --' } as const;
const t = leavingMessages.en;
const kept = (path: string | undefined) => ({ writeDown: async () => path });

it('tells what a person can mend as it is, and writes nothing down', async () => {
  const wrong = new UsageError('no such role');
  const terminal = { writeDown: () => expect.unreachable('it is no crash') };
  expect(await crashOf(lab, wrong, terminal)).toBe(wrong);
});

it('says how to open the screen again, and where the details of the crash are', async () => {
  const cause = new Error('undefined is not a function');
  const told = await crashOf(lab, cause, kept('/state/crashes/1.txt'));
  expect(told).toBeInstanceOf(CouldNotTell);
  expect(told.message).toBe(t.crashed('undefined is not a function'));
  expect(told.next).toEqual([t.openAgain('npm run lab'), t.report('/state/crashes/1.txt')]);
  expect(told.cause).toBe(cause);
});

it('still says what happened where nothing can be written', async () => {
  const told = await crashOf(lab, 'a text', kept(undefined));
  expect(told.message).toBe(t.crashed('a text'));
  expect(told.next).toContain(t.reportWithoutFile);
});
