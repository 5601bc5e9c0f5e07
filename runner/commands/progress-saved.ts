import { shellQuote } from '../base/shell-quote.ts';
import { CouldNotTell } from '../errors.ts';
import { progressMessages } from '../language/progress.ts';
import type { Kept } from '../progress/progress-store.ts';
import type { Lab } from './lab.ts';
import { tellTroubles } from './remember.ts';

/** For commands that are about saving: throws CouldNotTell where nothing was saved, and tells all other troubles. */
export function savedOrThrow(lab: Lab, kept: Kept): Kept {
  const t = progressMessages[lab.language];
  const isUnsaved = kept.troubles.find(({ kind }) => kind === 'not-saved');
  tellTroubles(
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
