import type { Lab } from '../../app/lab.ts';
import { tellTroubles } from '../../app/remember.ts';
import { CouldNotTell } from '../../base/errors.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import type { Kept } from '../../progress/progress-store.ts';
import { progressMessages } from '../../progress/texts/progress.ts';

/** For commands that are about saving: throws CouldNotTell where nothing was saved, and tells all other troubles. */
export async function savedOrThrow(lab: Lab, kept: Kept): Promise<Kept> {
  const t = progressMessages[lab.language];
  const isUnsaved = kept.troubles.find(({ kind }) => kind === 'not-saved');
  await tellTroubles(
    lab,
    kept.troubles.filter(({ kind }) => kind !== 'not-saved'),
  );
  if (isUnsaved?.kind !== 'not-saved') return kept;
  throw new CouldNotTell(t.cannotWrite(isUnsaved.file), { why: t.reason(isUnsaved.reason), next: [t.fixSaving] });
}

/** Says where what there was before is kept, and how to have it again. */
export function tellBackup({ language, err }: Lab, { backup }: Kept): void {
  if (backup === undefined) return;
  err.write(`${progressMessages[language].backup(backup, `lab progress import ${shellQuote(backup)}`)}\n`);
}
