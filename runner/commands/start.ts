import { existsSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Challenge } from '../challenge/definition.ts';
import { quoteWord } from '../challenge/quote-word.ts';
import { CouldNotTell, type ExitCode, exitCode, messageOf, UsageError } from '../errors.ts';
import { commandMessages } from '../language/commands.ts';
import type { Lab } from './lab.ts';

/** `lab start N [DIR]`: copies what the learner starts from. Never writes over anything. */
export async function start(lab: Lab, challenge: Challenge, folder = challenge.id): Promise<ExitCode> {
  const t = commandMessages[lab.language];
  const target = resolve(lab.cwd, folder);
  const source = join(lab.root, 'challenges', challenge.id);
  await refuseWhatIsThere(lab, challenge, target);
  const files = await readdir(join(source, 'starter')).catch(() => []);
  if (files.length === 0) throw new CouldNotTell(t.noStarter(join(source, 'starter')), { next: [t.restoreCheckout] });
  try {
    await makeFolder(target);
    await cp(join(source, 'starter'), target, { recursive: true, force: false });
  } catch (error) {
    throw new UsageError(t.cannotWrite(target), {
      why: messageOf(error),
      next: [t.otherFolder(startCommand(challenge))],
    });
  }
  const shown = quoteWord(relative(lab.cwd, target) || '.');
  const brief = quoteWord(join(source, `brief.${lab.language}.md`));
  lab.out.write(`${t.started(challenge.title[lab.language], shown)}\n\n`);
  lab.out.write(`${t.startedNext(shown, brief, challenge.number)}\n`);
  await prepareWhatItBuildsOn(lab, challenge);
  return exitCode.ok;
}

/** The images that the starter names, where there is an engine to put them on; where there is none, the next command says so. */
async function prepareWhatItBuildsOn(lab: Lab, challenge: Challenge): Promise<void> {
  try {
    const connected = await lab.connect({ provide: false });
    const { prepareImages } = await import('./prepare-images.ts');
    await prepareImages(lab, connected, [challenge]);
  } catch (error) {
    if (!(error instanceof CouldNotTell)) throw error;
  }
}

/** A folder that is there and empty may be used. */
async function refuseWhatIsThere(lab: Lab, challenge: Challenge, target: string): Promise<void> {
  const t = commandMessages[lab.language];
  const next = [t.otherFolder(startCommand(challenge))];
  try {
    if ((await readdir(target)).length > 0) throw new UsageError(t.notEmpty(target), { next });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    if (code === 'ENOTDIR') throw new UsageError(t.notAFolder(target), { next });
    throw new UsageError(t.cannotWrite(target), { why: messageOf(error), next });
  }
}

/** Like mkdir's `recursive`, which never ends where a file system refuses new folders with ENOENT (as /proc does). */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  if (!existsSync(dirname(path))) await makeFolder(dirname(path));
  await mkdir(path);
}

function startCommand({ number, id }: Challenge): string {
  return `lab start ${number} ${id}-2`;
}
