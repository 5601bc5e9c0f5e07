import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import type { Lab } from '../app/lab.ts';
import { type ExitCode, UsageError } from '../base/errors.ts';
import { languages } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import { findChallenge } from '../challenge/load.ts';
import { addGrade } from './grade/add-grade.ts';
import { choiceArgument, choiceOption } from './parse/choice.ts';
import { speakLanguage } from './parse/help.ts';
import { usageError } from './parse/usage-error.ts';
import { addSubmit } from './submit/add-submit.ts';
import { parseMessages } from './texts/parse.ts';
import { addTranslate } from './translate/add-translate.ts';

/** Runs one command line (without `node` and the script) and says with what exit code. Throws LabError. */
export async function runProgram(lab: Lab, argv: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(lab, async command => {
    exitCode = await command(lab);
  });
  const bare = createProgram(lab, async () => {});
  const { operands, unknown } = bare.parseOptions([...argv]);
  if (operands.length === 0 && unknown.length === 0)
    return (await import('./open/open.ts')).open(lab, bare.opts<{ text?: boolean }>());
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    // Help and the version are told by throwing, with exit code 0.
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
  }
  return exitCode;
}

type Act = (command: (lab: Lab) => Promise<ExitCode>) => Promise<void>;

/** The whole command line: what there is to say, and which module does it. Modules are loaded when their verb is used. */
export function createProgram(lab: Lab, act: Act): Command {
  const t = parseMessages[lab.language];
  const program = new Command('lab')
    .description(t.about)
    .version(manifest.version, '-V, --version', t.version)
    .helpCommand(`help ${t.commandTerm}`, t.help)
    .option('--no-color', t.noColor)
    .option('--screen-reader', t.screenReader)
    .addOption(choiceOption(lab.language, '--lang <language>', t.lang, languages, { checked: false }))
    .option('--text', t.text)
    .addHelpText('after', `\n${t.examples}\n  lab start 1\n  lab verify 1\n  lab hint 1 --level 2\n\n${t.exitCodes}`);
  const challenge = (word: string): Challenge => challengeOf(lab, word);

  program
    .command('list')
    .description(t.list)
    .option('--json', t.json)
    .action(options => act(async it => (await import('./list/list.ts')).list(it, options)));
  program
    .command('start')
    .description(t.start)
    .argument('<N>', t.challenge, challenge)
    .argument('[DIR]', t.folder)
    .action((of: Challenge, folder: string | undefined) =>
      act(async it => (await import('./start/start.ts')).start(it, of, folder)),
    );
  program
    .command('verify')
    .description(t.verify)
    .argument('<N>', t.challenge, challenge)
    .option('--json', t.json)
    .addOption(choiceOption(lab.language, '--format <format>', t.format, ['text', 'json']))
    .option('--output <file>', t.output)
    .option('--bind <role=name>', t.bind, collect)
    .option('--watch', t.watch)
    .option('--disrupt', t.disrupt)
    .addHelpText('after', `\n${t.exitCodes}`)
    .action((of: Challenge, options) =>
      act(async it => (await import('./verify/verify.ts')).verifyCommand(it, of, options)),
    );
  program
    .command('hint')
    .description(t.hint)
    .argument('<N>', t.challenge, challenge)
    .addOption(choiceOption(lab.language, '--level <level>', t.level, ['1', '2', '3']).default('1'))
    .option('--bind <role=name>', t.bind, collect)
    .action((of: Challenge, options) => act(async it => (await import('./hint/hint.ts')).hint(it, of, options)));
  program
    .command('up')
    .description(t.up)
    .argument('<N>', t.challenge, challenge)
    .action((of: Challenge) => act(async it => (await import('./up/up.ts')).up(it, of)));
  program
    .command('down')
    .description(t.down)
    .argument('<N>', t.challenge, challenge)
    .action((of: Challenge) => act(async it => (await import('./down/down.ts')).down(it, of)));
  addTranslate(program, lab, (files, options) =>
    act(async it => (await import('./translate/translate.ts')).translate(it, files, options)),
  );
  addProgress(program, lab, act);
  addSubmit(program, lab, challenge, (of, folder, options) =>
    act(async it => (await import('./submit/submit.ts')).submit(it, of, folder, options)),
  );
  addGrade(program, lab, challenge, (folders, options) =>
    act(async it => (await import('./grade/grade-or-merge.ts')).gradeOrMerge(it, folders, options)),
  );
  addMachine(program, lab, act);
  addAuthor(program, lab, act);
  program
    .command('completion')
    .description(t.completion)
    .addArgument(choiceArgument(lab.language, '<shell>', t.shell, ['bash', 'zsh', 'fish']))
    .action((shell: 'bash' | 'zsh' | 'fish') =>
      act(async it => (await import('./completion/completion.ts')).completion(it, shell, program)),
    );
  speakLanguage(program, lab);
  for (const command of everyCommand(program)) command.exitOverride(error => fail(lab, error, command));
  return program;
}

/** The verbs about what is remembered of the learner. */
function addProgress(program: Command, lab: Lab, act: Act): void {
  const t = parseMessages[lab.language];
  const progress = program
    .command('progress')
    .description(t.progress)
    .action(() => act(async it => (await import('./progress/progress.ts')).showProgress(it)));
  progress
    .command('export')
    .description(t.progressExport)
    .argument('[FILE]', t.progressTarget)
    .option('--force', t.overwrite)
    .action((file: string | undefined, options) =>
      act(async it => (await import('./progress/export.ts')).exportProgress(it, file, options)),
    );
  progress
    .command('import')
    .description(t.progressImport)
    .argument('<FILE>', t.progressSource)
    .option('--replace', t.replaceProgress)
    .action((file: string, options) =>
      act(async it => (await import('./progress/import.ts')).importProgress(it, file, options)),
    );
  progress
    .command('reset')
    .description(t.progressReset)
    .argument('[N]', t.progressChallenge, (word: string) => challengeOf(lab, word))
    .option('--yes', t.yes)
    .action((of: Challenge | undefined, options) =>
      act(async it => (await import('./progress/reset.ts')).resetProgress(it, of, options)),
    );
}

/** The verbs about the machine rather than a challenge. */
function addMachine(program: Command, lab: Lab, act: Act): void {
  const t = parseMessages[lab.language];
  program
    .command('doctor')
    .description(t.doctor)
    .option('--json', t.json)
    .action(options => act(async it => (await import('./doctor/doctor.ts')).doctor(it, options)));

  const engine = program.command('engine').description(t.engine);
  engine
    .command('start')
    .description(t.engineStart)
    .action(() => act(async it => (await import('./engine/engine.ts')).engineStart(it)));
  engine
    .command('stop')
    .description(t.engineStop)
    .action(() => act(async it => (await import('./engine/engine.ts')).engineStop(it)));
  engine
    .command('status')
    .description(t.engineStatus)
    .option('--json', t.json)
    .action(options => act(async it => (await import('./engine/engine.ts')).engineStatus(it, options)));

  const images = program.command('images').description(t.images);
  images
    .command('build')
    .description(t.imagesBuild)
    .argument('[NAME...]', t.image)
    .option('--force', t.force)
    .action((names: string[], options) =>
      act(async it => (await import('./images/images.ts')).imagesBuild(it, options, names)),
    );
  images
    .command('list')
    .description(t.imagesList)
    .argument('[NAME...]', t.image)
    .option('--json', t.json)
    .action((names: string[], options) =>
      act(async it => (await import('./images/images.ts')).imagesList(it, options, names)),
    );
}

/** The verbs for those who write challenges. */
function addAuthor(program: Command, lab: Lab, act: Act): void {
  const t = parseMessages[lab.language];
  const author = program.command('author').description(t.author);
  author
    .command('new')
    .description(t.authorNew)
    .argument('<NUMBER>', t.authorNumber)
    .argument('<NAME>', t.authorName)
    .option('--roles <a,b,c>', t.authorRoles, 'server,client')
    .action((number: string, name: string, options) =>
      act(async it => (await import('./author/new.ts')).authorNew(it, number, name, options)),
    );
  author
    .command('check')
    .description(t.authorCheck)
    .argument('[N...]', t.authorChallenge)
    .option('--sabotage <name>', t.authorSabotage, collect)
    .action((words: string[], options) =>
      act(async it => (await import('./author/author.ts')).authorCheck(it, words, options)),
    );
}

/** A command and all those under it. */
function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function challengeOf(lab: Lab, word: string): Challenge {
  const found = findChallenge(lab.challenges, word);
  if (found !== undefined) return found;
  const t = parseMessages[lab.language];
  throw new UsageError(t.noSuchChallenge(word), {
    why: t.challengesAre(lab.challenges.map(({ number, id }) => `${number} (${id})`).join(', ')),
    next: ['lab list'],
  });
}

function fail(lab: Lab, error: CommanderError, command: Command): never {
  throw error.exitCode === 0 ? error : usageError(lab.language, error, command);
}
