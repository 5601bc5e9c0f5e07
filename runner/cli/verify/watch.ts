import { exitCodeOf } from '../../app/exit-code-of.ts';
import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { remember } from '../../app/remember.ts';
import { commandMessages } from '../../app/texts/commands.ts';
import { type ExitCode, exitCode, messageOf } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { inLanguage } from '../../language/tell.ts';
import { watchChallenge } from '../../live/live.ts';
import type { LiveOptions } from '../../live/live-options.ts';
import { learnReport } from '../../progress/learn.ts';
import type { Report } from '../../verdict/report.ts';
import { tellReport } from '../../verdict/tell-report.ts';
import { renderText } from '../../verdict/text.ts';
import type { ToldReport } from '../../verdict/told-report.ts';

/**
 * `lab verify N --watch`: in a terminal the report, drawn anew when a verdict changes; else the report once and then a
 * line for each verdict that changes. Ctrl-C is how it ends, with the exit code of the last complete report.
 */
export async function watch(
  lab: Lab,
  connected: ConnectedEngine,
  challenge: Challenge,
  how: Pick<LiveOptions, 'binds' | 'paths' | 'statedPaths'>,
): Promise<ExitCode> {
  const t = commandMessages[lab.language];
  const { language, signal, out, err } = lab;
  let last: ToldReport | undefined;
  let isWaiting = false;
  err.write(`${t.watching}\n`);
  const show = async (found: Report) => {
    const report = tellReport(found, challenge, language);
    const changes = changedObjectives(last, report);
    if (last === undefined || (out.isTerminal && changes.length > 0)) {
      if (out.isTerminal) out.write(clearScreen);
      out.write(renderText(report, { language, colour: out.colour, columns: out.columns }));
      if (out.isTerminal) out.write(`\n${t.watching}\n`);
    } else {
      for (const { verdict, title, observed } of changes) out.write(`${t.verdicts[verdict]}: ${title} — ${observed}\n`);
    }
    if (changes.length > 0) await remember(lab, learnReport(report));
    last = report;
  };
  for await (const event of watchChallenge(challenge, connected, { ...how, signal })) {
    // Each check that begins anew meanwhile waits, too.
    if (event.kind === 'waiting' && !isWaiting) err.write(`${t.waitsForOthers}\n`);
    isWaiting = event.kind === 'waiting' || (isWaiting && !(event.kind === 'report' && event.complete));
    if (event.kind === 'engine-lost') err.write(`${t.engineLost(inLanguage(event.message, language))}\n`);
    if (event.kind === 'engine-back') err.write(`${t.engineBack}\n`);
    if (event.kind === 'look-failed') err.write(`${t.lookFailed(inLanguage(event.message, language))}\n`);
    if (event.kind !== 'report' || !event.complete) continue;
    try {
      await show(event.report);
    } catch (error) {
      // What cannot be shown ends no watch either.
      err.write(`${t.lookFailed(messageOf(error))}\n`);
    }
  }
  return last === undefined ? exitCode.couldNotTell : exitCodeOf(last);
}

/** Up and to the left, and everything below: what was there before stays in the terminal's history. */
const clearScreen = '\u001b[H\u001b[2J';

/** The objectives whose verdict is another than before. */
export function changedObjectives(before: ToldReport | undefined, now: ToldReport): ToldReport['objectives'] {
  const old = new Map(before?.objectives.map(({ id, verdict }) => [id, verdict]));
  return now.objectives.filter(({ id, verdict }) => old.get(id) !== verdict);
}
