import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { recall } from '../../app/remember.ts';
import { type ExitCode, exitCode, messageOf, UsageError } from '../../base/errors.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import { progressMessages } from '../../progress/texts/progress.ts';

/** `lab progress export [FILE]`: the whole progress as JSON. Writes over a file only with `force`. */
export async function exportProgress(
  lab: Lab,
  file: string | undefined,
  { force = false }: { force?: boolean } = {},
): Promise<ExitCode> {
  const text = `${JSON.stringify(await recall(lab), undefined, 2)}\n`;
  if (file === undefined || file === '-') {
    lab.out.write(text);
    return exitCode.ok;
  }
  const t = progressMessages[lab.language];
  const target = resolve(lab.cwd, file);
  try {
    await writeFile(target, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new UsageError(t.cannotWrite(target), { why: messageOf(error) });
    throw new UsageError(t.fileExists(target), { next: [`lab progress export --force ${shellQuote(file)}`] });
  }
  lab.err.write(`${t.exported(target)}\n`);
  return exitCode.ok;
}
