import { shellQuote } from '../base/shell-quote.ts';
import type { Problem } from '../format/problem.ts';
import { mergeProgress } from '../progress/merge.ts';
import type { Progress } from '../progress/progress.ts';
import type { Trouble } from '../progress/progress-store.ts';
import { progressMessages } from '../progress/texts/progress.ts';
import type { Lab } from './lab.ts';

type Remembering = Pick<Lab, 'progress' | 'language' | 'err'>;

/** Stores of which it was said that they do not save: once is enough. */
const toldOf = new WeakSet<object>();

/** Saves what was learned of the learner's progress. What stands in the way is told; nothing is thrown. */
export async function remember(lab: Remembering, learned: Progress): Promise<void> {
  const { troubles } = await lab.progress.update(saved => mergeProgress(saved, learned));
  await tellTroubles(lab, troubles);
}

/** What is saved. What stands in the way is told; nothing is thrown. */
export async function recall(lab: Remembering): Promise<Progress> {
  const { progress, troubles } = await lab.progress.read();
  await tellTroubles(lab, troubles);
  return progress;
}

/** Says what went wrong with the file of progress, that nothing can be saved only once. */
export async function tellTroubles(
  { progress, language, err }: Remembering,
  troubles: readonly Trouble[],
): Promise<void> {
  for (const trouble of troubles) {
    if (trouble.kind === 'not-saved') {
      if (toldOf.has(progress)) continue;
      toldOf.add(progress);
    }
    err.write(`${(await troubleLines(trouble, language)).join('\n')}\n`);
  }
}

/** What went wrong, and what to do, a line each. */
async function troubleLines(trouble: Trouble, language: Lab['language']): Promise<string[]> {
  const t = progressMessages[language];
  if (trouble.kind === 'not-saved') return [t.notSaved(trouble.file, t.reason(trouble.reason)), t.fixSaving];
  return [
    trouble.why === 'newer'
      ? t.newer(trouble.file)
      : t.damaged(trouble.file, await inWords(trouble.problems, language)),
    t.bringBack(`lab progress import ${shellQuote(trouble.file)}`),
  ];
}

/** The texts of all findings are loaded for it, which seldom has to be. */
async function inWords([first]: readonly Problem[], language: Lab['language']): Promise<string> {
  const { inLanguage } = await import('../language/tell.ts');
  return first === undefined ? '' : inLanguage(first.finding, language);
}
