/** The docker commands of a shell script, continued lines joined. */
export function scriptCommands(script: string): string[] {
  const lines = script.replaceAll(/\s*\\\n\s*/g, ' ').split('\n');
  return lines.map(line => line.trim()).filter(line => line.startsWith('docker '));
}

/** The levels of the headings of a Markdown page, in order, without what only looks like one inside a code block. */
export function outlineOf(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/^(#+) /gm)].map(match => match[1] ?? '');
}
