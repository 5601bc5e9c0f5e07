import { join, relative, resolve } from 'node:path';
import { copyStarter } from '../../app/copy-starter.ts';
import type { Lab } from '../../app/lab.ts';
import { commandMessages } from '../../app/texts/commands.ts';
import { CouldNotTell, type ExitCode, exitCode } from '../../base/errors.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import type { Challenge } from '../../challenge/definition.ts';

/** `lab start N [DIR]`: copies what the learner starts from. Never writes over anything. */
export async function start(lab: Lab, challenge: Challenge, folder = challenge.id): Promise<ExitCode> {
  const t = commandMessages[lab.language];
  const target = resolve(lab.cwd, folder);
  const source = join(lab.root, 'challenges', challenge.id);
  await copyStarter(lab, challenge, target);
  const shown = shellQuote(relative(lab.cwd, target) || '.');
  const brief = shellQuote(join(source, `brief.${lab.language}.md`));
  lab.out.write(`${t.started(challenge.title[lab.language], shown)}\n\n`);
  lab.out.write(`${t.startedNext(shown, brief, challenge.number)}\n`);
  await prepareWhatItBuildsOn(lab, challenge);
  return exitCode.ok;
}

/** The images that the starter names, where there is an engine to put them on; where there is none, the next command says so. */
async function prepareWhatItBuildsOn(lab: Lab, challenge: Challenge): Promise<void> {
  try {
    const connected = await lab.connect({ provide: false });
    const { prepareImages } = await import('../../app/prepare-images.ts');
    await prepareImages(lab, connected, [challenge]);
  } catch (error) {
    if (!(error instanceof CouldNotTell)) throw error;
  }
}
