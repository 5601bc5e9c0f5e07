import { shellCommands } from './shell-commands.ts';

/** Options, of docker and of Compose, with a word of their own behind them. */
const valued =
  /^(?:-H|--host|-c|--context|--config|-l|--log-level|--tls(?:cacert|cert|key)|-f|--file|-p|--project-name|--project-directory|--profile|--env-file|--ansi|--parallel|--progress)$/;
const starting = /^(?:up|run|create|start|restart|scale|watch)$/;
/** A program that has its name from a variable. */
const variableRun = /\$\{?\w+\}?["']?[ \t]+(?:container[ \t]+)?(?:run|create|start)\b/;
/** As somebody would write it wherever it is run from: in quotes, in a text for another shell. */
const anyRun = /\bdocker(?:\.exe)?["']?\s+(?:-\S+\s+)*(?:container\s+)?(?:run|create|start)\b/;
const composeVariable = /=\s*["']?(?:docker-compose|docker(?:\.exe)?\s+compose)\b/;

/**
 * True if a script (the first text) and those that it calls (the others) bring things up by Compose, and by nothing else. Where it
 * cannot be read off them whether a container is run by hand as well, false: the sandbox will see. Pure.
 */
export function leavesItToCompose(texts: readonly string[]): boolean {
  const commands = texts.flatMap(shellCommands);
  if (commands.some(startsByHand) || texts.some(text => mayRunByHand(text))) return false;
  return commands.some(startsByCompose) || texts.some(startsByVariable);
}

/** True of a command, word by word, by which Compose would start something. Pure. */
function startsByCompose(command: readonly string[]): boolean {
  const rest = composeWords(command);
  return rest !== undefined && starting.test(operand(rest)[0] ?? '');
}

/** What stands behind `docker compose`; `undefined` if the command is another one. */
function composeWords([program = '', ...rest]: readonly string[]): readonly string[] | undefined {
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (/^(?:docker|podman)-compose(?:\.exe)?$/.test(name)) return rest;
  if (!/^docker(?:\.exe)?$/.test(name)) return undefined;
  const [verb, ...words] = operand(rest);
  return verb === 'compose' ? words : undefined;
}

function startsByHand([program = '', ...rest]: readonly string[]): boolean {
  if (!/(?:^|\/)docker(?:\.exe)?$/.test(program)) return false;
  const [verb, second] = operand(rest);
  return /^(?:run|create|start)$/.test((verb === 'container' ? second : verb) ?? '');
}

/** From the first word on that is no option. */
function operand(words: readonly string[]): readonly string[] {
  let at = 0;
  while (words[at]?.startsWith('-')) at += valued.test(words[at] ?? '') ? 2 : 1;
  return words.slice(at);
}

function mayRunByHand(text: string): boolean {
  const plain = withoutComments(text);
  return anyRun.test(plain) || (variableRun.test(plain) && !composeVariable.test(plain));
}

/** `DC="docker compose"`, and later `$DC up`. */
function startsByVariable(text: string): boolean {
  const plain = withoutComments(text);
  return composeVariable.test(plain) && /\$\{?\w+\}?["']?[ \t][^\n]*\bup\b/.test(plain);
}

function withoutComments(text: string): string {
  return text.replace(/\\\r?\n/g, ' ').replace(/(^|\s)#[^\n]*/g, '$1');
}
