import { exitCodeOf } from '../../app/exit-code-of.ts';
import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { commandMessages } from '../../app/texts/commands.ts';
import { type ExitCode, exitCode } from '../../base/errors.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { Removed } from '../../engine/engine.ts';
import { label } from '../../engine/labels.ts';
import { titleOf } from '../../language/tell.ts';
import { marks } from '../../screen/objectives.ts';
import { walkthroughMessages } from '../../screen/texts/screen.ts';
import { allRequiredPassed, type ObjectiveReport, type Report } from '../../verdict/report.ts';
import type { UpObserver } from '../up/up.ts';

/** What playing a challenge through needs done: on the engine, or in a test on nothing. */
export interface Playing {
  /** Runs the reference solution; cleans up what it made where it throws. */
  up(challenge: Challenge, observer: UpObserver): Promise<void>;
  /** `last`: nothing comes after it, so it may disturb what it looks at. */
  verify(challenge: Challenge, last: boolean): Promise<Report>;
}

/**
 * `lab` without a terminal, or with `--text` (`asked`): every challenge's solution, played through as text. The exit code is
 * the worst one.
 */
export async function playAll(lab: Lab, asked = false): Promise<ExitCode> {
  const t = walkthroughMessages[lab.language].play;
  lab.err.write(`${asked ? t.introAsked : t.intro}\n\n`);
  const connected = await lab.connect();
  let worst: ExitCode = exitCode.ok;
  for (const challenge of lab.challenges) {
    const code = await play(lab, connected, challenge, await realPlaying(lab, connected));
    if (code > worst) worst = code;
  }
  return worst;
}

/**
 * Plays a challenge's solution through: what each command is for, the command, what it says, and the objectives after
 * it; then the verdict. What was made is removed in the end, however it ends. Throws what `up` throws.
 */
export async function play(
  lab: Lab,
  connected: ConnectedEngine,
  challenge: Challenge,
  playing: Playing,
): Promise<ExitCode> {
  const t = walkthroughMessages[lab.language].play;
  const c = commandMessages[lab.language];
  const { out } = lab;
  const count = challenge.steps.length;
  const indented = indenter(text => out.write(text));
  let report: Report | undefined;
  out.write(`${bold(lab, t.challenge(challenge.number, challenge.title[lab.language]))}\n`);
  out.write(`${challenge.summary[lab.language]}\n`);
  try {
    await playing.up(challenge, {
      removedEarlier: () => out.write(`${c.upAgain}\n`),
      beforeStep: ({ command, what }, index) => {
        out.write(`\n${c.step(index + 1, count)}: ${what[lab.language].replaceAll('`', '')}\n`);
        out.write(`${bold(lab, `$ ${command}`)}\n`);
      },
      colour: out.colour,
      output: text => indented.write(text),
      removedAfterFailure: removed => {
        indented.end();
        tellRemoved(lab, removed);
      },
      afterStep: async (_step, index) => {
        indented.end();
        report = await playing.verify(challenge, index === count - 1);
        out.write(objectivesText(lab, challenge, report));
      },
    });
    if (report !== undefined) out.write(await verdictText(lab, challenge, report));
  } finally {
    await cleanUp(lab, connected, challenge);
  }
  return report === undefined ? exitCode.couldNotTell : exitCodeOf(report);
}

async function realPlaying(lab: Lab, connected: ConnectedEngine): Promise<Playing> {
  const [{ upChallenge }, { verify }] = await Promise.all([import('../up/up.ts'), import('../../verdict/verify.ts')]);
  const { signal } = lab;
  return {
    up: (challenge, observer) => upChallenge(lab, connected, challenge, observer),
    verify: (challenge, last) =>
      verify(challenge, connected, { binds: solutionsNames(challenge), disrupt: last, signal }),
  };
}

/** A learner's own containers may solve the challenge already: here, only the solution's count. */
function solutionsNames({ roles }: Challenge): Record<string, string> {
  return Object.fromEntries(roles.map(role => [role.id, role.suggested]));
}

function objectivesText(lab: Lab, challenge: Challenge, report: Report): string {
  const t = walkthroughMessages[lab.language];
  const width = Math.max(...report.objectives.map(objective => wordOf(lab, objective).length));
  const lines = report.objectives.map(objective => {
    const { mark, colour } = signs[objective.verdict];
    const word = wordOf(lab, objective).padEnd(width);
    return `    ${paint(lab, colour, `${mark} ${word}`)}  ${titleOf(challenge.objectives, objective.id, lab.language)}\n`;
  });
  return `  ${t.play.after(report.score.earned, report.score.possible)}\n${lines.join('')}`;
}

function wordOf(lab: Lab, { verdict }: ObjectiveReport): string {
  return walkthroughMessages[lab.language].state[signs[verdict].standing];
}

const signs = {
  pass: { standing: 'met', mark: marks.met, colour: 32 },
  fail: { standing: 'unmet', mark: marks.unmet, colour: 31 },
  blocked: { standing: 'blocked', mark: marks.blocked, colour: 2 },
  unknown: { standing: 'unknown', mark: marks.unknown, colour: 33 },
} as const;

async function verdictText(lab: Lab, challenge: Challenge, report: Report): Promise<string> {
  const t = walkthroughMessages[lab.language];
  const { earned, possible, bonus } = report.score;
  if (allRequiredPassed(report)) {
    const more = bonus > 0 ? ` ${t.bonusEarned(bonus)}` : '';
    return `\n${paint(lab, 32, `${marks.met} ${t.play.passed(challenge.number, earned, possible)}${more}`)}\n`;
  }
  const [{ renderText }, { tellReport }] = await Promise.all([
    import('../../verdict/text.ts'),
    import('../../verdict/tell-report.ts'),
  ]);
  const { language, out } = lab;
  const details = renderText(tellReport(report, challenge, language), {
    language,
    colour: out.colour,
    columns: out.columns,
  });
  return `\n${paint(lab, 31, `${marks.unmet} ${t.play.notPassed(challenge.number)}`)}\n${details}`;
}

/** Not with the lab's signal: after Ctrl-C, this is what is still to be done. */
async function cleanUp(lab: Lab, { engine }: ConnectedEngine, challenge: Challenge): Promise<void> {
  tellRemoved(lab, await engine.removeLabelled({ [label.challenge]: challenge.id }));
}

function tellRemoved(lab: Lab, removed: readonly Removed[]): void {
  const t = walkthroughMessages[lab.language].play;
  const c = commandMessages[lab.language];
  if (removed.length === 0) return;
  lab.out.write(`\n${t.cleaningUp}\n`);
  for (const { kind, name } of removed) lab.out.write(`    ${c.removed(c.kinds[kind], name)}\n`);
  lab.out.write(`${t.cleanedUp}\n`);
}

/** Sets text that comes in pieces off from the rest, line by line. */
function indenter(write: (text: string) => void): { write(text: string): void; end(): void } {
  let atStart = true;
  return {
    write: text => {
      for (const piece of text.split(/(?<=\n)/)) {
        write(atStart && piece !== '\n' ? `    ${piece}` : piece);
        atStart = piece.endsWith('\n');
      }
    },
    end: () => {
      if (!atStart) write('\n');
      atStart = true;
    },
  };
}

function bold(lab: Lab, text: string): string {
  return paint(lab, 1, text);
}

function paint(lab: Lab, code: number, text: string): string {
  return lab.out.colour ? `\u001b[${code}m${text}\u001b[0m` : text;
}
