import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Lab } from '../../app/lab.ts';
import { remember } from '../../app/remember.ts';
import { commandMessages } from '../../app/texts/commands.ts';
import { workspaceFolder } from '../../app/workspace-folder.ts';
import { type ExitCode, exitCode, messageOf, saidBy, UsageError } from '../../base/errors.ts';
import { readableSize } from '../../base/readable-size.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { readWorkspace } from '../../challenge/workspace.ts';
import { usualLimits } from '../../grading/intake/archive-limits.ts';
import { findHome } from '../../grading/intake/find-home.ts';
import { likelyRefused } from '../../grading/intake/likely-refused.ts';
import { type Listing, listFolder } from '../../grading/intake/list-folder.ts';
import { isReadme } from '../../grading/intake/part-files.ts';
import { printable } from '../../grading/intake/printable.ts';
import { readText } from '../../grading/intake/read-text.ts';
import { SubmissionTree } from '../../grading/intake/submission-tree.ts';
import { reportFile, type ToSubmit, whatToSubmit } from '../../grading/intake/what-to-submit.ts';
import { inLanguage } from '../../language/tell.ts';
import { learnReport } from '../../progress/learn.ts';
import type { Report } from '../../verdict/report.ts';
import { verify } from '../../verdict/verify.ts';
import { submitMessages } from '../texts/submit.ts';
import { resolveOnEngine } from '../verify/verify.ts';
import { packSubmission } from './pack-submission.ts';

export interface SubmitOptions {
  readonly out?: string;
  readonly force?: boolean;
}

/** More than any solution needs, and less than a school's system refuses. */
const maxBytes = 100_000_000;
const maxFiles = 20_000;

/**
 * `lab submit N [DIR]`: packs the folder of a challenge, and a report of how it stands where an engine answers, into one file
 * that `lab grade` reads. Never writes over a file without being told to. Throws UsageError.
 */
export async function submit(
  lab: Lab,
  challenge: Challenge,
  given: string | undefined,
  options: SubmitOptions = {},
): Promise<ExitCode> {
  const t = submitMessages[lab.language];
  const folder = given === undefined ? await workspaceFolder(lab.cwd, challenge) : resolve(lab.cwd, given);
  await requireFolder(lab, challenge, folder);
  const workspace = await readWorkspace(folder, challenge, lab.language);
  const target = resolve(lab.cwd, options.out ?? `${challenge.id}.tgz`);
  if (!(await mayWrite(lab, challenge, target, { ...options, given }))) {
    lab.out.write(`${t.notWritten}\n`);
    return exitCode.ok;
  }
  const listing = await listFolder(folder, { entries: maxFiles * 5, depth: usualLimits.depth }, lab.signal);
  const content = whatToSubmit(listing.entries, relative(folder, target));
  refuseTooMuch(lab, folder, content);
  await tellInstructions(lab, challenge, folder, listing);
  const report = await reportOf(lab, challenge, workspace);
  const extra = report === undefined ? {} : { [reportFile]: `${JSON.stringify(report, undefined, 2)}\n` };
  const { signal } = lab;
  const pack = packSubmission(target, { folder, entries: content.entries, under: challenge.id, extra, signal });
  const size = await pack.catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new UsageError(t.cannotWrite(target), { why: messageOf(error) });
  });
  const list = (paths: readonly string[]) =>
    `${paths
      .slice(0, 5)
      .map(path => printable(path))
      .join(', ')}${paths.length > 5 ? ', …' : ''}`;
  if (content.leftOut.length > 0) lab.err.write(`${t.leftOut(list(content.leftOut))}\n`);
  if (content.linksOut.length > 0) lab.err.write(`${t.linksLeftOut(list(content.linksOut))}\n`);
  const count = content.entries.filter(({ kind }) => kind === 'file').length + Object.keys(extra).length;
  lab.out.write(`${t.written(shownPath(lab, target), count, readableSize(size, lab.language))}\n`);
  return exitCode.ok;
}

async function requireFolder(lab: Lab, { number }: Challenge, folder: string): Promise<void> {
  const t = submitMessages[lab.language];
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new UsageError(found === undefined ? t.noFolder(folder) : t.notAFolder(folder), {
    next: [t.startOrName(`lab start ${number}`, `lab submit ${number} DIR`)],
  });
}

/** Asks in a terminal where there is a file already. Throws UsageError when nobody can be asked. */
async function mayWrite(
  lab: Lab,
  { number, id }: Challenge,
  target: string,
  { out, force = false, given }: SubmitOptions & { readonly given: string | undefined },
): Promise<boolean> {
  const t = submitMessages[lab.language];
  const parent = await stat(dirname(target)).catch(() => undefined);
  const command = `lab submit ${number}${given === undefined ? '' : ` ${shellQuote(given)}`}`;
  const other = [t.otherOut(`${command} --out ${id}-2.tgz`)];
  if (!parent?.isDirectory())
    throw new UsageError(t.cannotWrite(target), { why: t.noFolder(dirname(target)), next: other });
  const found = await stat(target).catch(() => undefined);
  if (found === undefined) return true;
  if (found.isDirectory()) throw new UsageError(t.isFolder(target), { next: other });
  if (force) return true;
  if (lab.interactive) return lab.confirm(t.overwrite(shownPath(lab, target)));
  const again = `${command}${out === undefined ? '' : ` --out ${shellQuote(out)}`} --force`;
  throw new UsageError(t.exists(target), { next: [again, ...other] });
}

function refuseTooMuch({ language }: Lab, folder: string, { entries, bytes }: ToSubmit): void {
  const t = submitMessages[language];
  const files = entries.filter(({ kind }) => kind === 'file');
  if (files.length === 0) throw new UsageError(t.nothingIn(folder));
  if (entries.length > maxFiles) throw new UsageError(t.tooMany(maxFiles), { next: [t.moveThem] });
  if (bytes <= maxBytes) return;
  const biggest = [...files].sort((one, other) => other.size - one.size).slice(0, 3);
  throw new UsageError(t.tooBig(readableSize(bytes, language), readableSize(maxBytes, language)), {
    why: t.biggest(biggest.map(({ path, size }) => `${printable(path)} (${readableSize(size, language)})`).join(', ')),
    next: [t.moveThem],
  });
}

/** Says how the grader would bring it up: now something can still be done about it. */
async function tellInstructions(lab: Lab, challenge: Challenge, folder: string, listing: Listing): Promise<void> {
  const { language } = lab;
  const t = submitMessages[language];
  const tree = new SubmissionTree();
  tree.add('', folder, listing);
  const { textBytes } = usualLimits;
  const { path, planned } = await findHome(tree, '', challenge, [], { textBytes });
  const { plan } = planned;
  if (plan.kind === 'none') lab.err.write(`${t.noInstructions(inLanguage(plan.because, language))}\n${t.addScript}\n`);
  else if (plan.kind === 'compose-only') lab.err.write(`${t.composeOnly(printable(plan.file))}\n`);
  else {
    const file = printable(path === '' ? plan.file : `${path}/${plan.file}`);
    lab.err.write(`${isReadme(plan.file) ? t.readmeIsRead(file) : t.broughtUpBy(file)}\n`);
    const { text } = await readText(join(folder, path, plan.file), textBytes);
    // Of a README only its commands count.
    const refused = likelyRefused(isReadme(plan.file) ? plan.script : `${plan.script}\n${text}`);
    if (refused.length > 0) lab.err.write(`${t.willBeRefused(refused.map(it => `“${printable(it)}”`).join(', '))}\n`);
  }
}

/** How the challenge stands on the engine, where there is one that is ready; nothing is started or built for it. */
async function reportOf(
  lab: Lab,
  challenge: Challenge,
  { paths, binds: noted }: Awaited<ReturnType<typeof readWorkspace>>,
): Promise<Report | undefined> {
  const { language, signal } = lab;
  const t = submitMessages[language];
  try {
    const connected = await lab.connect({ provide: false });
    lab.err.write(`${t.verifying}\n`);
    const binds = await resolveOnEngine(lab, connected, challenge, {}, noted);
    const onWait = () => lab.err.write(`${commandMessages[language].waitsForOthers}\n`);
    const report = await verify(challenge, connected, { binds, paths, disrupt: false, signal, onWait });
    const { earned, possible, bonus } = report.score;
    lab.err.write(`${t.standing(earned, possible, bonus)}\n`);
    await remember(lab, learnReport(report));
    return report;
  } catch (error) {
    if (signal.aborted) throw error;
    lab.err.write(`${t.withoutReport(inLanguage(saidBy(error), language))}\n`);
    return undefined;
  }
}

function shownPath({ cwd }: Lab, path: string): string {
  const short = relative(cwd, path);
  return shellQuote(short.startsWith('..') ? path : short);
}
