import { shellQuote } from '../base/shell-quote.ts';
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
  tellTroubles(lab, troubles);
}

/** What is saved. What stands in the way is told; nothing is thrown. */
export async function recall(lab: Remembering): Promise<Progress> {
  const { progress, troubles } = await lab.progress.read();
  tellTroubles(lab, troubles);
  return progress;
}

/** Says what went wrong with the file of progress, that nothing can be saved only once. */
export function tellTroubles({ progress, language, err }: Remembering, troubles: readonly Trouble[]): void {
  for (const trouble of troubles) {
    if (trouble.kind === 'not-saved') {
      if (toldOf.has(progress)) continue;
      toldOf.add(progress);
    }
    err.write(`${troubleLines(trouble, language).join('\n')}\n`);
  }
}

/** What went wrong, and what to do, a line each. */
function troubleLines(trouble: Trouble, language: Lab['language']): string[] {
  const t = progressMessages[language];
  if (trouble.kind === 'not-saved') return [t.notSaved(trouble.file, t.reason(trouble.reason)), t.fixSaving];
  const [first = { at: '', expected: 'json' as const }] = trouble.problems;
  return [
    trouble.why === 'newer' ? t.newer(trouble.file) : t.damaged(trouble.file, t.problem(first)),
    t.bringBack(`lab progress import ${shellQuote(trouble.file)}`),
  ];
}
