import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asTyped } from '../../app/invocation.ts';
import type { Lab } from '../../app/lab.ts';
import { tellTroubles } from '../../app/remember.ts';
import { readStatedPathsHere } from '../../app/stated-paths-here.ts';
import { workspaceFolder } from '../../app/workspace-folder.ts';
import { type ExitCode, exitCode } from '../../base/errors.ts';
import { type Language, type Localised, languages } from '../../base/language.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { readWorkspace, type Workspace } from '../../challenge/workspace.ts';
import { crashOf } from '../../screen/adapters/crash.ts';
import { screenEngine } from '../../screen/adapters/engine.ts';
import { screenLogs } from '../../screen/adapters/logs.ts';
import { screenProgress } from '../../screen/adapters/progress.ts';
import { screenShell, shellGround } from '../../screen/adapters/shell.ts';
import { screenTour } from '../../screen/adapters/tour.ts';
import type { State } from '../../screen/state.ts';
import { walkthroughMessages } from '../../screen/texts/screen.ts';
import { isLight } from '../../screen/tones.ts';
import { progressFrom } from '../../screen/widgets/progress/state.ts';
import { leftBehind } from '../../screen/widgets/tour/steps.ts';
import { tourMessages } from '../../screen/widgets/tour/texts.ts';

/**
 * `lab` alone: the screen opens, and behind it the engine and the lab's images are made ready. Without a terminal that
 * can draw it, or where `text` asks for it, the challenges are played through as text instead.
 */
export async function open(lab: Lab, { text = false }: { readonly text?: boolean } = {}): Promise<ExitCode> {
  if (text || !canDrawScreen(lab)) return (await import('./play.ts')).playAll(lab, text);
  // What is wrong with it is better told before the screen opens; read again, because it may be written meanwhile.
  for (const challenge of lab.challenges) await readPaths(lab, challenge);
  const engine = screenEngine(lab);
  const { openWalkthrough } = await withStyles(lab.env, () => import('../../screen/app.tsx'));
  const { watchChallenge } = await import('../../live/live.ts');
  const briefs = await readBriefs(lab);
  const kept = await lab.progress.read();
  const terminal = await lab.holdTerminal();
  const screen = openWalkthrough({
    start: {
      language: lab.languageIsAsked ? lab.language : (kept.progress.language ?? lab.language),
      challenges: lab.challenges,
      briefs,
      progress: progressFrom(kept),
    },
    colour: lab.out.colour && isLight(lab.env) ? 'light' : lab.out.colour,
    world: {
      watch: async function* (challenge, options) {
        yield* watchChallenge(challenge, await engine.connected(), {
          ...options,
          ...(await readPaths(lab, challenge)),
          statedPaths: await readStatedPathsHere(lab, challenge),
        });
      },
      engine,
      logs: screenLogs(engine.connected),
      tour: screenTour(lab, engine.connected),
      shell: screenShell(shellGround(lab, engine)),
      progress: screenProgress(lab),
    },
    screenReader: lab.screenReader,
    terminal,
    signal: lab.signal,
  });
  const last = await screen
    .finally(terminal.release)
    .catch(async error => Promise.reject(await crashOf(lab, error, terminal)));
  lab.signal.throwIfAborted();
  const spoken: Lab = { ...lab, language: last.language };
  await tellTroubles(spoken, last.progress.troubles);
  lab.out.write(farewell(spoken, last));
  return exitCode.ok;
}

/**
 * Keys come from standard input and the screen goes to standard output: both have to be a terminal that can draw. One that
 * does not say what it is (no TERM) is taken for one that cannot.
 */
export function canDrawScreen(lab: Pick<Lab, 'interactive' | 'out' | 'env'>): boolean {
  return lab.interactive && lab.out.isTerminal && !['', 'dumb', 'unknown'].includes(lab.env.TERM ?? '');
}

/**
 * Ink's colours are chosen when it is loaded, and it takes bold and dim for colours: without this there would be neither
 * under NO_COLOR, --no-color or CI. What is coloured is the screen's own choice.
 */
async function withStyles<T>(env: Record<string, string | undefined>, load: () => Promise<T>): Promise<T> {
  const before = env.FORCE_COLOR;
  // As many as the terminal has: what runs in the inner shell may want them all.
  env.FORCE_COLOR = 'true';
  try {
    return await load();
  } finally {
    if (before === undefined) delete env.FORCE_COLOR;
    else env.FORCE_COLOR = before;
  }
}

/** What `lab.json` says of a challenge, here and in the challenge's own folder. Throws a UsageError when it is wrong. */
async function readPaths({ cwd, language }: Lab, challenge: Challenge): Promise<Pick<Workspace, 'paths'>> {
  const here = await readWorkspace(cwd, challenge, language);
  const own = await readWorkspace(await workspaceFolder(cwd, challenge), challenge, language);
  return { paths: { ...here.paths, ...own.paths } };
}

/** A brief that is not there is no reason not to open: the screen says so where it would stand. */
async function readBriefs(lab: Lab): Promise<Record<string, Localised>> {
  const briefs: Record<string, Localised> = {};
  for (const { id } of lab.challenges) {
    const texts = languages.map(async (language): Promise<[Language, string]> => {
      const file = join(lab.root, 'challenges', id, `brief.${language}.md`);
      return [language, await readFile(file, 'utf8').catch(() => walkthroughMessages[language].noBrief)];
    });
    briefs[id] = Object.fromEntries(await Promise.all(texts)) as Record<Language, string>;
  }
  return briefs;
}

/** What stays in the terminal once the screen is gone. */
function farewell(lab: Lab, last: State): string {
  const t = walkthroughMessages[lab.language];
  const lines = lab.challenges.flatMap(({ id, number, title }) => {
    const score = last.reports[id]?.score;
    return score === undefined ? [] : [t.goodbye(number, title[lab.language], score.earned, score.possible)];
  });
  const left = leftBehind(last).map(({ number }) => tourMessages[lab.language].leftBehind(number));
  return asTyped(`${[...lines, ...left, t.goodbyeGoOn].join('\n')}\n`, lab.invocation);
}
