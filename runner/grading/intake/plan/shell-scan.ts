/** What a shell would still wait for, and where the commands of a list end. */
interface ShellScan {
  readonly complete: boolean;
  /** Index after each `&&` or `;` that stands between simple commands, with the length of that sign. */
  readonly breaks: readonly { readonly at: number; readonly length: number }[];
  /** False if it has a loop, a condition, a pipe, a heredoc or a `||`: then it cannot be taken apart. */
  readonly simple: boolean;
}

const opening = /^(?:if|for|while|until|case|select|\{)$/;
const closing = /^(?:fi|done|esac|\})$/;
/** After these comes a command again. */
const goingOn = /^(?:then|do|else|elif|!)$/;

/**
 * Reads shell text so far as to know whether it is a whole command: quotes, comments, heredocs, loops and conditions. No
 * full grammar: what it misjudges is a line of prose that a README has in a block of commands.
 */
function scanShell(text: string): ShellScan {
  const state = { depth: 0, parentheses: 0, atCommand: true, simple: true, dangling: false };
  const breaks: { at: number; length: number }[] = [];
  const heredocs: { word: string; tabs: boolean }[] = [];
  const waiting: ShellScan = { complete: false, breaks, simple: false };
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const quoted = /^'[^']*'|^"(?:[^"\\]|\\[\s\S])*"|^\\[\s\S]/.exec(rest)?.[0];
    if (quoted !== undefined) {
      at += quoted.length;
      state.atCommand = quoted === '\\\n' && state.atCommand;
      state.dangling = false;
      continue;
    }
    const [character = ''] = rest;
    if (character === "'" || character === '"' || character === '\\') return waiting;
    if (character === '#' && (at === 0 || /[\s;&|(]/.test(text[at - 1] ?? ''))) {
      at += /^[^\n]*/.exec(rest)?.[0].length ?? 1;
      continue;
    }
    const heredoc = /^<<(-?)\s*(['"]?)([A-Za-z_]\w*)\2/.exec(rest);
    if (heredoc !== null && !rest.startsWith('<<<')) {
      heredocs.push({ word: heredoc[3] ?? '', tabs: heredoc[1] === '-' });
      state.simple = false;
      at += heredoc[0].length;
      continue;
    }
    if (character === '\n') {
      at += 1;
      if (!state.dangling) state.atCommand = true;
      for (const { word, tabs } of heredocs.splice(0)) {
        const end = new RegExp(`^${tabs ? '\\t*' : ''}${word}$`, 'm').exec(text.slice(at));
        if (end === null) return waiting;
        at += end.index + end[0].length;
      }
      continue;
    }
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    const sign = /^(?:&&|\|\||;;|;|\||&(?!>)|\(|\))/.exec(rest)?.[0];
    if (sign !== undefined) {
      at += sign.length;
      if (sign === '(') state.parentheses += 1;
      if (sign === ')') state.parentheses = Math.max(state.parentheses - 1, 0);
      if ((sign === '&&' || sign === ';') && state.depth === 0 && state.parentheses === 0)
        breaks.push({ at, length: sign.length });
      if (sign === '||' || sign === '|' || sign === '&') state.simple = false;
      state.dangling = sign === '&&' || sign === '||' || sign === '|';
      state.atCommand = sign !== ')';
      continue;
    }
    const word = /^[^\s'"\\;&|()]+/.exec(rest)?.[0] ?? character;
    at += word.length;
    const command = state.atCommand;
    state.dangling = false;
    state.atCommand = command && goingOn.test(word);
    if (!command) continue;
    if (opening.test(word)) {
      state.depth += 1;
      state.simple = false;
      state.atCommand = word !== 'for' && word !== 'case' && word !== 'select';
    } else if (closing.test(word)) state.depth -= 1;
  }
  const complete = state.depth <= 0 && !state.dangling && heredocs.length === 0 && state.parentheses === 0;
  return { complete, breaks, simple: state.simple && state.depth === 0 };
}

/** The longest command that is looked for: a quote that is never closed is no reason to read all that follows. */
const maxLines = 100;
const maxCharacters = 20_000;
/** Where so many have begun something without an end, it is no block of commands: each line is taken by itself. */
const maxUnfinished = 20;

/** The whole commands in the lines of a block. A line that begins something without an end is a command by itself. */
export function wholeCommands(lines: readonly string[]): string[] {
  const commands: string[] = [];
  let unfinished = 0;
  for (let first = 0; first < lines.length; ) {
    let length = 1;
    let text = lines[first] ?? '';
    const isOpen = () => text.length < maxCharacters && !scanShell(text).complete;
    while (unfinished < maxUnfinished && length < maxLines && first + length < lines.length && isOpen()) {
      text += `\n${lines[first + length]}`;
      length += 1;
    }
    if (unfinished >= maxUnfinished || !isOpen()) first += length;
    else {
      unfinished += 1;
      text = (lines[first] ?? '').replace(/\\\s*$/, '');
      first += 1;
    }
    if (text.trim() !== '') commands.push(text.trim());
  }
  return commands;
}

/** The commands of a list such as `a && b; c`, where each of them is a simple one; else the whole. */
export function partsOf(command: string): string[] {
  const { breaks, simple } = scanShell(command);
  if (!simple || breaks.length === 0) return [command];
  const starts = [0, ...breaks.map(({ at }) => at)];
  return starts
    .map((start, index) => {
      const next = breaks[index];
      return command.slice(start, next === undefined ? undefined : next.at - next.length).trim();
    })
    .filter(part => part !== '');
}
