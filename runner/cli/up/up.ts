import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { prepareImages } from '../../app/prepare-images.ts';
import { refuseTaken, requireDocker } from '../../app/refuse.ts';
import { remember } from '../../app/remember.ts';
import { runDocker } from '../../app/run-docker.ts';
import { solutionPlace } from '../../app/solution-place.ts';
import { commandMessages } from '../../app/texts/commands.ts';
import { dockerSteps, takenNames } from '../../app/up-names.ts';
import { CouldNotTell, type ExitCode, exitCode } from '../../base/errors.ts';
import type { Challenge, Step } from '../../challenge/definition.ts';
import type { Removed } from '../../engine/engine.ts';
import { label } from '../../engine/labels.ts';
import { learnSolution } from '../../progress/learn.ts';
import { downChallenge } from '../down/down.ts';

/** Who watches a solution being run. `afterStep` is awaited before the next step; what it throws stops the run. */
export interface UpObserver {
  /** An earlier run of the same solution was still there, and was removed first. */
  removedEarlier?(removed: readonly Removed[]): void;
  /** The run was stopped or failed, and what it had made was removed. */
  removedAfterFailure?(removed: readonly Removed[]): void;
  beforeStep?(step: Step, index: number): void;
  /** Whether `output` may get docker's colours. */
  readonly colour?: boolean;
  /** What the docker command says, as it says it. */
  output?(text: string): void;
  afterStep?(step: Step, index: number): void | Promise<void>;
}

/**
 * Runs a challenge's reference solution on the engine, in its `solution/` folder. An earlier run of it is removed first.
 * Names that belong to something else are never touched: then nothing is done. (The tags of images are not names in this
 * sense: `docker build` moves them, and the image that had one stays.)
 * Throws CouldNotTell when names are taken, there is no docker command, or a step fails, and the signal's reason where
 * it is stopped; what this run had made is then removed.
 */
export async function upChallenge(
  lab: Lab,
  connected: ConnectedEngine,
  challenge: Challenge,
  observer: UpObserver,
): Promise<void> {
  refuseTaken(lab.language, takenNames(challenge, await connected.engine.facts({ signal: lab.signal })));
  await requireDocker(lab.language);
  const earlier = await downChallenge(lab, connected, challenge);
  if (earlier.length > 0) observer.removedEarlier?.(earlier);
  await prepareImages(lab, connected, [challenge]);
  try {
    await runSteps(lab, connected, challenge, observer);
  } catch (error) {
    throw await afterCleanUp(lab, connected, challenge, error, observer);
  }
}

/** `lab up N`. */
export async function up(lab: Lab, challenge: Challenge): Promise<ExitCode> {
  const t = commandMessages[lab.language];
  const bold = (text: string) => (lab.out.colour ? `\u001b[1m${text}\u001b[22m` : text);
  const connected = await lab.connect();
  await remember(lab, learnSolution(challenge.id, Date.now()));
  await upChallenge(lab, connected, challenge, {
    removedEarlier: () => lab.err.write(`${t.upAgain}\n`),
    beforeStep: ({ command, what }, index) => {
      const count = challenge.steps.length;
      lab.out.write(`${t.step(index + 1, count)}: ${what[lab.language]}\n${bold(`$ ${command}`)}\n`);
    },
    colour: lab.out.colour,
    output: text => lab.err.write(text),
    afterStep: () => lab.out.write('\n'),
  });
  lab.out.write(`${t.upDone(challenge.number)}\n`);
  return exitCode.ok;
}

async function runSteps(lab: Lab, { engine }: ConnectedEngine, challenge: Challenge, observer: UpObserver) {
  const t = commandMessages[lab.language];
  const run = {
    ...solutionPlace(lab, engine, challenge),
    signal: lab.signal,
    colour: observer.colour ?? false,
    output: (text: string) => observer.output?.(text),
  };
  const made = dockerSteps(challenge);
  for (const [index, step] of challenge.steps.entries()) {
    lab.signal.throwIfAborted();
    observer.beforeStep?.(step, index);
    const result = await runDocker(made[index]?.words ?? [], made[index]?.kind === 'image', run);
    lab.signal.throwIfAborted();
    if (result.exitCode !== 0) throw new CouldNotTell(t.stepFailed(step.command), { why: quoteOf(result.said) });
    await observer.afterStep?.(step, index);
  }
}

/** The end of what a command said: the error stands there. */
function quoteOf(said: string): string {
  return said.trim().split('\n').slice(-12).join('\n');
}

/** Removes what the run made, and returns the error to throw: with what became of it where people will read that. */
async function afterCleanUp(
  lab: Lab,
  connected: ConnectedEngine,
  challenge: Challenge,
  error: unknown,
  observer: UpObserver,
) {
  const t = commandMessages[lab.language];
  const again = [t.removeLater(`lab down ${challenge.number}`)];
  try {
    const removed = await connected.engine.removeLabelled({ [label.challenge]: challenge.id });
    observer.removedAfterFailure?.(removed);
  } catch (failure) {
    const why = [error, failure].map(it => (it instanceof Error ? it.message : String(it))).join('\n');
    return new CouldNotTell(t.notCleanedUp, { why, next: again, cause: error });
  }
  if (!(error instanceof CouldNotTell)) return error;
  return new CouldNotTell(error.message, {
    why: [error.why, t.cleanedUp].filter(text => text).join('\n'),
    next: error.next,
    cause: error,
  });
}
