import type { Lab } from '../../app/lab.ts';
import { CouldNotTell, LabError, messageOf } from '../../base/errors.ts';
import type { ScreenTerminal } from '../../terminal/screen-terminal.ts';
import { leavingMessages } from '../texts/leaving.ts';

/** What is told, on the terminal as it was, of a screen that broke down. What a person can mend is told as it is. */
export async function crashOf(
  lab: Pick<Lab, 'language' | 'invocation'>,
  error: unknown,
  terminal: Pick<ScreenTerminal, 'writeDown'>,
): Promise<LabError> {
  if (error instanceof LabError) return error;
  const t = leavingMessages[lab.language];
  const file = await terminal.writeDown(error);
  const report = file === undefined ? t.reportWithoutFile : t.report(file);
  return new CouldNotTell(t.crashed(messageOf(error)), {
    why: t.crashedWhy,
    next: [t.openAgain(lab.invocation.replace(/ --$/, '')), report],
    cause: error,
  });
}
