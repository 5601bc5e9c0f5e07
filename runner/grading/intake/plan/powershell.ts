/** What bash has no word for, and what a README's reader would have to translate. */
const foreign =
  /\$env:\w*|\$\w+\s*=\s|\bforeach\s*\(|\bif\s*\(\s*\$|(?<![\w-])(?:Start|Set|New|Remove|Get|Stop|Test|Wait|Copy|Move|Out|Add|Import|Export|ForEach|Where|Invoke|Read|Join|Push|Pop)-[A-Z]\w+|%(?!cd%)[A-Za-z_]\w*%|%~\w+|\$PSScriptRoot|(?<![\w-])(?:if|IF)\s+(?:not\s+|NOT\s+)?(?:errorlevel|ERRORLEVEL|exist|EXIST|"?%)|(?<![\w-])(?:goto|GOTO)\s/;
/** Cmdlets that only show something: nobody misses them. */
const showing = /^(?:Invoke-(?:WebRequest|RestMethod)|Write-(?:Host|Output)|Clear-Host|iwr|irm)\b/i;

/** What in a command only PowerShell or cmd.exe understands, as it stands there; `undefined` if there is nothing. */
export function foreignSyntax(command: string): string | undefined {
  const text = command.replace(/'[^']*'/g, '');
  return showing.test(text.trim()) ? undefined : foreign.exec(text)?.[0].trim();
}

/** The same command for bash, where other shells only write it otherwise: folders, waiting, where output goes. Pure. */
export function translated(command: string): string {
  const text = command
    .replace(/\$\{pwd\}|\$pwd\b|\$\(\s*(?:Get-Location|gl)\s*\)(?:\.Path)?|%cd%/gi, '$PWD')
    .replace(/^(?:Set-Location|sl|chdir)\s+(?:-(?:Literal)?Path\s+)?/i, 'cd ')
    .replace(/^cd\s+\/d\s+/i, 'cd ')
    .replace(/^Start-Sleep\s+(?:-(?:Seconds|s)\s+)?(\d+)\s*$/i, 'sleep $1')
    .replace(/^Start-Sleep\s+-(?:Milliseconds|m)\s+(\d+)\s*$/i, (_, ms: string) => `sleep ${Number(ms) / 1000}`)
    .replace(/^timeout\s+(?:\/nobreak\s+)?\/t\s+(\d+)(?:\s+\/nobreak)?(?:\s*>\s*nul)?\s*$/i, 'sleep $1')
    .replace(/\b(docker|curl|docker-compose)\.exe\b/gi, '$1');
  if (!/\bdocker\b/.test(text)) return text;
  return text
    .replace(/(\d?|\*)>\s*(?:\$null|nul)\b/gi, (_, which: string) => `${which === '*' ? '&' : which}>/dev/null`)
    .replace(/\|\s*Out-Null\b/gi, '>/dev/null')
    .replace(/(^|[\s=:"'])(\.{1,2}(?:\\[\w.-]+)+\\?|\.{1,2}\\)(?=$|[\s:"'])/g, slashed)
    .replace(/(\$PWD)((?:\\[\w.-]+)+)/g, slashed);
}

function slashed(_: string, before: string, path: string): string {
  return before + path.replaceAll('\\', '/');
}

/** Lines of a script for PowerShell or cmd that do nothing to engine or files. */
const idle =
  /^(?:@?echo(?:\.|\s|$)(?![^\n]*>)|rem(?:\s|$)|::|#|pause\b|cls\s*$|exit(?:\s+\/b)?(?:\s+\d+)?$|setlocal\b|title\s|chcp\s|color\s|Write-(?:Host|Output)\b|Clear-Host\b|Read-Host\b|Set-StrictMode\b|\$ErrorActionPreference\s*=|cd(?:\s+\/d)?\s+"?%~dp0"?\s*$|(?:Set-Location|cd)\s+(?:-Path\s+)?\$PSScriptRoot\s*$)/i;

/** Nobody's docker commands are longer. */
const maxCharacters = 20_000;

/** A script for another shell as one for bash, or what in it bash has no word for. */
export type Translation =
  | { readonly kind: 'script'; readonly script: string }
  | { readonly kind: 'foreign'; readonly what: string };

/** Of lines that docker commands stand in, with what there is in both worlds; anything else is told as it stands there. Pure. */
export function translateScript(text: string): Translation {
  if (text.length > maxCharacters) return { kind: 'foreign', what: text.slice(0, 40) };
  const lines: string[] = [];
  const joined = text
    .replace(/^\uFEFF/, '')
    .replace(/<#[\s\S]*?#>/g, '')
    .replace(/(?<![ \t])[ \t]+(?:`|\^)[ \t]*\r?\n[ \t]*/g, ' ')
    .split(/\r?\n/);
  for (const raw of joined) {
    const line = raw
      .trim()
      .replace(/^@/, '')
      .replace(/^call\s+/i, '');
    if (line === '' || idle.test(line)) continue;
    const command = translated(line);
    const what = foreignSyntax(command);
    if (what !== undefined) return { kind: 'foreign', what };
    if (!/^(?:docker|docker-compose|cd|sleep|mkdir|curl)\s/.test(command)) return { kind: 'foreign', what: line };
    lines.push(command);
  }
  return { kind: 'script', script: lines.length === 0 ? '' : `${lines.join('\n')}\n` };
}
