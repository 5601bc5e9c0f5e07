import type { Lab } from '../../app/lab.ts';
import { recall } from '../../app/remember.ts';
import { type ExitCode, exitCode, UsageError } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { withoutChallenges } from '../../progress/merge.ts';
import type { Progress } from '../../progress/progress.ts';
import { progressMessages } from '../../progress/texts/progress.ts';
import { progressTable } from './progress.ts';
import { savedOrThrow, tellBackup } from './saved.ts';

/**
 * `lab progress reset [N]`: forgets one challenge, or all of them, after asking; what there was is kept beside. Throws
 * UsageError where nobody can be asked and `yes` is not given.
 */
export async function resetProgress(
  lab: Lab,
  challenge: Challenge | undefined,
  { yes = false }: { yes?: boolean } = {},
): Promise<ExitCode> {
  const t = progressMessages[lab.language];
  const progress = await recall(lab);
  const ids = idsToForget(progress, challenge);
  if (ids.length === 0) {
    lab.out.write(`${t.nothingToReset}\n`);
    return exitCode.ok;
  }
  listThem(lab, progress, ids);
  if (!yes && !lab.interactive) {
    const command = ['lab progress reset', ...(challenge === undefined ? [] : [challenge.number]), '--yes'].join(' ');
    throw new UsageError(t.resetNeedsYes, { next: [t.resetIsMeant(command)] });
  }
  if (!yes && !(await lab.confirm(t.resetQuestion))) {
    lab.out.write(`${t.notReset}\n`);
    return exitCode.ok;
  }
  // Only what was listed: another lab may have saved something meanwhile.
  const kept = await savedOrThrow(
    lab,
    await lab.progress.update(saved => withoutChallenges(saved, ids), { backup: 'reset' }),
  );
  lab.out.write(`${t.reset}\n`);
  tellBackup(lab, kept);
  return exitCode.ok;
}

function idsToForget({ challenges }: Progress, challenge: Challenge | undefined): string[] {
  const ids = Object.keys(challenges);
  return challenge === undefined ? ids : ids.filter(id => id === challenge.id);
}

function listThem(lab: Lab, progress: Progress, ids: readonly string[]): void {
  const t = progressMessages[lab.language];
  const known = lab.challenges.filter(({ id }) => ids.includes(id));
  const unknown = ids.filter(id => known.every(one => one.id !== id)).map(id => `${t.unknownHere(id)}\n`);
  lab.err.write(`${t.willForget}\n`);
  lab.err.write([known.length === 0 ? '' : progressTable(lab, progress, known), ...unknown].join(''));
}
