import { NeedsShell, shellWords } from '../../../base/shell-words.ts';

/** Why an edited command cannot be a step of the tour. */
export type CommandFault =
  | { readonly kind: 'empty' | 'not-docker' | 'open-quote' }
  /** It is run without a shell, and would need one because of this character. */
  | { readonly kind: 'needs-shell'; readonly character: string }
  /** Something stands between `docker` and its command: the label could not be put where it belongs. */
  | { readonly kind: 'option-first'; readonly option: string }
  /** It makes several things at once, which cannot be labelled, and so not be removed by the tour. */
  | { readonly kind: 'no-label'; readonly verb: string };

const unlabelled = ['compose', 'stack', 'service', 'swarm'];

/** What is wrong with a command that the learner wrote, or undefined where it can be run as a step. */
export function commandFault(command: string): CommandFault | undefined {
  const words = wordsOf(command);
  if ('kind' in words) return words;
  const [program, verb] = words.list;
  if (program === undefined) return { kind: 'empty' };
  if (program !== 'docker' || verb === undefined) return { kind: 'not-docker' };
  if (verb.startsWith('-')) return { kind: 'option-first', option: verb };
  return unlabelled.includes(verb) ? { kind: 'no-label', verb } : undefined;
}

function wordsOf(command: string): { readonly list: readonly string[] } | CommandFault {
  try {
    return { list: shellWords(command) };
  } catch (error) {
    if (!(error instanceof NeedsShell)) throw error;
    const { character } = error;
    return character === "'" || character === '"' ? { kind: 'open-quote' } : { kind: 'needs-shell', character };
  }
}
