/** Words that a command may begin with and that run what comes after them; with those of their options that take a word. */
const prefixes: Readonly<Record<string, RegExp>> = {
  sudo: /^-[ugphCTU]$/,
  ...{ exec: /^-a$/, command: /^$/, nohup: /^$/, time: /^$/, nice: /^-n$/, env: /^-[uC]$/, timeout: /^-[ks]$/ },
};
const reserved = /^(?:if|then|elif|else|while|until|do|for|case|select|in|fi|done|esac|function|!|\{|\}|time)$/;
const assignment = /^[A-Za-z_]\w*\+?=/;

/**
 * The simple commands of a shell script, each as its words without quotes, wherever they stand: in lists, functions, loops and
 * substitutions, behind `sudo` and the like. What a shell only works out when it runs (variables, `eval`) stays as it is written.
 */
export function shellCommands(script: string): string[][] {
  const commands: string[][] = [];
  const end = () => {
    const command = withoutPrefixes(words.splice(0));
    if (command.length > 0) commands.push(command);
  };
  const heredocs: RegExp[] = [];
  const words: string[] = [];
  let word: string | undefined;
  const endWord = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const text = script.replace(/\r\n?/g, '\n');
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? '';
    if (character === '\\') {
      if (text[at + 1] !== '\n') word = (word ?? '') + (text[at + 1] ?? '');
      at += 2;
    } else if (character === "'") {
      const close = closing(text, at + 1, "'");
      word = (word ?? '') + text.slice(at + 1, close);
      at = close + 1;
    } else if (character === '"') {
      const quoted = /^"((?:[^"\\]|\\[\s\S])*)"?/.exec(text.slice(at)) ?? ['"', ''];
      word = (word ?? '') + (quoted[1] ?? '');
      // A substitution in it has commands, too.
      for (const [, inner = ''] of (quoted[1] ?? '').matchAll(/\$\(([^()]*)\)/g))
        commands.push(...shellCommands(inner));
      at += quoted[0].length;
    } else if (character === '#' && word === undefined) at = closing(text, at, '\n');
    else if (text.startsWith('<<', at) && !text.startsWith('<<<', at)) {
      const mark = /^<<(-?)[ \t]*(['"\\]?)([A-Za-z_]\w*)\2/.exec(text.slice(at));
      if (mark !== null) heredocs.push(new RegExp(`^${mark[1] === '' ? '' : '\\t*'}${mark[3]}$`, 'm'));
      at += mark?.[0].length ?? 2;
    } else if (character === '\n') {
      endWord();
      end();
      at += 1;
      for (const mark of heredocs.splice(0)) {
        const found = mark.exec(text.slice(at));
        at = found === null ? text.length : at + found.index + found[0].length;
      }
    } else if (/[;&|()`]/.test(character)) {
      // What is redirected goes on: `2>&1`.
      if (character === '&' && /[<>]/.test(text[at - 1] ?? '')) word = `${word ?? ''}&`;
      else {
        // `$(` begins a command, and the word that it stands in means nothing by itself.
        if (character === '(' && word === '$') word = undefined;
        endWord();
        end();
      }
      at += 1;
    } else if (/\s/.test(character)) {
      endWord();
      at += 1;
    } else {
      word = (word ?? '') + character;
      at += 1;
    }
  }
  endWord();
  end();
  return commands;
}

function closing(text: string, from: number, character: string): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}

function withoutPrefixes(words: readonly string[]): string[] {
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    const valued = Object.hasOwn(prefixes, word) ? prefixes[word] : undefined;
    if (valued === undefined && !reserved.test(word) && !assignment.test(word)) break;
    at += 1;
    while (valued !== undefined && words[at]?.startsWith('-')) at += valued.test(words[at] ?? '') ? 2 : 1;
    if (word === 'timeout' && /^[\d.]+[smhd]?$/.test(words[at] ?? '')) at += 1;
  }
  return words.slice(at);
}
