/** A prompt that nothing else looks like: `$ `, `user@host:~$ `, `[user@host dir]# `, `PS C:\x> `, `C:\x>`, `➜ `, `% `. */
const prompt =
  /^\s*(?:\([\w.-]+\)\s*)?(?:\$\s+|[\w.-]+@[\w.-]+[^$#%>\n]{0,80}[$#%>]\s*|\[[\w.-]+@[^\]\n]{1,80}\][$#]\s*|[~/][\w./~-]*\s?[$#%]\s+|PS(?:\s+[A-Za-z]:[^>\n]{0,120})?>\s*|[A-Za-z]:\\[^>\n]{0,120}>\s*|[➜❯λ»]\s+(?:~\s+)?|%\s+(?=docker|sudo|cd))/u;
/** `# docker …` is a comment, or root's prompt; `> docker …` a shell without a path. */
const rootPrompt = /^\s*#\s+(?=(?:sudo\s+)?docker\s+(?:run|build|network|volume|create|start|pull)\b)/;
const barePrompt = /^\s*>\s+(?=(?:sudo\s+)?(?:docker|cd)\s)/;
const continued = /(?:\\|\s`|\s\^)\s*$/;

/**
 * The lines of a block that were typed, without their prompts. Where there is a prompt anywhere, what has none is output, but
 * for the rest of a command that goes on over several lines.
 */
export function typedLines(lines: readonly string[]): string[] {
  const marks = markOf(lines);
  if (marks === undefined) return lines.map(joinable);
  const typed: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    const marked = marks.test(line);
    if (!marked && !goesOn) continue;
    const text = marked ? line.replace(marks, '') : line.replace(/^\s*>{1,2}(?:\s|$)/, '');
    typed.push(joinable(text));
    goesOn = continued.test(text) || hasOpenQuote(typed.slice(-30));
  }
  return typed;
}

/** What kind of prompt a block has, if any. */
function markOf(lines: readonly string[]): RegExp | undefined {
  const bareCommand = lines.some(line => /^\s*(?:sudo\s+)?docker\s/.test(line));
  if (lines.some(line => prompt.test(line) && !isAssignment(line))) return prompt;
  if (bareCommand) return undefined;
  if (lines.some(line => barePrompt.test(line))) return barePrompt;
  return lines.some(line => rootPrompt.test(line)) ? rootPrompt : undefined;
}

/** `$name = …` of PowerShell has no space after the sign, and so is no prompt; `$ name` is. */
function isAssignment(line: string): boolean {
  return /^\s*\$\w/.test(line);
}

/** Any shell's way of going on in the next line, as bash's; spaces after it are a slip that nobody sees. */
function joinable(line: string): string {
  return line.replace(/(?:\\|(?<=\s)`|(?<=\s)\^)[ \t\r]*$/, '\\').replace(/\r$/, '');
}

function hasOpenQuote(lines: readonly string[]): boolean {
  const last = lines.at(-1) ?? '';
  const plain = last.replace(/\\./g, '');
  const doubles = plain.replace(/'[^']*'/g, '').split('"').length - 1;
  return doubles % 2 === 1 && /\bdocker\b|^\s*-/.test(last);
}
