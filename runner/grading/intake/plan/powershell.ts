/** What bash has no word for, and what a README's reader would have to translate. */
const foreign =
  /\$env:\w*|\$\w+\s*=\s|\bforeach\s*\(|\bif\s*\(\s*\$|(?<![\w-])(?:Start|Set|New|Remove|Get|Stop|Test|Wait|Copy|Move|Out|Add|Import|Export|ForEach|Where)-[A-Z]\w+|%(?!cd%)[A-Za-z_]\w*%/;
/** Cmdlets that only show something: nobody misses them. */
const showing = /^(?:Invoke-(?:WebRequest|RestMethod)|Write-(?:Host|Output)|Clear-Host|iwr|irm)\b/i;

/** What in a command only PowerShell or cmd.exe understands, as it stands there; `undefined` if there is nothing. */
export function foreignSyntax(command: string): string | undefined {
  const text = command.replace(/'[^']*'/g, '');
  return showing.test(text.trim()) ? undefined : foreign.exec(text)?.[0].trim();
}

/** The same command for bash, where other shells only write it otherwise: the current folder, and going to another. */
export function translated(command: string): string {
  return command
    .replace(/\$\{pwd\}|\$pwd\b|\$\(\s*(?:Get-Location|gl)\s*\)(?:\.Path)?|%cd%/gi, '$PWD')
    .replace(/^Set-Location\s+(?:-Path\s+)?/i, 'cd ')
    .replace(/^cd\s+\/d\s+/i, 'cd ')
    .replace(/\bdocker\.exe\b/g, 'docker');
}
