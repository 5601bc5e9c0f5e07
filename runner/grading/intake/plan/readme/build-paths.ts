import { shellCommands } from '../shell-commands.ts';

/** Where `docker build` looks, as the command says it. */
export interface BuildPaths {
  /** The folder that is sent. */
  readonly context: string;
  /** The Dockerfile; `undefined` if it is the context's own. */
  readonly file?: string | undefined;
}

/** Options of `docker build` with a word of their own behind them. */
const valued =
  /^(?:-[tfmco]|-[a-z]*t|--(?:tag|file|build-arg|target|network|platform|label|memory|cache-from|cache-to|progress|add-host|secret|ssh|output|iidfile|shm-size|ulimit|isolation|builder|build-context))$/;

/** The folder and the file of a `docker build`; `undefined` if the command is another one, or a shell has to work them out. Pure. */
export function buildPaths(command: string): BuildPaths | undefined {
  const words = shellCommands(command.replace(/\\\r?\n/g, ' '))[0] ?? [];
  if (words[0] !== 'docker') return undefined;
  const at = words.indexOf('build');
  if (at < 1 || words.slice(1, at).some(word => !/^(?:-|buildx$|image$|builder$)/.test(word))) return undefined;
  let file: string | undefined;
  const operands: string[] = [];
  for (let index = at + 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (/^[\d&]*[<>]/.test(word)) break;
    const named = /^(?:--file=|-f=?)(.+)$/.exec(word)?.[1];
    if (named !== undefined) file = named;
    else if (valued.test(word)) {
      index += 1;
      if (word === '-f' || word === '--file') file = words[index];
    } else if (!word.startsWith('-') || word === '-') operands.push(word);
  }
  const [context] = operands;
  if (context === undefined || operands.length > 1 || context === '-' || file === '-') return undefined;
  if ([context, file ?? ''].some(path => /[$`*]|^\/|^~|:\/\/|^git@/.test(path))) return undefined;
  return { context, file };
}
